// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.math.RandomStream;

/** The order in which an epoch takes the rows. */
final class RowOrder {
    private final int[] order;
    private final boolean shuffle;
    private final long seed;

    RowOrder(int rows, boolean shuffle, long seed) {
        this.order = new int[rows];
        this.shuffle = shuffle;
        this.seed = seed;
        reset();
    }

    /**
     * The rows in the order of an epoch. Each epoch's depends on the seed and its number alone, not on those before, so
     * that resuming needs no memory of them.
     */
    int[] ofEpoch(int epoch) {
        if (shuffle) {
            reset();
            RandomStream.of(seed, RandomStream.Purpose.SHUFFLE, 0, epoch).shuffle(order);
        }
        return order;
    }

    private void reset() {
        for (int row = 0; row < order.length; row++) {
            order[row] = row;
        }
    }
}
