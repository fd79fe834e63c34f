// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.internal.kernels.Kernels;
import dev.nn4j.core.internal.start.TrainingSample;
import dev.nn4j.core.network.PlacedLayer;
import java.util.Optional;

/**
 * One layer at work. It owns no numbers: parameters lie in the network's one array, activations in buffers that the
 * caller hands in. Row r of a buffer of width n is {@code [r·n, (r+1)·n)}; methods work the rows {@code [from, to)}, so
 * that rows can be split over threads. What a layer lacks (parameters, weights to penalise, an activation) is what it has
 * by default.
 */
public abstract class Layer {
    /** No residual block ends with it. */
    public static final int NO_SKIP = PlacedLayer.INPUT - 1;

    private final PlacedLayer placed;
    private final int inputs;
    private final int outputs;
    private final int parameterCount;
    private final int statisticCount;
    private final int skip;

    Layer(PlacedLayer placed) {
        this.placed = placed;
        this.inputs = placed.inputs();
        this.outputs = placed.outputs();
        this.parameterCount = placed.parameterCount();
        this.statisticCount = placed.statisticCount();
        this.skip = placed.skip().orElse(NO_SKIP);
    }

    /** Its place in the network, from 0. */
    public final int index() {
        return placed.index();
    }

    public final int inputs() {
        return inputs;
    }

    public final int outputs() {
        return outputs;
    }

    /**
     * Index of the layer whose output a residual block adds with this one, {@link PlacedLayer#INPUT} for the network's input,
     * {@link #NO_SKIP} for a layer that ends none.
     */
    public final int skip() {
        return skip;
    }

    /** As messages name it: {@code layer 2 (dense, 64 units, relu)}. */
    public String describe() {
        return "layer " + (index() + 1) + " (" + placed.spec().kind() + ")";
    }

    /** Fills its parameters for the start of training; they are 0 before. */
    void initialize(float[] parameters, long seed) {}

    /** How many rows of the data it begins with, if there are so many; 0 if it needs none to begin. */
    int rowsToStartFrom() {
        return 0;
    }

    /** Takes from rows of the data, as they reach it, what it begins with; after {@link #initialize}. */
    void start(WorkerContext context, float[] parameters, long seed, TrainingSample sample) {}

    /** Computes z and a from x; at the end of a residual block z is what went into it, and stays as it is. */
    public abstract void forward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] a, int from, int to);

    /**
     * What is left of it in prediction, with parameters that will not change; nothing if it passes its input on.
     *
     * @param showsLogits whether z must be there afterwards
     */
    public abstract Optional<FixedLayer> fix(float[] parameters, Kernels kernels, boolean showsLogits);

    /** Computes dz from da, which {@link #backward} and {@link #gradient} go on from; the same without an activation. */
    public void activationGradient(float[] z, float[] a, float[] da, float[] dz, int from, int to) {
        System.arraycopy(da, from * outputs, dz, from * outputs, (to - from) * outputs);
    }

    /** Computes dx from dz; x and z are what they were in the forward pass. */
    public abstract void backward(
            WorkerContext context, float[] parameters, float[] x, float[] z, float[] dz, float[] dx, int from, int to);

    /**
     * Adds one worker's share of the gradient of its parameters, or of what {@link #finish} makes it of, over the first {@code rows} rows of x, z and dz.
     * Parameters, x and z are what they were in the forward pass.
     *
     * @param begins whether the sums start from zero and not from what {@code gradient} holds
     */
    public void gradient(
            WorkerContext context,
            float[] parameters,
            float[] x,
            float[] z,
            float[] dz,
            int rows,
            float[] gradient,
            boolean begins,
            int worker,
            int workers) {}

    /** Makes of the sums of {@link #gradient} over all rows of a batch what they stand for. */
    void finish(float[] gradient) {}

    /** Adds what penalties contribute for its weights: g += l2·w + l1·sign(w). */
    public void penalize(float[] parameters, float[] gradient, float l1, float l2) {}

    /** Index of its first trained parameter in the network's array. */
    public final int parametersFrom() {
        return placed.firstParameter();
    }

    /** Number of its trained parameters. */
    public final int parameterCount() {
        return parameterCount;
    }

    /** Index of its first running statistic in the network's array. */
    public final int statisticsFrom() {
        return placed.firstStatistic();
    }

    /** Number of its running statistics. */
    public final int statisticCount() {
        return statisticCount;
    }

    /** What it computes of all rows of a batch before any of them goes on; nothing for a layer that takes each alone. */
    public Optional<RowCoupling> coupling() {
        return Optional.empty();
    }

    /** Multiplications of one row through it, by which the effort of a task is judged. */
    long work() {
        return outputs;
    }
}
