// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.assembly;

import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.ResidualBlocks;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.onnx.internal.reading.chain.Affine;
import dev.nn4j.onnx.internal.reading.chain.Step;
import dev.nn4j.onnx.internal.reading.embedding.FoundEmbedding;
import dev.nn4j.onnx.internal.reading.graph.Allowance;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes layers of steps. A factor and offset for each column has no layer of its own: in front of the network it becomes
 * the input's scaling where it can, else it goes into the layer that is nearest. A batch normalisation is a layer in front
 * of another layer; elsewhere it is taken as the factor and offset that it is in prediction. An activation is that of the
 * dense layer before it, or a layer of its own; the last one is always a dense layer's.
 */
public final class NetworkAssembly implements Step.Assembly {
    private final Scaling inputScaling;
    private final Allowance allowance;
    private final List<LayerDraft> layers = new ArrayList<>();
    private final Deque<Integer> beginnings = new ArrayDeque<>();
    private Scaler inputScaler = Scaler.none();
    private @Nullable Affine pending;
    private String pendingFrom = "";
    private Step.@Nullable Normalization pendingLayer;
    private int rowWidth;
    private boolean passesColumnsOn;
    private int layersToCome;

    private NetworkAssembly(Scaling inputScaling, Allowance allowance) {
        this.inputScaling = inputScaling;
        this.allowance = allowance;
    }

    /**
     * Puts steps together.
     *
     * @param allowance what may be taken out of the file
     * @param inputScaling how the features are known to have been scaled
     * @throws dev.nn4j.api.ModelFormatException if they are not a network of dense layers
     */
    public static NetworkAssembly of(List<Step> steps, Allowance allowance, Scaling inputScaling) {
        NetworkAssembly assembly = new NetworkAssembly(inputScaling, allowance);
        assembly.layersToCome = (int) steps.stream().filter(Step::callsForLayer).count();
        for (Step step : steps) {
            assembly.layersToCome -= step.callsForLayer() ? 1 : 0;
            step.into(assembly);
        }
        requireLayer(!assembly.layers.isEmpty());
        assembly.endDense();
        return assembly;
    }

    private static void requireLayer(boolean isThere) {
        OnnxFaults.requireSupported(isThere, "there is no dense layer (Gemm, or MatMul) between input and output");
    }

    /** Values to a row of the input. */
    public int inputs() {
        return layers.stream()
                .mapToInt(LayerDraft::inputs)
                .filter(width -> width > 0)
                .findFirst()
                .orElse(0);
    }

    public List<LayerDraft> layers() {
        return layers;
    }

    public Scaler inputScaler() {
        return inputScaler;
    }

    public LayerDraft last() {
        return layers.get(layers.size() - 1);
    }

    /** Whether the last layer's activation is the last thing that happens. */
    public boolean endsInActivation() {
        return pending == null && last().activation().isPresent();
    }

    /**
     * Settles what is left behind the last layer.
     *
     * @param targetScaling how targets are known to have been scaled; empty if that is not known
     * @param regression whether outputs are numbers, which may have units of their own
     * @return how outputs get back to the targets' units
     */
    public Scaler finish(Optional<Scaling> targetScaling, boolean regression) {
        if (pending == null) {
            return Scaler.none();
        }
        Affine affine = pending.stretched(last().outputs());
        pending = null;
        boolean open = last().isOpen();
        Optional<Scaler> scaler = regression && !(open && affine.onlyAdds() && targetScaling.isEmpty())
                ? Scalers.behind(affine, targetScaling.orElse(Scaling.STANDARD))
                : Optional.empty();
        if (scaler.isEmpty()) {
            OnnxFaults.requireSupported(
                    open, pendingFrom + " follows the last activation; nothing in nn4j's networks does");
            Scalers.requireHeld(affine);
            fold(affine);
        }
        return scaler.orElse(Scaler.none());
    }

    @Override
    public void add(Step.Product product) {
        requireWidth(product.who(), product.inputs());
        LayerDraft layer = new DenseDraft(product);
        placePendingLayer(product.inputs());
        if (pending != null) {
            settle(layer, pending);
            pending = null;
        }
        layers.add(layer);
    }

