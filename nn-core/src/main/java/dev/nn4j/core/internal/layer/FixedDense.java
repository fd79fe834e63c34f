// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.Activation;
import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * A dense layer that has learnt: {@code A = g(X·W + b)} with W and b as the kernels like them.
 *
 * @param weights W and b, and g if it is a clamp that need not show z
 * @param activation g
 * @param joined whether the weights contain g
 */
record FixedDense(FixedWeights weights, Activation activation, boolean joined) implements FixedLayer {
    @Override
    public void forward(Kernels kernels, float[] x, float[] z, float[] a, int rows) {
        if (joined) {
            kernels.affine(weights, x, 0, a, 0, rows);
        } else {
            kernels.affine(weights, x, 0, z, 0, rows);
            activation.forward(z, a, 0, rows * weights.out(), weights.out());
        }
    }
}
