// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;
import java.util.Optional;

/**
 * One layer at work. It owns no numbers: parameters lie in the network's one array, activations in buffers that the
 * caller hands in. Row r of a buffer of width n is {@code [r·n, (r+1)·n)}; methods work the rows {@code [from, to)}, so
 * that rows can be split over threads.
 */
abstract class Layer {
    private final int index;
    private final int inputs;
    private final int outputs;

    Layer(int index, int inputs, int outputs) {
        this.index = index;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Its place in the network, from 0. */
    final int index() {
        return index;
    }

    final int inputs() {
        return inputs;
    }

    final int outputs() {
        return outputs;
    }

    /** As messages name it: {@code layer 2 (dense, 64 units, relu)}. */
    abstract String describe();

    /** Fills its parameters for the start of training. */
    abstract void initialize(float[] parameters, long seed);

    /** Computes z and a from x. */
    abstract void forward(Lane lane, float[] parameters, float[] x, float[] z, float[] a, int from, int to);

    /**
     * What is left of it in prediction, with parameters that will not change; nothing if it passes its input on.
     *
     * @param showsLogits whether z must be there afterwards
     */
    abstract Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits);

    /** Computes dz from da, which {@link #backward} and {@link #gradient} go on from. */
    abstract void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to);

    /** Computes dx from dz; x and z are what they were in the forward pass. */
    abstract void backward(
            Lane lane, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to);

    /**
     * Adds one worker's share of the gradient of its parameters, over the first {@code rows} rows of x, z and dz.
     *
     * @param begins whether the sums start from zero and not from what {@code gradient} holds
     */
    abstract void gradient(
            Lane lane,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers);

    /** Adds what penalties contribute for its weights: g += l2·w + l1·sign(w). */
    abstract void penalize(float[] parameters, float[] gradient, float l1, float l2);

    /** Index of its first trained parameter in the network's array. */
    abstract int parametersFrom();

    /** Number of its trained parameters. */
    abstract int parameterCount();

    /** Index of its first running statistic in the network's array. */
    int statisticsFrom() {
        return 0;
    }

    /** Number of its running statistics. */
    int statisticCount() {
        return 0;
    }

    /** What it computes of all rows of a batch before any of them goes on; nothing for a layer that takes each alone. */
    Optional<RowCoupling> coupling() {
        return Optional.empty();
    }

    /** Multiplications of one row through it, by which the effort of a task is judged. */
    abstract long work();
}
