// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.Activation;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * An activation by itself, in prediction; it needs no copy of x.
 *
 * @param activation g
 * @param width of a row
 */
record FixedActivation(Activation activation, int width) implements FixedLayer {
    @Override
    public void forward(Kernels kernels, float[] x, float[] z, float[] a, int rows) {
        activation.forward(x, a, 0, rows * width, width);
    }
}
