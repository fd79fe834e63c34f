// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.internal.kernels.KernelSelection;

/** The memory of a forward pass: a chunk of rows at a time, whatever the number of rows. For one thread at a time. */
public final class ForwardBuffers {
    /** Floats that all buffers of a chunk may hold together, so that they stay in a core's own cache. */
    private static final int CHUNK_FLOATS = 1 << 16;

    private static final int MOST_ROWS = 256;

    private final int chunkRows;
    private final Lane lane;
    private final float[] input;
    private final float[] z;
    private final float[][] activations;

    /** Buffers for these layers, with kernels of this choice. */
    public ForwardBuffers(Layers layers, KernelChoice kernels) {
        lane = Lane.predicting(KernelSelection.of(kernels).get());
        int floatsToRow = layers.inputs() + 3 * layers.widest();
        chunkRows = Math.max(1, Math.min(MOST_ROWS, CHUNK_FLOATS / floatsToRow));
        input = new float[chunkRows * layers.inputs()];
        z = new float[chunkRows * layers.widest()];
        activations = new float[2][chunkRows * layers.widest()];
    }

    /** Most rows that one pass takes. */
    public int chunkRows() {
        return chunkRows;
    }

    /** Where the rows of a pass begin: write the chunk's scaled rows here. */
    public float[] input() {
        return input;
    }

    Lane lane() {
        return lane;
    }

    /** The pre-activations of the layer worked last. */
    float[] z() {
        return z;
    }

    /** Activations of even and odd layers take turns. */
    float[] activations(int layer) {
        return activations[layer % 2];
    }
}
