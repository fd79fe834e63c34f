// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.blocks;

/**
 * The order in which sums over rows are taken. Rows are numbered from 0, in the order of the batch or the table, and cut
 * in blocks of {@link #ROWS}. Within a block a sum is one chain in the order of rows. The sums of blocks are added as a
 * binary tree over their numbers, which depends on how many there are and on nothing else:
 *
 * <pre>
 * sum(first, 1)      = the chain of block {@code first}
 * sum(first, blocks) = sum(first, half) + sum(first + half, blocks − half)
 *                      half = the greatest power of two below {@code blocks}
 * sum                = sum(0, all blocks)
 * </pre>
 *
 * <p>So every aligned run (of 2^k blocks, the first a multiple of 2^k) is one node of every tree that has all its blocks:
 * whoever holds such a run may add it up on its own and hand over one sum. Rows that come one after the other need a sum
 * for each bit of the number of blocks: after each block the last runs that are of one length are added. Up to one block
 * a sum is a plain chain.
 */
public final class Blocks {
    /** Rows to a block. */
    public static final int ROWS = 1 << 12;

    private Blocks() {}

    /** How many blocks so many rows make, the last one perhaps not full; at least 1. */
    public static int of(int rows) {
        return Math.max(1, (int) ((rows + (long) ROWS - 1) / ROWS));
    }

    /** The block of a row. */
    public static long ofRow(long row) {
        return row / ROWS;
    }

    /** How many of the blocks of a node belong to its first half; there must be two or more. */
    public static int firstHalf(int blocks) {
        return Integer.highestOneBit(blocks - 1);
    }

    /** Most sums that wait at a time while so many blocks come one after the other, the last block's among them. */
    public static int mostRuns(int blocks) {
        return 1 + Integer.SIZE - Integer.numberOfLeadingZeros(blocks - 1);
    }

    /** How often the last two of the runs that wait are added, once this full block, counted from 0, is one of them. */
    public static int additionsAfter(long block) {
        return Long.numberOfTrailingZeros(block + 1);
    }
}
