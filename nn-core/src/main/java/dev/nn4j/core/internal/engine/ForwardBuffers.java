// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.internal.kernels.Kernels;

/**
 * The memory of a forward pass: a chunk of rows at a time, whatever the number of rows. It grows to what is asked for,
 * up to a chunk. For one thread at a time.
 */
public final class ForwardBuffers {
    /** Floats that all buffers of a chunk may hold together, so that they stay in a core's own cache. */
    private static final int CHUNK_FLOATS = 1 << 17;

    private static final int MOST_ROWS = 256;
    private static final int FEWEST_ROWS = 32;
    /** Rows of millions of numbers are worked fewer at a time, down to one: memory stays within a few models' size. */
    private static final int MOST_CHUNK_FLOATS = 1 << 22;

    private final Kernels kernels;
    private final int inputs;
    private final int widest;
    private final int mostRows;
    private int rows;
    private float[] input = new float[0];
    private float[] z = new float[0];
    private float[][] activations;

    /** Buffers for this pass. */
    ForwardBuffers(ForwardPass pass, Kernels kernels) {
        this.kernels = kernels;
        this.inputs = pass.inputs();
        this.widest = pass.widest();
        this.activations = new float[pass.buffers()][0];
        long rowFloats = inputs + (1L + activations.length) * widest;
        long wanted = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, CHUNK_FLOATS / rowFloats));
        this.mostRows = (int) Math.max(1, Math.min(wanted, MOST_CHUNK_FLOATS / rowFloats));
    }

    /** Makes room for so many rows, or for as many as one run takes, and says for how many that is. */
    public int room(int wanted) {
        int count = Math.min(wanted, mostRows);
        if (rows < count) {
            rows = count;
            input = new float[Math.multiplyExact(count, inputs)];
            z = new float[Math.multiplyExact(count, widest)];
            activations = new float[activations.length][count * widest];
        }
        return count;
    }

    /** Where the rows of a run begin: write the chunk's scaled rows here. */
    public float[] input() {
        return input;
    }

    Kernels kernels() {
        return kernels;
    }

    /** The pre-activations of the layer worked last. */
    float[] z() {
        return z;
    }

    /** Memory for what layers give, numbered as the pass plans it. */
    float[] activations(int buffer) {
        return activations[buffer];
    }
}
