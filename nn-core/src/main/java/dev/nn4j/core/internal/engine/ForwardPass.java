// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.layer.BufferPlan;
import dev.nn4j.core.internal.layer.FixedLayer;
import dev.nn4j.core.internal.layer.Layer;
import dev.nn4j.core.internal.layer.Layers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network made ready to predict: its weights packed for the kernels, and without the layers that only training knows.
 * Immutable, for all threads; what a run changes is in the caller's buffers.
 */
public final class ForwardPass {
    private final FixedLayer[] layers;
    private final BufferPlan plan;
    private final int inputs;
    private final int widest;

    private ForwardPass(List<FixedLayer> layers, BufferPlan plan, int inputs, int widest) {
        this.layers = layers.toArray(new FixedLayer[0]);
        this.plan = plan;
        this.inputs = inputs;
        this.widest = widest;
    }

    /** These layers with these parameters, which must not change any more. */
    static ForwardPass of(Layers layers, float[] parameters, Kernels kernels) {
        List<FixedLayer> fixed = new ArrayList<>();
        int[] stepOf =
                new int[layers.count()]; // that gives a layer's output: dropout hands on that of a layer before it
        int[] skips = new int[layers.count()];
        for (int i = 0; i < layers.count(); i++) {
            Layer layer = layers.get(i);
            Optional<FixedLayer> left = layer.fix(parameters, kernels, layer == layers.last());
            if (left.isPresent()) {
                skips[fixed.size()] = layer.skip() < 0 ? layer.skip() : stepOf[layer.skip()];
                fixed.add(left.get());
            }
            stepOf[i] = fixed.size() - 1;
        }
        BufferPlan plan = BufferPlan.of(Arrays.copyOf(skips, fixed.size()));
        return new ForwardPass(fixed, plan, layers.inputs(), layers.widest());
    }

    int inputs() {
        return inputs;
    }

    /** Number of buffers that rows pass through. */
    int buffers() {
        return plan.count();
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
            float[] a = i < last ? buffers.activations(plan.writtenBy(i)) : outputs;
            layers[i].forward(buffers.kernels(), x, z(i, inputs, buffers), a, rows);
            x = a;
        }
    }

    private float[] z(int step, float[] inputs, ForwardBuffers buffers) {
        if (!plan.adds(step)) {
            return buffers.z();
        }
        return plan.addsInput(step) ? inputs : buffers.activations(plan.addedBy(step));
    }

    /** Memory of the buffers for the outputs of a run. */
    public float[] outputs(ForwardBuffers buffers) {
        return buffers.activations(plan.writtenBy(layers.length - 1));
    }

    /** The output layer's pre-activations of the last run, row by row. */
    public float[] logits(ForwardBuffers buffers) {
        return buffers.z();
    }
}
