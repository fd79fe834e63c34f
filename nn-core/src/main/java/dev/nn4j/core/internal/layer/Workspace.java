// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.layer;

import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.internal.distribution.TargetParts;
import dev.nn4j.core.internal.work.FreshMemory;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;

/**
 * The memory of a training step: one chunk of rows on its way through all layers and back. Its size depends on the
 * network and not on the batch.
 */
public final class Workspace {
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

    /** Of the four buffers that a layer has: a, z, da and dz. */
    private static final int PRE_ACTIVATIONS = 1;

    public final float[] inputs;
    public final float[] targets;
    public final float[][] z;
    public final float[][] a;
    public final float[][] da;
    public final float[][] dz;
    public final double[] rowLoss;
    public final float[] rowShare;
    private final int chunkRows;
    private int rows;

    /**
     * Buffers for the layers.
     *
     * @param workers how many share a chunk's rows
     * @param mostRows no chunk is ever longer than this
     */
    public Workspace(Layers layers, int workers, int mostRows) {
        chunkRows = chunkRows(layers, workers, mostRows);
        inputs = new float[Math.multiplyExact(chunkRows, layers.inputs())];
        targets = new float[Math.multiplyExact(chunkRows, layers.outputs())];
        int count = layers.count();
        List<float[]> made = FreshMemory.of(
                4 * count, chunkRows * floatsToRow(layers), workers, i -> buffer(layers, i / count, i % count));
        a = made.subList(0, count).toArray(float[][]::new);
        z = made.subList(count, 2 * count).toArray(float[][]::new);
        da = made.subList(2 * count, 3 * count).toArray(float[][]::new);
        dz = made.subList(3 * count, 4 * count).toArray(float[][]::new);
        shareSkips(layers);
        rowLoss = new double[chunkRows];
        rowShare = new float[chunkRows];
    }

    /** Most rows to a chunk: a power of two of at most {@link Blocks#ROWS}, which it divides, or all there are. */
    public int chunkRows() {
        return chunkRows;
    }

    /** Rows that were loaded. */
    public int rows() {
        return rows;
    }

    /** What goes into a layer. */
    public float[] inputOf(int layer) {
        return layer == 0 ? inputs : a[layer - 1];
    }

    /**
     * Copies rows of the data into the chunk: those that {@code order} names at {@code [first, first + count)}. Targets are there
     * as often as the network has outputs for each.
     *
     * @param batchWeight what weights are shares of
     */
    public void load(DataSet data, DataSet.Reader reader, WordArray order, int first, int count, double batchWeight) {
        rows = count;
        reader.read(order, first, count, inputs, targets);
        int width = targets.length / chunkRows;
        TargetParts.repeat(targets, count * data.targetWidth(), width / data.targetWidth());
        if (!data.isWeighted()) {
            Arrays.fill(rowShare, 0, count, (float) (1 / batchWeight));
            return;
        }
        for (int r = 0; r < count; r++) {
            rowShare[r] = (float) (data.weight(order.get(first + r)) / batchWeight);
        }
    }

    private float[] buffer(Layers layers, int kind, int layer) {
        boolean shared = kind == PRE_ACTIVATIONS && layers.get(layer).skip() != Layer.NO_SKIP;
        return new float
                [shared ? 0 : Math.multiplyExact(chunkRows, layers.get(layer).outputs())];
    }

    /** The end of a residual block has what went into the block in the place of its own z. */
    private void shareSkips(Layers layers) {
        for (int i = 0; i < z.length; i++) {
            int skip = layers.get(i).skip();
            if (skip != Layer.NO_SKIP) {
                z[i] = inputOf(skip + 1);
            }
        }
    }

    private static long floatsToRow(Layers layers) {
        long floats = layers.inputs();
        for (int i = 0; i < layers.count(); i++) {
            floats += 4L * layers.get(i).outputs();
        }
        return floats;
    }

    private static int chunkRows(Layers layers, int workers, int mostRows) {
        long floatsToRow = floatsToRow(layers);
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
