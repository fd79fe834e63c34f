// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/**
 * Walks over rows in blocks, so that several columns pass together: of rows that lie side by side on a disk each is
 * fetched once, and still each column sees its rows in order.
 */
final class RowBlocks {
    private static final int ROWS = 1024;

    /** What is done with the rows {@code [from, to)}. */
    interface Work {
        void rows(int from, int to);
    }

    private RowBlocks() {}

    static void over(int rows, Work work) {
        over(rows, ROWS, work);
    }

    static void over(int rows, int block, Work work) {
        for (int from = 0; from < rows; from += Math.min(block, rows - from)) {
            work.rows(from, from + Math.min(block, rows - from));
        }
    }
}
