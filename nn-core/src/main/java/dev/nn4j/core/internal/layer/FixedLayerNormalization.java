// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.kernels.Kernels;

/**
 * Layer normalisation that has learnt; it computes what it computed in training.
 *
 * @param layer the layer
 * @param parameters of the network
 */
record FixedLayerNormalization(LayerNormalizationLayer layer, float[] parameters) implements FixedLayer {
    @Override
    public void forward(Kernels kernels, float[] x, float[] z, float[] a, int rows) {
        layer.forward(parameters, x, z, a, 0, rows);
    }
}