    @Override
    public void add(Step.Normalization normalization) {
        placePendingLayer(normalization.scale().length);
        boolean settled = settlePending(normalization.scale().length);
        int columns = normalization.scale().length;
        OnnxFaults.requireSupported(
                pendingWidth() <= 1 || pendingWidth() == columns,
                normalization.who() + " has " + columns + " columns, its rows " + pendingWidth());
        Optional<Affine> affine = normalization.inPrediction();
        if (affine.isPresent()) {
            pend(normalization.who(), affine.get());
            pendingLayer = settled ? normalization : null;
        } else {
            OnnxFaults.requireSupported(
                    settled, pendingFrom + " is in front of " + normalization.who() + ", where no layer can take it");
            layers.add(new NormalizationDraft(normalization));
        }
    }

    /** A batch normalisation that turned out to be in front of a layer of this width is one itself. */
    private void placePendingLayer(int width) {
        if (pendingLayer != null && pendingLayer.scale().length == width) {
            layers.add(new NormalizationDraft(pendingLayer));
            pending = null;
        }
        pendingLayer = null;
    }

    /** Whether nothing is left pending once the input's scaling or the last layer has taken what it can. */
    private boolean settlePending(int width) {
        if (pending == null || !pending.fits(width)) {
            return pending == null;
        }
        if (layers.isEmpty() && inputScaler.scaling() == Scaling.NONE) {
            Optional<Scaler> scaler = Scalers.before(pending.stretched(width), inputScaling);
            scaler.ifPresent(found -> inputScaler = found);
            pending = scaler.isPresent() ? null : pending;
        } else if (!layers.isEmpty() && last().isOpen()) {
            fold(pending);
            pending = null;
        }
        return pending == null;
    }

    private void settle(LayerDraft next, Affine affine) {
        OnnxFaults.requireSupported(
                affine.fits(next.inputs()),
                pendingFrom + " has " + affine.width() + " columns, the layer behind it " + next.inputs());
        if (!settlePending(next.inputs())) {
            foldBefore(next, affine);
        }
    }

    @Override
    public void add(Step.Parametric parametric) {
        int width = parametric.slope().length;
        OnnxFaults.requireSupported(
                pendingWidth() <= 1 || pendingWidth() == width,
                parametric.who() + " has " + width + " columns, its rows " + pendingWidth());
        requireSettled(parametric.who(), width);
        layers.add(new FixedDraft(
                parametric.who(), width, new ParametricSpec(parametric.activation()), parametric.slope()));
    }

    /** The first layer, or one behind it that embeds the columns which that one passes on. */
    @Override
    public void add(Step.Embedding embedding) {
        FoundEmbedding found = embedding.found();
        pendingLayer = null;
        OnnxFaults.requireSupported(
                (layers.isEmpty() || passesColumnsOn && layers.size() == 1) && settlePending(found.inputs()),
                found.who() + " embeds columns, which is read as the first layer alone");
        requireWidth(found.who(), found.inputs());
        passesColumnsOn = found.spec().columnsPassedOn(found.inputs()).isPresent();
        layers.add(new FixedDraft(
                found.who(), found.inputs(), found.outputs(), found.spec(), found.trained(), found.kept()));
    }

    private void requireWidth(String who, int inputs) {
        int before = width();
        OnnxFaults.requireSupported(
                before == 0 || before == inputs, who + " takes " + inputs + " values to a row, it is given " + before);
    }

    @Override
    public void add(Step.BlockBegin begin) {
        OnnxFaults.requireSupported(
                beginnings.size() < ResidualBlocks.MOST_NESTED,
                begin.who() + " ends a residual block that lies more than " + ResidualBlocks.MOST_NESTED
                        + " deep in others");
        requireSettled(begin.who(), pendingWidth());
        beginnings.push(layers.size());
        // nothing goes into the layer before it, whose output is added as it is
        layers.add(new FixedDraft(begin.who(), width(), new ResidualSpec()));
    }

    @Override
    public void add(Step.BlockEnd end) {
        int width = pendingWidth();
        requireSettled(end.who(), width);
        int first = beginnings.pop();
        if (layers.size() == first + 1) {
            OnnxFaults.requireSupported(width > 0, end.who() + " adds rows of which it is not said how wide they are");
            addIdentity(end.who(), width);
        }
        layers.remove(first);
        OnnxFaults.requireSupported(
                layers.size() - first < NetworkSpec.MOST_LAYERS,
                end.who() + " ends a residual block of " + (layers.size() - first) + " layers; a network has at most "
                        + NetworkSpec.MOST_LAYERS);
        layers.add(new FixedDraft(end.who(), last().outputs(), new ResidualSpec(layers.size() - first)));
    }

