// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.work.Workers;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A factor for each unit: {@code A = s ⊙ X}, {@code ds = Σ dA ⊙ X}, {@code dX = s ⊙ dA}. It has no use for z.
 */
final class ScaleLayer extends Layer {
    private final int scale;

    ScaleLayer(PlacedLayer placed) {
        super(placed);
        this.scale = placed.firstParameter();
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        multiply(parameters, x, a, from, to);
    }

    private void multiply(float[] parameters, float[] x, float[] into, int from, int to) {
        for (int row = from; row < to; row++) {
            int at = row * outputs();
            for (int j = 0; j < outputs(); j++) {
                into[at + j] = parameters[scale + j] * x[at + j];
            }
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        return Optional.of((own, x, z, a, rows) -> multiply(parameters, x, a, 0, rows));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        multiply(parameters, dz, dx, from, to);
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
            Arrays.fill(gradient, scale + first, scale + last, 0);
        }
        for (int row = 0; row < rows; row++) {
            int at = row * outputs();
            for (int j = first; j < last; j++) {
                gradient[scale + j] = Fma.of(dz[at + j], x[at + j], gradient[scale + j]);
            }
        }
    }

    @Override
    void initialize(float[] parameters, long seed) {
        Arrays.fill(parameters, scale, scale + outputs(), 1);
    }
}
