// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.blocks.Blocks;
import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;

/** The values of one column, for {@link Quartiles}. */
interface ColumnOrder {
    /** Takes in values. */
    OfBlock newBlock();

    /** Of all values; there must be at least one, and none is added afterwards. */
    Quartiles quartiles();

    /** Number of values. */
    long count();

    /** Those of one of the {@link Blocks} at a time. */
    interface OfBlock {
        /** Takes in a row's value; NaN is none. */
        void add(int row, float value);

        /** Says how many values there were, and begins with the next block. */
        void tell();
    }

    /** Values of every kind, which are noted in words of their own: each row's at its place, where NaN is sorted behind all. */
    final class OfNumbers implements ColumnOrder {
        private final WordArray words;
        private final long from;
        private final int rows;
        private final Cancellation cancellation;
        private long count;

        /** Notes them from an index on, a word for each row. */
        OfNumbers(WordArray words, long from, int rows, Cancellation cancellation) {
            this.words = words;
            this.from = from;
            this.rows = rows;
            this.cancellation = cancellation;
        }

        @Override
        public OfBlock newBlock() {
            return new OfBlock() {
                private int there;

                @Override
                public void add(int row, float value) {
                    words.set(from + row, Float.floatToIntBits(value));
                    there += Float.isNaN(value) ? 0 : 1;
                }

                @Override
                public void tell() {
                    count += there;
                    there = 0;
                }
            };
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public Quartiles quartiles() {
            Quartiles quartiles = new Quartiles(count());
            SortedNumbers.Walk walk = new SortedNumbers(words.walked(cancellation), from, from + rows).walk();
            while (walk.next() && !Float.isNaN(walk.number())) {
                quartiles.pass(walk.number(), walk.times());
            }
            return quartiles;
        }
    }

    /** Inputs of categories and the like, which there may be thousands of: −1, 0 and 1 are only counted. */
    final class OfSigns implements ColumnOrder {
        private long negative;
        private long zero;
        private long positive;

        @Override
        public OfBlock newBlock() {
            return new OfBlock() {
                private int below;
                private int at;
                private int above;

                @Override
                public void add(int row, float value) {
                    if (value > 0) {
                        above++;
                    } else if (value < 0) {
                        below++;
                    } else if (value == 0) {
                        at++;
                    }
                }

                @Override
                public void tell() {
                    negative += below;
                    zero += at;
                    positive += above;
                    below = 0;
                    at = 0;
                    above = 0;
                }
            };
        }

        @Override
        public long count() {
            return negative + zero + positive;
        }

        @Override
        public Quartiles quartiles() {
            Quartiles quartiles = new Quartiles(count());
            quartiles.pass(-1, negative);
            quartiles.pass(0, zero);
            quartiles.pass(1, positive);
            return quartiles;
        }
    }
}
