// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.onnx.reading;

import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes dense layers of steps. A factor and offset for each column has no layer of its own: in front of the network it
 * becomes the input's scaling where it can, else it goes into the product that is nearest. (A BatchNormalization is such a
 * step too; {@link #add(Step.Straight)} is the place to give it its own layer.)
 */
final class NetworkAssembly {
    private final Scaling inputScaling;
    private final List<LayerDraft> layers = new ArrayList<>();
    private Scaler inputScaler = Scaler.none();
    private @Nullable Affine pending;
    private String pendingFrom = "";
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
        boolean open = last().activation().isEmpty();
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
        LayerDraft layer = new LayerDraft(product);
        if (pending != null) {
            settle(layer, pending);
            pending = null;
        }
        layers.add(layer);
    }

    private void settle(LayerDraft next, Affine affine) {
        OnnxFaults.requireSupported(
                affine.fits(next.inputs()),
                pendingFrom + " has " + affine.width() + " columns, the layer behind it " + next.inputs());
        Optional<Scaler> scaler =
                layers.isEmpty() ? Scalers.before(affine.stretched(next.inputs()), inputScaling) : Optional.empty();
        if (scaler.isPresent()) {
            inputScaler = scaler.get();
        } else if (!layers.isEmpty() && last().activation().isEmpty()) {
            last().foldAfter(affine);
        } else {
            next.foldBefore(affine);
        }
    }

    void add(Step.Gate gate) {
        OnnxFaults.requireSupported(
                !layers.isEmpty(), gate.who() + " is in front of the first dense layer; activations follow one");
        OnnxFaults.requireSupported(
                last().activation().isEmpty(),
                gate.who() + " follows another activation; a layer has one, so put a dense layer between");
        if (pending != null) {
            last().foldAfter(pending);
            pending = null;
        }
        last().activate(gate.activation());
    }

    void add(Step.Straight straight) {
        Affine affine = straight.affine();
        int width = pending == null ? width() : Math.max(width(), pending.width());
        OnnxFaults.requireSupported(
                affine.fits(Math.max(1, width)) && (layers.isEmpty() || affine.width() <= width),
                straight.who() + " has " + affine.width() + " columns, its rows " + width);
        boolean isBias = pending == null
                && affine.onlyAdds()
                && !layers.isEmpty()
                && last().activation().isEmpty()
                && !last().hasBias();
        if (isBias) {
            last().foldAfter(affine);
        } else {
            pending = pending == null ? affine : pending.then(affine);
            pendingFrom = straight.who();
        }
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
