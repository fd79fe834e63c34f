// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * The end of a residual block. Its z is S, what went into the block, where it lies: {@code A = X + S}, {@code dX = dA}; dA is
 * added to the gradient of S as well, by those who go the way back.
 */
final class ResidualLayer extends Layer {
    ResidualLayer(PlacedLayer placed) {
        super(placed);
    }

    @Override
    public void forward(WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to) {
        add(x, z, a, from * outputs(), to * outputs());
    }

    private static void add(float[] x, float[] s, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = x[i] + s[i];
        }
    }

    @Override
    public Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits) {
        int width = outputs();
        return Optional.of((own, x, z, a, rows) -> add(x, z, a, 0, rows * width));
    }

    @Override
    public void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to) {
        int first = from * outputs();
        System.arraycopy(dz, first, dx, first, (to - from) * outputs());
    }
}
