// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

/**
 * Sums gradients in one chain for each block of {@link Workspace#BLOCK_ROWS} rows and adds the blocks in order: accurate
 * for a batch of any length.
 */
final class GradientBlocks {
    private final float[] block;

    /**
     * Memory for a block.
     *
     * @param parameters how many are trained
     * @param mostRows the longest batch there will be
     */
    GradientBlocks(int parameters, int mostRows) {
        block = new float[mostRows > Workspace.BLOCK_ROWS ? parameters : 0];
    }

    /** Where the chunk that begins with this row of the batch adds its gradient: the first block straight to the sum. */
    float[] of(int first, float[] sum) {
        return first < Workspace.BLOCK_ROWS ? sum : block;
    }

    /** Whether the chunk that begins with this row of the batch is the first of its block. */
    static boolean begins(int first) {
        return first % Workspace.BLOCK_ROWS == 0;
    }

    /** After the last chunk of a block but the first, adds the block's chain to the sum of those before. */
    void ended(int first, int next, int batchRows, float[] sum) {
        if (first < Workspace.BLOCK_ROWS || (next % Workspace.BLOCK_ROWS != 0 && next < batchRows)) {
            return;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += block[i];
        }
    }
}
