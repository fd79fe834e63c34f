// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.internal.work.SharedLoop;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Finds shift and scale of columns from their order statistics: the median, and the distance of the quartiles or, where
 * that is 0, half the range. One walk over the rows notes the values that are there, as {@code
 * dev.nn4j.core.fitting} does for medians that fill gaps: in words of the table, which are on the disk where it is.
 */
final class RobustFitter {
    /** Where 25 and 75 % of the values are reached. */
    private static final int LOWER = 1;

    private static final int MEDIAN = 2;
    private static final int UPPER = 3;
    private static final int MOST = 4;

    private final Scaling scaling;
    private final boolean[] scaled;
    private final WalkedColumns values;
    private final ColumnOrder[] columns;
    private final float[] shift;
    private final float[] scale;
    private final float[] bounds;

    /**
     * For these columns; NaN is no value.
     *
     * @param scaled those that are not are shifted by 0, divided by 1 and not bounded
     * @param quantities those that are not are −1, 0 or 1
     * @param words gives zeros
     * @param cancellation is asked while they are sorted
     */
    RobustFitter(
            Scaling scaling,
            boolean[] scaled,
            boolean[] quantities,
            WalkedColumns values,
            LongFunction<WordArray> words,
            Cancellation cancellation) {
        this.scaling = scaling;
        this.scaled = scaled.clone();
        this.values = values;
        this.columns = new ColumnOrder[scaled.length];
        this.shift = new float[scaled.length];
        this.scale = new float[scaled.length];
        this.bounds = new float[scaled.length];
        Arrays.fill(scale, 1);
        Arrays.fill(bounds, Float.POSITIVE_INFINITY);
        notes(quantities, words, cancellation);
    }

    private void notes(boolean[] quantities, LongFunction<WordArray> words, Cancellation cancellation) {
        long noted = 0;
        for (int c = 0; c < scaled.length; c++) {
            noted += scaled[c] && quantities[c] ? values.rows() : 0;
        }
        WordArray room = words.apply(noted);
        long next = 0;
        for (int c = 0; c < scaled.length; c++) {
            if (scaled[c] && quantities[c]) {
                columns[c] = new ColumnOrder.OfNumbers(room, next, values.rows(), cancellation);
                next += values.rows();
            } else {
                columns[c] = new ColumnOrder.OfSigns();
            }
        }
    }

    /** For inputs: one that is constant, or never there, is 0 whatever comes. */
    Scaler inputs() {
        fit();
        for (int c = 0; c < scaled.length; c++) {
            if (scaled[c] && scale[c] == 0) {
                shift[c] = 0; // from which nothing is so far that the difference would overflow
                scale[c] = Float.POSITIVE_INFINITY;
            }
        }
        return scaling.isBounded() ? Scaler.smooth(shift, scale, bounds) : Scaler.of(scaling, shift, scale);
    }

    /** For targets, which must come back: a constant one is only shifted. */
    Scaler targets() {
        fit();
        for (int c = 0; c < scaled.length; c++) {
            scale[c] = scale[c] == 0 ? 1 : scale[c];
        }
        return Scaler.of(scaling, shift, scale);
    }

    private void fit() {
        values.over(() -> new Notes());
        SharedLoop.of(scaled.length, ColumnWalk.sharing(values.rows(), scaled.length, values.threads()), c -> {
            if (scaled[c]) {
                bounds[c] = Scaler.BOUND;
                scale[c] = 0;
                settle(c);
            }
            return c;
        });
    }

    /** The values of a block that are there. */
    private final class Notes implements WalkedColumns.Statistic {
        private final ColumnOrder.OfBlock[] block = new ColumnOrder.OfBlock[scaled.length];

        Notes() {
            for (int c = 0; c < block.length; c++) {
                block[c] = columns[c].newBlock();
            }
        }

        @Override
        public void see(int first, int count, float[] values) {
            for (int c = 0; c < block.length; c++) {
                for (int row = 0; scaled[c] && row < count; row++) {
                    block[c].add(first + row, values[row * block.length + c]);
                }
            }
        }

        @Override
        public void tell() {
            for (int c = 0; c < block.length; c++) {
                block[c].tell();
            }
        }
    }

    private void settle(int c) {
        if (columns[c].count() > 0) {
            Quartiles quartiles = columns[c].quartiles();
            double inner = quartiles.at(UPPER) - quartiles.at(LOWER);
            double spread = inner == 0 ? (quartiles.at(MOST) - quartiles.at(0)) / 2 : inner;
            shift[c] = (float) quartiles.at(MEDIAN);
            scale[c] = spread == 0 ? 0 : held(spread);
        }
    }

    /** A spread that no float holds is the nearest that one does. */
    private static float held(double spread) {
        return Math.max(Float.MIN_VALUE, Math.min(Float.MAX_VALUE, (float) spread));
    }
}
