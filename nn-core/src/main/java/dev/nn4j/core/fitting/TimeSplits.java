// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import java.util.Arrays;

/**
 * Divides rows by time: later rows judge what earlier ones taught. Rows of one time are never divided. Nothing is drawn.
 *
 * @since 0.1.0
 */
public final class TimeSplits {
    private static final int DIGIT = 16;
    private static final int DIGITS = Long.SIZE / DIGIT;
    private static final int MASK = (1 << DIGIT) - 1;

    private final int rows;
    private final Time time;

    /** Of so many rows. */
    public TimeSplits(int rows, Time time) {
        this.rows = rows;
        this.time = time;
    }

    /** When a row was. */
    @FunctionalInterface
    public interface Time {
        /** A number that rises with time. */
        long of(int row);
    }

    /**
     * Where the last rows begin: about a fraction of all, and rather more of them than a time is divided; at least the last time,
     * and not the first.
     *
     * @param fraction in (0, 1)
     * @return the times from which on rows are set aside, one; none where all rows have one time
     */
    public long[] later(double fraction) {
        return starts(new long[] {rows - Math.max(1, Math.min(rows, Math.round(fraction * rows)))});
    }

    /**
     * Where the parts of an expanding window begin: of n rows the last {@code folds · ⌊n / (folds + 1)⌋} in equal parts, each
     * judged by what all rows before it taught.
     *
     * @param folds at least 1
     * @return the time at which each begins, rising; fewer where a time is too common for so many
     */
    public long[] expanding(int folds) {
        long size = rows / (folds + 1L);
        if (size == 0) {
            return new long[0];
        }
        long[] places = new long[folds];
        Arrays.setAll(places, fold -> rows - (folds - fold) * size);
        return starts(places);
    }

    /** The times at these places of the rows in order; each once, and not the first of all. */
    private long[] starts(long[] places) {
        long first = Long.MAX_VALUE;
        for (int row = 0; row < rows; row++) {
            first = Math.min(first, time.of(row));
        }
        long[] starts = new long[places.length];
        int found = 0;
        for (long place : places) {
            long start = at(place);
            start = start == first && found == 0 ? after(first) : start;
            if (start > first && (found == 0 || start > starts[found - 1])) {
                starts[found++] = start;
            }
        }
        return Arrays.copyOf(starts, found);
    }

    /** The least time after this one; the same if there is none. */
    private long after(long one) {
        long next = Long.MAX_VALUE;
        boolean found = false;
        for (int row = 0; row < rows; row++) {
            long other = time.of(row);
            if (other > one) {
                next = Math.min(next, other);
                found = true;
            }
        }
        return found ? next : one;
    }

    /** The time at a place of the rows in order, found digit by digit. */
    private long at(long place) {
        long left = place;
        long known = 0;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            long[] counts = counts(digit, known);
            int value = 0;
            while (left >= counts[value]) {
                left -= counts[value++];
            }
            known |= (long) value << digit * DIGIT;
        }
        return known ^ Long.MIN_VALUE;
    }

    /** How many of the times whose higher digits are known have each value of a digit. */
    private long[] counts(int digit, long known) {
        long[] counts = new long[MASK + 1];
        int shift = digit * DIGIT;
        for (int row = 0; row < rows; row++) {
            long unsigned = time.of(row) ^ Long.MIN_VALUE;
            boolean same = digit == DIGITS - 1 || unsigned >>> shift + DIGIT == known >>> shift + DIGIT;
            if (same) {
                counts[(int) (unsigned >>> shift) & MASK]++;
            }
        }
        return counts;
    }
}
