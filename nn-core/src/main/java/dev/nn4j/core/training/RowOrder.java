// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.data.Words;

/** The order in which an epoch takes the rows. */
final class RowOrder {
    private final Words order;
    private final boolean shuffle;
    private final long seed;

    /** Orders as many rows as there are words, which it fills. */
    RowOrder(Words order, boolean shuffle, long seed) {
        this.order = order;
        this.shuffle = shuffle;
        this.seed = seed;
        reset();
    }

    /**
     * The rows in the order of an epoch. Each epoch's depends on the seed and its number alone, not on those before, so
     * that resuming needs no memory of them.
     */
    Words ofEpoch(int epoch) {
        if (shuffle) {
            reset();
            RandomStream.of(seed, RandomStream.Purpose.SHUFFLE, 0, epoch)
                    .shuffle((int) order.length(), order::exchange);
        }
        return order;
    }

    private void reset() {
        for (int row = 0; row < order.length(); row++) {
            order.set(row, row);
        }
    }
}