    /** The last layer is dense, and a residual block does not end as one. */
    private void endDense() {
        if (last() instanceof FixedDraft fixed && fixed.spec() instanceof ResidualSpec) {
            addIdentity(fixed.who(), fixed.outputs());
        }
    }

    /** What is pending goes into the layer before, or becomes one. */
    private void requireSettled(String who, int width) {
        placePendingLayer(width);
        if (pending != null && !settlePending(width)) {
            addIdentity(who, width);
        }
    }

    @Override
    public void add(Step.Activated activated) {
        if (layersToCome == 0) {
            addLast(activated);
            return;
        }
        int width = pendingWidth();
        requireSettled(activated.who(), width);
        if (layers.isEmpty() || !last().activate(activated.activation())) {
            layers.add(new ActivationDraft(activated, width));
        }
    }

    private void addLast(Step.Activated activated) {
        requireLayer(!layers.isEmpty() && last().outputs() > 0);
        if (pending != null && last().isOpen()) {
            fold(pending);
            pending = null;
            pendingLayer = null;
        }
        if (pending != null || !last().activate(activated.activation())) {
            addIdentity(activated.who(), last().outputs());
            last().activate(activated.activation());
        }
    }

    /** A dense layer that hands on what it is given is exact. */
    private void addIdentity(String who, int width) {
        allowance.take(who, (long) width * width);
        add(Step.Product.identity(who, width));
    }

    @Override
    public void add(Step.ColumnAffine columnAffine) {
        Affine affine = columnAffine.affine();
        int width = pendingWidth();
        OnnxFaults.requireSupported(
                affine.fits(Math.max(1, width)) && (layers.isEmpty() || width == 0 || affine.width() <= width),
                columnAffine.who() + " has " + affine.width() + " columns, its rows " + width);
        boolean isBias =
                pending == null && affine.onlyAdds() && !layers.isEmpty() && last().isOpen() && !last().hasBias();
        if (isBias) {
            fold(affine);
        } else {
            pend(columnAffine.who(), affine);
        }
    }

    /** Nothing but the input's scaling bends. */
    @Override
    public void add(Step.Bend bend) {
        int width = Math.max(bend.bounds().length, pendingWidth());
        Affine affine = pending == null ? Affine.identity() : pending;
        OnnxFaults.requireSupported(
                layers.isEmpty() && inputScaler.scaling() == Scaling.NONE,
                bend.who() + " bends numbers to within bounds, which is read in front of the first layer alone");
        OnnxFaults.requireSupported(
                affine.fits(width) && (bend.bounds().length == 1 || bend.bounds().length == width),
                bend.who() + " has " + bend.bounds().length + " columns, its rows " + pendingWidth());
        allowance.compute(bend.who(), width);
        inputScaler = Scalers.bent(bend.who(), affine.stretched(width), bend.bounds());
        pending = null;
        pendingLayer = null;
    }

    private void fold(Affine affine) {
        allowance.compute(pendingFrom, last().size());
        last().foldAfter(affine);
    }

    private void foldBefore(LayerDraft next, Affine affine) {
        allowance.compute(pendingFrom, next.size());
        next.foldBefore(affine);
    }

    private void pend(String who, Affine affine) {
        allowance.compute(who, Math.max(affine.width(), pendingWidth()));
        pending = pending == null ? affine : pending.then(affine);
        pendingFrom = who;
        pendingLayer = null;
    }

    private int pendingWidth() {
        return pending == null ? width() : Math.max(width(), pending.width());
    }

    @Override
    public void add(Step.Flat flat) {
        int width = width();
        OnnxFaults.requireSupported(
                flat.width() == 0 || width == 0 || flat.width() == width,
                flat.who() + " makes rows of " + flat.width() + " of rows of " + width);
        rowWidth = layers.isEmpty() ? flat.width() : 0;
    }

    /** Values to a row; 0 if that is not known yet. */
    private int width() {
        return layers.isEmpty() ? rowWidth : last().outputs();
    }
}
