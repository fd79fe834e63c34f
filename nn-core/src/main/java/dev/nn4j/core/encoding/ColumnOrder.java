// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;

/** The values of one column, for {@link Quartiles}. */
interface ColumnOrder {
    /** Takes in a value. */
    void add(float value);

    /** Of all values; there must be at least one, and none is added afterwards. */
    Quartiles quartiles();

    /** Number of values. */
    long count();

    /** Values of every kind, which are noted in words of their own. */
    final class OfNumbers implements ColumnOrder {
        private final WordArray words;
        private final long from;
        private long to;

        /** Notes them from an index on. */
        OfNumbers(WordArray words, long from) {
            this.words = words;
            this.from = from;
            this.to = from;
        }

        @Override
        public void add(float value) {
            words.set(to++, Float.floatToRawIntBits(value));
        }

        @Override
        public long count() {
            return to - from;
        }

        @Override
        public Quartiles quartiles() {
            Quartiles quartiles = new Quartiles(count());
            SortedNumbers.Walk walk = new SortedNumbers(words, from, to).walk();
            while (walk.next()) {
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
        public void add(float value) {
            if (value > 0) {
                positive++;
            } else if (value < 0) {
                negative++;
            } else {
                zero++;
            }
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
