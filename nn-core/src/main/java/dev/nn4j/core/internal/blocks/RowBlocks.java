// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.blocks;

import dev.nn4j.core.compute.Cancellation;

/**
 * Walks over rows in blocks, so that several columns pass together: of rows that lie side by side on a disk each is
 * fetched once, and still each column sees its rows in order.
 */
public final class RowBlocks {
    private static final int ROWS = 1024;

    /** What is done with the rows {@code [from, to)}. */
    public interface Work {
        void rows(int from, int to);
    }

    private RowBlocks() {}

    /** Over all rows, and asks between blocks whether that is cancelled. */
    public static void over(int rows, Cancellation cancellation, Work work) {
        Cancellation.Walk walk = cancellation.newWalk();
        over(rows, ROWS, (from, to) -> {
            walk.longStep();
            work.rows(from, to);
        });
    }

    public static void over(int rows, int block, Work work) {
        for (int from = 0; from < rows; from += Math.min(block, rows - from)) {
            work.rows(from, from + Math.min(block, rows - from));
        }
    }
}
