// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * What one worker works with: kernels with scratch memory of their own, the random streams of dropout, and the statistics
 * of the batch. Made once and moved from chunk to chunk, so that a step allocates nothing.
 */
public final class WorkerContext {
    private final Kernels kernels;
    private final RandomStream[] streams;
    private final BatchStatistics[] statistics;
    private float[] row = new float[0];
    private float[] coefficients = new float[0];
    private int[] bits = new int[0];
    private long step;
    private int firstRow;
    private double dropoutFactor = 1;

    private WorkerContext(Kernels kernels, RandomStream[] streams, BatchStatistics[] statistics) {
        this.kernels = kernels;
        this.streams = streams;
        this.statistics = statistics;
    }

    /** For prediction: nothing is left to chance. */
    public static WorkerContext predicting(Kernels kernels) {
        return new WorkerContext(kernels, new RandomStream[0], new BatchStatistics[0]);
    }

    /**
     * For training: each layer has a stream for each step.
     *
     * @param statistics of the batch, for each layer that takes them; the workers share them
     */
    public static WorkerContext training(Kernels kernels, int layers, long seed, BatchStatistics[] statistics) {
        RandomStream[] streams = new RandomStream[layers];
        for (int layer = 0; layer < layers; layer++) {
            streams[layer] = RandomStream.of(seed, RandomStream.Purpose.DROPOUT, layer, 0);
        }
        return new WorkerContext(kernels, streams, statistics);
    }

    Kernels kernels() {
        return kernels;
    }

    boolean isTraining() {
        return streams.length > 0;
    }

    /** The statistics of the batch at a layer. */
    BatchStatistics statistics(int layer) {
        return statistics[layer];
    }

    /** Memory for at least so many numbers; valid until the next call. */
    float[] row(int width) {
        if (row.length < width) {
            row = new float[width];
        }
        return row;
    }

    /** Likewise, beside that; a copy of so many numbers from an index on. */
    float[] copyOf(float[] numbers, int from, int count) {
        if (coefficients.length < count) {
            coefficients = new float[count];
        }
        System.arraycopy(numbers, from, coefficients, 0, count);
        return coefficients;
    }

    /** Goes to a step and to the chunk of its batch that begins with this row. */
    public void moveTo(long toStep, int toFirstRow) {
        step = toStep;
        firstRow = toFirstRow;
    }

    /** Multiplies the rates of dropout by a factor in [0, 1]. */
    public void scaleDropout(double factor) {
        dropoutFactor = factor;
    }

    /** By which rates of dropout are multiplied. */
    double dropoutFactor() {
        return dropoutFactor;
    }

    /**
     * Random words for the units of the chunk's rows {@code [from, to)}: a word depends on the seed, the layer, the step,
     * the row's place in the batch and the unit, and on nothing else.
     *
     * @return word of row r and unit u at {@code (r − from)·width + u}; valid until the next call
     */
    int[] words(int layer, int from, int to, int width) {
        int count = (to - from) * width;
        if (bits.length < count) {
            bits = new int[count];
        }
        RandomStream stream = streams[layer];
        stream.restart(step);
        stream.fillBits(bits, 0, count, (long) (firstRow + from) * width);
        return bits;
    }
}
