// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.table.Table;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks at a column of numbers. Where no two of them have one float, floats tell all that is asked: they are equal, whole and in
 * the order that the numbers are.
 */
final class NumberLook extends ColumnLook {
    /** Up to here a double holds every whole number. */
    private static final double EVERY_WHOLE = 0x1p53;

    private static final double MOST_IN_64_BITS = 0x1p64;
    /** Numbers a million times smaller than this one still are floats of all their digits. */
    private static final double LEAST = 0x1p-106;

    private static final double MANY = 0.05;
    private static final double LOOSEST = 2;
    private static final double MOST_AGAIN = 0.02;
    private static final double MANY_DIFFERENT = 0.2;

    private final boolean finer;
    private final double first;
    private final double offset;
    private double before = Double.NEGATIVE_INFINITY;
    private boolean counts = true;
    private boolean whole = true;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double most;
    private int rows;
    private int mergedRows;
    private float[] block = new float[0];

    NumberLook(Feature feature, Table table) {
        super(feature, table.numbersOf(feature.name()));
        this.finer = table.isFiner(feature.name());
        this.first = cells.exact(0);
        this.offset = feature.kind().offset();
    }

    @Override
    public void see(int from, int to) {
        if (finer || offset != 0) {
            for (int row = from; row < to; row++) {
                seeExact(row);
            }
            return;
        }
        int count = to - from;
        block = block.length < count ? new float[count] : block;
        cells.numbersOf(from, to, block, 0, 1);
        seeFloats(count);
        constant = constant && isFirst(count);
        counts = counts && goesOn(count);
        whole = whole && isWhole(count);
        before = block[count - 1];
        rows += count;
    }

    /** What is asked of every number. */
    private void seeFloats(int count) {
        int gaps = 0;
        int hashed = hash;
        float magnitude = (float) most;
        for (int i = 0; i < count; i++) {
            float number = block[i];
            gaps += Float.isNaN(number) ? 1 : 0;
            hashed = 31 * hashed + Float.hashCode(number);
            magnitude = Math.max(magnitude, Math.abs(number));
        }
        missing += gaps;
        hash = hashed;
        most = magnitude;
    }

    private boolean isFirst(int count) {
        float wanted = (float) first;
        int i = 0;
        while (i < count && Float.compare(block[i], wanted) == 0) {
            i++;
        }
        return i == count;
    }

    private boolean goesOn(int count) {
        float last = (float) before;
        int i = 0;
        while (i < count && (rows + i == 0 || (block[i] > last && block[i] == Math.rint(block[i])))) {
            last = block[i++];
        }
        return i == count;
    }

    private boolean isWhole(int count) {
        int i = 0;
        while (i < count && block[i] == Math.rint(block[i])) {
            least = Math.min(least, block[i]);
            greatest = Math.max(greatest, block[i]);
            i++;
        }
        return i == count;
    }

    private void seeExact(int row) {
        double number = cells.exact(row);
        missing += Double.isNaN(number) ? 1 : 0;
        hash = 31 * hash + Float.hashCode((float) number);
        constant = constant && Double.compare(number, first) == 0;
        counts = counts && (row == 0 || (number > before && number == Math.rint(number)));
        mergedRows += row > 0 && number != before && lessOffset(number) == lessOffset(before) ? 1 : 0;
        most = Math.max(most, Math.abs(number));
        rows++;
        before = number;
        whole = whole && number == Math.rint(number);
        least = Math.min(least, number);
        greatest = Math.max(greatest, number);
    }

    @Override
    boolean isIdentifier() {
        return counts || (whole && greatest - least < LOOSEST * rows && areDifferent());
    }

    /** A number for each thing that rows are of, such as a customer, and not one among a few. */
    @Override
    boolean isNamedIdentifier() {
        if (!whole || !IdentifierName.isOne(feature.name())) {
            return false;
        }
        int looked = Math.min(rows, MOST_ROWS);
        Set<Double> different = new HashSet<>();
        for (int row = 0; row < looked; row++) {
            different.add(cells.exact(row));
        }
        return different.size() >= MANY_DIFFERENT * looked;
    }

    /** Whoever numbers rows leaves out fewer numbers than he gives, so that one bit for each is little. */
    private boolean areDifferent() {
        BitSet seen = new BitSet();
        int again = 0;
        for (int row = 0; row < rows && again <= MOST_AGAIN * rows; row++) {
            int at = (int) (cells.exact(row) - least);
            again += seen.get(at) ? 1 : 0;
            seen.set(at);
        }
        return again <= MOST_AGAIN * rows;
    }

    private float lessOffset(double number) {
        return (float) (number - offset);
    }

    /** Larger numbers than an identifier in 64 bits are measured, and meant only so far. */
    @Override
    boolean isBeyondDoubles() {
        return (constant || feature.kind().offset() != 0) && most > EVERY_WHOLE && most <= MOST_IN_64_BITS;
    }

    /** Below a float's least one, numbers are 0 in a table. */
    @Override
    boolean isTiny() {
        return most < LEAST;
    }

    @Override
    boolean isMerged() {
        return mergedRows > MANY * rows;
    }
}
