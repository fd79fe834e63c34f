// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.internal.blocks.RowBlocks;

/**
 * Rows of numbers that are walked over block by block, as often as it takes.
 *
 * @param rows how many
 * @param width numbers to a row
 * @param source gives them
 */
record WalkedColumns(int rows, int width, Source source) {
    private static final int BLOCK_FLOATS = 1 << 16;

    /** The rows, block by block. */
    interface Source {
        /** Copies the rows {@code [from, to)} into {@code block} from its begin on. */
        void read(int from, int to, float[] block);
    }

    /** Sees a value of a column. */
    interface Statistic {
        void see(int row, int column, float value);
    }

    /** Shows all values, row by row. */
    void over(Statistic statistic) {
        int blockRows = blockRows(width);
        float[] block = new float[Math.multiplyExact(Math.min(blockRows, rows), width)];
        RowBlocks.over(rows, blockRows, (from, to) -> {
            source.read(from, to, block);
            for (int row = 0; row < to - from; row++) {
                for (int c = 0; c < width; c++) {
                    statistic.see(from + row, c, block[row * width + c]);
                }
            }
        });
    }

    /** Most rows that are asked for at a time. */
    static int blockRows(int width) {
        return Math.max(1, BLOCK_FLOATS / width);
    }
}
