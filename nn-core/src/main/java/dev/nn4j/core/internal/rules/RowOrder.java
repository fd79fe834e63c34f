// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.WordArray;
import java.util.Optional;

/** The order in which an epoch takes the rows. */
public final class RowOrder {
    /** Rows that are numbered sooner than the clock could be read for each. */
    private static final int ROWS_TO_STEP = 1 << 12;

    private final WordArray order;
    private final boolean shuffle;
    private final Optional<BlockStripes> stripes;
    private final long seed;
    private final Cancellation.Walk walk;
    private boolean filled;

    /** Orders as many rows as there are words, which it fills. */
    public RowOrder(WordArray order, boolean shuffle, long seed) {
        this(order, shuffle, seed, Cancellation.none());
    }

    /** One that a cancellation may end while it is made. */
    public RowOrder(WordArray order, boolean shuffle, long seed, Cancellation cancellation) {
        this(order, shuffle, Optional.empty(), seed, cancellation);
    }

    /** One that may shuffle rows in blocks. */
    public RowOrder(
            WordArray order, boolean shuffle, Optional<BlockStripes> stripes, long seed, Cancellation cancellation) {
        this.stripes = stripes;
        this.order = order;
        this.shuffle = shuffle;
        this.seed = seed;
        this.walk = cancellation.newWalk();
    }

    /**
     * The rows in the order of an epoch. Each epoch's depends on the seed and its number alone, not on those before, so
     * that resuming needs no memory of them.
     */
    public WordArray ofEpoch(int epoch) {
        if (shuffle || !filled) {
            reset();
        }
        if (shuffle && stripes.isPresent()) {
            stripes.get().shuffle(order, seed, epoch);
        } else if (shuffle) {
            RandomStream.of(seed, RandomStream.Purpose.SHUFFLE, 0, epoch).shuffle((int) order.length(), this::exchange);
        }
        return order;
    }

    private void exchange(long one, long other) {
        walk.step();
        order.exchange(one, other);
    }

    private void reset() {
        for (int row = 0; row < order.length(); row++) {
            if (row % ROWS_TO_STEP == 0) {
                walk.longStep();
            }
            order.set(row, row);
        }
        filled = true;
    }
}
