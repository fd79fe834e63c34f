// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Words;

/**
 * The memory of a training step: one chunk of rows on its way through all layers and back. Its size depends on the
 * network and not on the batch.
 */
final class Workspace {
    /** Rows whose gradients are summed in one chain; blocks are then added in order. Chunks divide it. */
    static final int BLOCK_ROWS = 4096;

    private static final int MOST_ROWS = 512;
    private static final int FEWEST_ROWS = 64;
    private static final long CHUNK_FLOATS = 1 << 22;
    /**
     * Parameters that one thread packs again for each chunk sooner than it fetches a chunk from beyond its core's own cache.
     * Several threads share a chunk, and wait for each other after each.
     */
    private static final int FEW_PARAMETERS = 1 << 15;

    private static final int FEWEST_ROWS_OF_FEW = 128;
    private static final long CHUNK_FLOATS_OF_FEW = 1 << 17;

    final float[] inputs;
    final float[] targets;
    final float[][] z;
    final float[][] a;
    final float[][] da;
    final float[][] dz;
    final double[] rowLoss;
    final float[] rowShare;
    private final int chunkRows;
    private int rows;

    /**
     * Buffers for the layers.
     *
     * @param workers how many share a chunk's rows
     * @param mostRows no chunk is ever longer than this
     */
    Workspace(Layers layers, int workers, int mostRows) {
        chunkRows = chunkRows(layers, workers, mostRows);
        inputs = new float[Math.multiplyExact(chunkRows, layers.inputs())];
        targets = new float[Math.multiplyExact(chunkRows, layers.outputs())];
        z = perLayer(layers);
        a = perLayer(layers);
        da = perLayer(layers);
        dz = perLayer(layers);
        rowLoss = new double[chunkRows];
        rowShare = new float[chunkRows];
    }

    /** Most rows to a chunk: a power of two of at most {@link #BLOCK_ROWS}, or all there are. */
    int chunkRows() {
        return chunkRows;
    }

    /** Rows that were loaded. */
    int rows() {
        return rows;
    }

    /** What goes into a layer. */
    float[] inputOf(int layer) {
        return layer == 0 ? inputs : a[layer - 1];
    }

    /** Copies rows of the data into the chunk: those that {@code order} names at {@code [first, first + count)}. */
    void load(DataSet data, Words order, int first, int count, double weightSum) {
        rows = count;
        data.read(order, first, count, inputs, targets);
        for (int r = 0; r < count; r++) {
            rowShare[r] = weightSum == 0 ? 0 : (float) (data.weight(order.get(first + r)) / weightSum);
        }
    }

    private float[][] perLayer(Layers layers) {
        float[][] buffers = new float[layers.count()][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new float[Math.multiplyExact(chunkRows, layers.get(i).outputs())];
        }
        return buffers;
    }

    private static int chunkRows(Layers layers, int workers, int mostRows) {
        long floatsToRow = layers.inputs();
        for (int i = 0; i < layers.count(); i++) {
            floatsToRow += 4L * layers.get(i).outputs();
        }
        boolean few = workers == 1 && layers.trainableCount() <= FEW_PARAMETERS;
        int fewestRows = few ? FEWEST_ROWS_OF_FEW : FEWEST_ROWS;
        long chunkFloats = few ? CHUNK_FLOATS_OF_FEW : CHUNK_FLOATS;
        int rows = MOST_ROWS;
        while (rows > fewestRows && rows * floatsToRow > chunkFloats) {
            rows /= 2;
        }
        return Math.min(rows, mostRows);
    }
}
