// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;

/**
 * Finds in values, none missing, the one that is to stand for those that are. Sums are in double, in the order of {@link
 * dev.nn4j.core.internal.blocks.Blocks}, a missing value being nothing.
 */
abstract sealed class FillStatistic {
    private int count;

    /**
     * What a policy that fills asks for.
     *
     * @param values room for all values there will be, for those that look at them together; zeros
     */
    static FillStatistic of(MissingPolicy policy, WordSupply values) {
        return switch (policy) {
            case MEAN -> new Mean();
            case MEDIAN -> new Median(values.get());
            case MOST_FREQUENT -> new MostFrequent(values.get());
            case ERROR, REFUSE, OWN_CATEGORY ->
                throw new IllegalArgumentException("missing values: " + policy.word() + " fills nothing");
        };
    }

    /** Gives words. */
    interface WordSupply {
        WordArray get();
    }

    /** Takes in the value of a row, which comes after all rows before. */
    final void add(int row, float value) {
        accept(row, value, count);
        count++;
    }

    /** Number of values. */
    final int count() {
        return count;
    }

    /** Sees the value of a row, which has this many values before it. */
    abstract void accept(int row, float value, int before);

    /** The value found; there must be at least one, and none is added afterwards. */
    abstract float value();

    private static final class Mean extends FillStatistic {
        private final BlockSum sum = new BlockSum();

        @Override
        void accept(int row, float value, int before) {
            sum.add(row, value);
        }

        @Override
        float value() {
            return (float) (sum.total() / count());
        }
    }

    private abstract static sealed class OfAll extends FillStatistic {
        private final WordArray values;

        OfAll(WordArray values) {
            this.values = values;
        }

        @Override
        final void accept(int row, float value, int before) {
            values.set(before, Float.floatToRawIntBits(noted(value)));
        }

        /** What is kept of a value. */
        float noted(float value) {
            return value;
        }

        final SortedNumbers.Walk sorted() {
            return new SortedNumbers(values, 0, count()).walk();
        }
    }

    private static final class Median extends OfAll {
        Median(WordArray values) {
            super(values);
        }

        @Override
        float value() {
            SortedNumbers.Walk walk = sorted();
            long seen = 0;
            while (seen <= (count() - 1) / 2) {
                walk.next();
                seen += walk.times();
            }
            float lower = walk.number();
            if (seen <= count() / 2) {
                walk.next();
            }
            return count() % 2 == 1 ? lower : (float) (((double) lower + walk.number()) / 2);
        }
    }

    private static final class MostFrequent extends OfAll {
        MostFrequent(WordArray values) {
            super(values);
        }

        @Override
        float noted(float value) {
            return value + 0.0f; // -0 is 0
        }

        @Override
        float value() {
            float best = Float.NaN;
            long most = 0;
            SortedNumbers.Walk walk = sorted();
            while (walk.next()) {
                if (walk.times() > most) {
                    best = walk.number();
                    most = walk.times();
                }
            }
            return best;
        }
    }
}
