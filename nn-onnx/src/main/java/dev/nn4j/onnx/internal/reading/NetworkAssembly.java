// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes layers of steps. A factor and offset for each column has no layer of its own: in front of the network it becomes
 * the input's scaling where it can, else it goes into the layer that is nearest. A batch normalisation is a layer in front
 * of a dense one or another normalisation; elsewhere it is taken as the factor and offset that it is in prediction.
 */
final class NetworkAssembly {
    private final Scaling inputScaling;
    private final List<LayerDraft> layers = new ArrayList<>();
    private Scaler inputScaler = Scaler.none();
    private @Nullable Affine pending;
    private String pendingFrom = "";
    private Step.@Nullable Normalization pendingLayer;
    private int rowWidth;

    private NetworkAssembly(Scaling inputScaling) {
        this.inputScaling = inputScaling;
    }

    /**
     * Puts steps together.
     *
     * @param inputScaling how the features are known to have been scaled
     * @throws dev.nn4j.api.ModelFormatException if they are not a network of dense layers
     */
    static NetworkAssembly of(List<Step> steps, Scaling inputScaling) {
        NetworkAssembly assembly = new NetworkAssembly(inputScaling);
        steps.forEach(step -> step.into(assembly));
        OnnxFaults.requireSupported(
                !assembly.layers.isEmpty(), "there is no dense layer (Gemm, or MatMul) between input and output");
        return assembly;
    }

    List<LayerDraft> layers() {
        return layers;
    }

    Scaler inputScaler() {
        return inputScaler;
    }

    LayerDraft last() {
        return layers.get(layers.size() - 1);
    }

    /** Whether the last layer's activation is the last thing that happens. */
    boolean endsInActivation() {
        return pending == null && last().activation().isPresent();
    }

    /**
     * Settles what is left behind the last layer.
     *
     * @param targetScaling how targets are known to have been scaled; empty if that is not known
     * @param regression whether outputs are numbers, which may have units of their own
     * @return how outputs get back to the targets' units
     */
    Scaler finish(Optional<Scaling> targetScaling, boolean regression) {
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
            last().foldAfter(affine);
        }
        return scaler.orElse(Scaler.none());
    }

    void add(Step.Product product) {
        int before = width();
        OnnxFaults.requireSupported(
                before == 0 || before == product.inputs(),
                product.who() + " takes " + product.inputs() + " values to a row, it is given " + before);
        LayerDraft layer = new DenseDraft(product);
        placePendingLayer(product.inputs());
        if (pending != null) {
            settle(layer, pending);
            pending = null;
        }
        layers.add(layer);
    }

    void add(Step.Normalization normalization) {
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
            last().foldAfter(pending);
            pending = null;
        }
        return pending == null;
    }

    private void settle(LayerDraft next, Affine affine) {
        OnnxFaults.requireSupported(
                affine.fits(next.inputs()),
                pendingFrom + " has " + affine.width() + " columns, the layer behind it " + next.inputs());
        if (!settlePending(next.inputs())) {
            next.foldBefore(affine);
        }
    }

    void add(Step.Gate gate) {
        OnnxFaults.requireSupported(
                !layers.isEmpty(), gate.who() + " is in front of the first dense layer; activations follow one");
        if (pending != null && last().isOpen()) {
            last().foldAfter(pending);
            pending = null;
            pendingLayer = null;
        }
        last().activate(gate.who(), gate.activation());
    }

    void add(Step.Straight straight) {
        Affine affine = straight.affine();
        int width = pendingWidth();
        OnnxFaults.requireSupported(
                affine.fits(Math.max(1, width)) && (layers.isEmpty() || affine.width() <= width),
                straight.who() + " has " + affine.width() + " columns, its rows " + width);
        boolean isBias =
                pending == null && affine.onlyAdds() && !layers.isEmpty() && last().isOpen() && !last().hasBias();
        if (isBias) {
            last().foldAfter(affine);
        } else {
            pend(straight.who(), affine);
        }
    }

    private void pend(String who, Affine affine) {
        pending = pending == null ? affine : pending.then(affine);
        pendingFrom = who;
        pendingLayer = null;
    }

    private int pendingWidth() {
        return pending == null ? width() : Math.max(width(), pending.width());
    }

    void add(Step.Flat flat) {
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
