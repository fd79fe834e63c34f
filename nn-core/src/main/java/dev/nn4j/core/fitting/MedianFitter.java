// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.blocks.RowBlocks;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * Fits a column of many numbers in memory, for whose gaps the median stands: the numbers are counted by the first half of their
 * bits, and those that share the median's by the other half. Nothing is copied or sorted, which would take memory for each row.
 */
final class MedianFitter extends FeatureFitter {
    /** From so many rows on the counts take less memory than the numbers. */
    private static final int MANY = 1 << 17;

    private static final int ROWS = 1024;
    private static final int HALF = 16;
    private static final int HALVES = 1 << HALF;

    private final FeatureKind kind;
    private final ColumnPlan plan;
    private final Column cells;
    private final int rows;
    private final Cancellation cancellation;
    private final int[] counts = new int[HALVES];
    private final float[] block = new float[ROWS];
    private int count;

    MedianFitter(Table table, String name, FeatureKind kind, ColumnPlan plan) {
        super(table, name);
        this.kind = kind;
        this.plan = plan;
        this.cells = table.numbersOf(name);
        this.rows = table.rows();
        this.cancellation = table.cancellation();
    }

    /** Whether the numbers of a table are best counted. */
    static boolean suits(Table table) {
        return table.isInMemory() && table.rows() >= MANY;
    }

    @Override
    void see(int from, int to) {
        for (int first = from; first < to; first += ROWS) {
            int length = Math.min(ROWS, to - first);
            cells.numbersOf(first, first + length, block, 0, 1);
            for (int i = 0; i < length; i++) {
                if (!Float.isNaN(block[i])) {
                    counts[key(block[i]) >>> HALF]++;
                    count++;
                }
            }
        }
    }

    @Override
    Feature fit() {
        if (count == 0) {
            throw withoutValues();
        }
        return new Feature(name(), kind, missing(plan, List.of(median())));
    }

    /** Of an even number of values the mean of the two in the middle. */
    private float median() {
        float lower = number((count - 1) / 2);
        return count % 2 == 1 ? lower : (float) (((double) lower + number(count / 2)) / 2);
    }

    /** The number that has so many before it in ascending order. */
    private float number(int before) {
        int first = 0;
        int rest = before;
        while (rest >= counts[first]) {
            rest -= counts[first++];
        }
        int[] others = othersOf(first);
        int second = 0;
        while (rest >= others[second]) {
            rest -= others[second++];
        }
        return numberOf(first << HALF | second);
    }

    /** How often numbers that begin with these bits have which others. */
    private int[] othersOf(int first) {
        int[] others = new int[HALVES];
        RowBlocks.over(rows, cancellation, (from, to) -> {
            cells.numbersOf(from, to, block, 0, 1);
            for (int i = 0; i < to - from; i++) {
                int key = key(block[i]);
                if (key >>> HALF == first && !Float.isNaN(block[i])) {
                    others[key & HALVES - 1]++;
                }
            }
        });
        return others;
    }

    /** Bits that, taken as an unsigned int, order as the float does; −0 comes before 0. */
    private static int key(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    private static float numberOf(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
