// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.Activation;
import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An activation of which each unit takes a trained share α. Its z is g(x).
 *
 * <pre>
 * forward    A = X + α ⊙ (g(X) − X)
 * backward   dα = Σ dA ⊙ (g(X) − X)      dX = g'(X) ⊙ (α ⊙ dA) + (1 − α) ⊙ dA
 * </pre>
 */
final class ParametricLayer extends Layer {
    private final Activation activation;
    private final int slope;

    ParametricLayer(PlacedLayer placed, ParametricSpec spec) {
        super(placed);
        this.activation = spec.activation();
        this.slope = placed.firstParameter();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        mix(parameters, x, z, a, from, to);
    }

    private void mix(float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        activation.forward(x, z, from * outputs(), to * outputs(), outputs());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                a[at + j] = Fma.of(parameters[slope + j], z[at + j] - x[at + j], x[at + j]);
            }
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of((own, x, z, a, rows) -> mix(parameters, x, z, a, 0, rows));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        float[] shares = context.row(to * outputs());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                shares[at + j] = parameters[slope + j] * dz[at + j];
            }
        }
        activation.backward(x, z, shares, dx, from * outputs(), to * outputs(), outputs());
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                dx[at + j] = Fma.of(1 - parameters[slope + j], dz[at + j], dx[at + j]);
            }
        }
    }

    @Override
    public void gradient(
            WorkerContext context,
            float[] parameters,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {
        int first = Workers.share(outputs(), worker, workers);
        int last = Workers.share(outputs(), worker + 1, workers);
        if (begins) {
            Arrays.fill(gradient, slope + first, slope + last, 0);
        }
        for (int row = 0; row < rows; row++) {
            int at = row * outputs();
            for (int j = first; j < last; j++) {
                gradient[slope + j] = Fma.of(dz[at + j], z[at + j] - x[at + j], gradient[slope + j]);
            }
        }
    }

    @Override
    void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, slope, slope + outputs(), 1);
    }

    @Override
    public String describe() {
        return "layer " + (index() + 1) + " (parametric, " + activation.name() + ")";
    }
}
