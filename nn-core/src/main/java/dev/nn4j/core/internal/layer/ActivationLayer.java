// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.Activation;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * An activation by itself. Its z is x, kept for the way back: {@code A = g(X)}, {@code dX = g'(X) ⊙ dA}.
 */
final class ActivationLayer extends Layer {
    private final Activation activation;

    ActivationLayer(PlacedLayer placed, ActivationSpec spec) {
        super(placed);
        this.activation = spec.activation();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        int first = from * outputs();
        System.arraycopy(x, first, z, first, (to - from) * outputs());
        activation.forward(z, a, first, to * outputs(), outputs());
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        int width = outputs(); // it needs no copy of x
        return Optional.of((own, x, z, a, rows) -> activation.forward(x, a, 0, rows * width, width));
    }

    @Override
    public void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        activation.backward(z, a, da, dz, from * outputs(), to * outputs(), outputs());
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        int first = from * outputs();
        System.arraycopy(dz, first, dx, first, (to - from) * outputs());
    }

    @Override
    public String describe() {
        return "layer " + (index() + 1) + " (activation, " + activation.name() + ")";
    }
}
