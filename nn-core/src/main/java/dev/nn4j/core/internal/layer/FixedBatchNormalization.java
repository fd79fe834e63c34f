// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.internal.math.Fma;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * Batch normalisation that has learnt: {@code A = (X − μ) ⊙ k + β} with {@code k = γ/√(σ² + ε)}, column by column, a
 * difference and a fused multiply-add each.
 *
 * @param parameters holds μ at {@code mean} and β at {@code shift}
 * @param mean index of μ
 * @param factor k
 * @param shift index of β
 */
record FixedBatchNormalization(float[] parameters, int mean, float[] factor, int shift) implements FixedLayer {
    @Override
    public void forward(Kernels kernels, float[] x, float[] z, float[] a, int rows) {
        apply(parameters, mean, factor, shift, x, a, 0, rows, factor.length);
    }

    /** The same for the rows {@code [from, to)} of this width; {@code factor} may be longer. */
    static void apply(
            float[] parameters,
            int mean,
            float[] factor,
            int shift,
            float[] x,
            float[] a,
            int from,
            int to,
            int width) {
        for (int row = from; row < to; row++) {
            int at = row * width;
            for (int j = 0; j < width; j++) {
                a[at + j] = Fma.of(x[at + j] - parameters[mean + j], factor[j], parameters[shift + j]);
            }
        }
    }
}
