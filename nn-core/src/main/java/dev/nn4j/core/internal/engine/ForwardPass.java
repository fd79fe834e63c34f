// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network made ready to predict: its weights packed for the kernels, and without the layers that only training knows.
 * Immutable, for all threads; what a run changes is in the caller's buffers.
 */
public final class ForwardPass {
    private final FixedLayer[] layers;
    private final int inputs;
    private final int widest;

    private ForwardPass(List<FixedLayer> layers, int inputs, int widest) {
        this.layers = layers.toArray(new FixedLayer[0]);
        this.inputs = inputs;
        this.widest = widest;
    }

    /** These layers with these parameters, which must not change any more. */
    static ForwardPass of(Layers layers, float[] parameters, Kernels kernels) {
        List<FixedLayer> fixed = new ArrayList<>();
        for (int i = 0; i < layers.count(); i++) {
            Optional<FixedLayer> layer = layers.get(i).fix(parameters, kernels, layers.get(i) == layers.last());
            if (layer.isPresent()) {
                fixed.add(layer.get());
            }
        }
        return new ForwardPass(fixed, layers.inputs(), layers.widest());
    }

    int inputs() {
        return inputs;
    }

    /** The widest row that passes between layers. */
    int widest() {
        return widest;
    }

    /** Takes the first rows of the buffers' input through all layers. */
    public void run(int rows, ForwardBuffers buffers) {
        float[] x = buffers.input();
        for (int i = 0; i < layers.length; i++) {
            float[] a = buffers.activations(i);
            layers[i].forward(buffers.kernels(), x, buffers.z(), a, rows);
            x = a;
        }
    }

    /** The outputs of the last run, row by row. */
    public float[] outputs(ForwardBuffers buffers) {
        return buffers.activations(layers.length - 1);
    }

    /** The output layer's pre-activations of the last run, row by row. */
    public float[] logits(ForwardBuffers buffers) {
        return buffers.z();
    }
}
