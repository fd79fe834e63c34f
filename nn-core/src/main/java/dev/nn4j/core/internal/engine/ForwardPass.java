// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.FixedLayer;
import dev.nn4j.core.internal.layer.Layers;
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

    /**
     * Takes rows through all layers.
     *
     * @param inputs the rows, from index 0 on; may be the buffers' own
     * @param outputs receives what the last layer makes of them, from index 0 on; may be {@link #outputs}
     */
    public void run(float[] inputs, int rows, float[] outputs, ForwardBuffers buffers) {
        float[] x = inputs;
        int last = layers.length - 1;
        for (int i = 0; i <= last; i++) {
            float[] a = i < last ? buffers.activations(i) : outputs;
            layers[i].forward(buffers.kernels(), x, buffers.z(), a, rows);
            x = a;
        }
    }

    /** Memory of the buffers for the outputs of a run. */
    public float[] outputs(ForwardBuffers buffers) {
        return buffers.activations(layers.length - 1);
    }

    /** The output layer's pre-activations of the last run, row by row. */
    public float[] logits(ForwardBuffers buffers) {
        return buffers.z();
    }
}
