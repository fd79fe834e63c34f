// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/** Computes outputs from inputs, for prediction. Immutable; all memory is the caller's. */
public final class ForwardPass {
    private final Layers layers;

    /** A pass through these layers. */
    public ForwardPass(Layers layers) {
        this.layers = layers;
    }

    /** The layers it passes through. */
    public Layers layers() {
        return layers;
    }

    /** Takes the first rows of the buffers' input through all layers. */
    public void run(float[] parameters, int rows, ForwardBuffers buffers) {
        float[] x = buffers.input();
        for (int i = 0; i < layers.count(); i++) {
            float[] a = buffers.activations(i);
            layers.get(i).forward(buffers.lane(), parameters, x, buffers.z(), a, 0, rows);
            x = a;
        }
    }

    /** The outputs of the last pass, row by row. */
    public float[] outputs(ForwardBuffers buffers) {
        return buffers.activations(layers.count() - 1);
    }

    /** The output layer's pre-activations of the last pass, row by row. */
    public float[] logits(ForwardBuffers buffers) {
        return buffers.z();
    }
}
