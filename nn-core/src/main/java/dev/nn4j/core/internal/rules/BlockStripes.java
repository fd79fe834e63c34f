// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;

/**
 * An order of rows in which blocks stay whole. Block b belongs to lane b mod n; an epoch takes a block of each lane in turn,
 * the blocks of a lane in an order of its own. So who has the rows of some lanes has its share of every batch, and a batch of
 * n blocks has one of each. Blocks behind the last of the last lane come at the end, a short one last of all.
 *
 * @param lanes how many there are, at least 1
 * @param within whether the rows of a block change places, too
 */
public record BlockStripes(int lanes, boolean within) {
    /** Exchanges rows that stand in their own order. */
    void shuffle(WordArray order, long seed, int epoch) {
        int full = (int) (order.length() / Blocks.ROWS);
        int turns = full / lanes;
        for (int lane = 0; lane < lanes && turns > 0; lane++) {
            int[] blocks = new int[turns];
            Arrays.setAll(blocks, turn -> turn);
            RandomStream.of(seed, RandomStream.Purpose.SHUFFLE, lane + 1, epoch).shuffle(blocks);
            for (int turn = 0; turn < turns; turn++) {
                fill(order, turn * lanes + lane, blocks[turn] * lanes + lane);
            }
        }
        for (int block = 0; within && (long) block * Blocks.ROWS < order.length(); block++) {
            shuffleWithin(order, block, seed, epoch);
        }
    }

    private static void fill(WordArray order, int place, int block) {
        for (int i = 0; i < Blocks.ROWS; i++) {
            order.set((long) place * Blocks.ROWS + i, block * Blocks.ROWS + i);
        }
    }

    private static void shuffleWithin(WordArray order, int place, long seed, int epoch) {
        long first = (long) place * Blocks.ROWS;
        int rows = (int) Math.min(Blocks.ROWS, order.length() - first);
        // there are fewer than 2^19 blocks
        long round = (long) epoch << 19 | place;
        RandomStream.of(seed, RandomStream.Purpose.SHUFFLE, RandomStream.MAX_LAYER, round)
                .shuffle(rows, (one, other) -> order.exchange(first + one, first + other));
    }
}
