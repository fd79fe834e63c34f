// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.work.ColumnWalk;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.FloatRest;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is to be subtracted from a column of numbers, in double, so that floats tell apart what doubles do: the times
 * in milliseconds of one minute are one float, and so are 20000000 and 20000001. There is an offset where
 *
 * <ul>
 *   <li>two different numbers have one float, and
 *   <li>every number lies as near to the offset as to zero, so that it helps and cannot harm.
 * </ul>
 *
 * <p>It is the middle between least and greatest number, rounded to a power of two that is at most a quarter of their
 * distance: differences of whole numbers stay whole. So it depends on which numbers there are, not on their order, and is 0
 * for nearly all columns.
 */
final class OffsetFitter implements ColumnWalk.Column {
    /** Of so few numbers a sorted copy finds equal floats; of more, a place for each float that there can be. */
    private static final int MOST_SORTED = 1 << 20;
    /** The distance is at least four of the steps that an offset is a multiple of. */
    private static final int QUARTER = 2;
    /** Above the int that any rest is, added to it: no rest seen is then the 0 that stands for none. */
    private static final int SEEN = 1 << 30;

    private final Table table;
    private final Column column;
    private final Cancellation.Walk walk;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private OffsetFitter(Table table, String column) {
        this.table = table;
        this.column = table.numbersOf(column);
        this.walk = table.cancellation().newWalk();
    }

    /** The offsets of columns of a table; 0 for one that needs none or is no column of numbers. */
    static double[] fit(Table table, List<String> columns) {
        OffsetFitter[] fitters = new OffsetFitter[columns.size()];
        for (int c = 0; c < fitters.length; c++) {
            fitters[c] = table.isFiner(columns.get(c)) ? new OffsetFitter(table, columns.get(c)) : null;
        }
        double[] offsets = new double[fitters.length];
        List<OffsetFitter> finer =
                Arrays.stream(fitters).filter(fitter -> fitter != null).toList();
        if (!finer.isEmpty()) {
            ColumnWalk.over(table.rows(), table.threads(), table.cancellation(), finer);
            Arrays.setAll(offsets, c -> fitters[c] == null ? 0 : fitters[c].offset());
        }
        return offsets;
    }

    @Override
    public void see(int from, int to) {
        for (int row = from; row < to; row++) {
            walk.step();
            double number = column.exact(row);
            if (!Double.isNaN(number)) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
    }

    private double offset() {
        if (!(least < most)) {
            return 0;
        }
        double step = Math.scalb(1.0, Math.getExponent(most - least) - QUARTER);
        double offset = Math.rint((least / 2 + most / 2) / step) * step;
        boolean helps =
                offset != 0 && Math.abs(least - offset) <= Math.abs(least) && Math.abs(most - offset) <= Math.abs(most);
        return helps && (table.rows() <= MOST_SORTED ? isFloatSharedBySorting() : isFloatShared()) ? offset : 0;
    }

    private boolean isFloatSharedBySorting() {
        double[] sorted = new double[table.rows()];
        Arrays.setAll(sorted, column::exact);
        Arrays.sort(sorted); // NaN last
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1] < sorted[i] && (float) sorted[i - 1] == (float) sorted[i]) {
                return true;
            }
        }
        return false;
    }

    /** All numbers are of one sign and within a factor of 3, which leaves at most 2^24 floats and a few. */
    private boolean isFloatShared() {
        int first = place(Math.min(Math.abs(least), Math.abs(most)));
        WordArray rests = table.newWords(place(Math.max(Math.abs(least), Math.abs(most))) - first + 1L);
        for (int row = 0; row < table.rows(); row++) {
            walk.step();
            double number = column.exact(row);
            if (!Double.isNaN(number)) {
                int place = place(Math.abs(number)) - first;
                int rest = SEEN + FloatRest.of(number);
                int before = rests.get(place);
                if (before != 0 && before != rest) {
                    return true;
                }
                rests.set(place, rest);
            }
        }
        return false;
    }

    /** Floats above 0 are ordered as their bits. */
    private static int place(double magnitude) {
        return Float.floatToIntBits((float) magnitude);
    }
}
