// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.Arrays;

/** Rows in the order of a number, the lowest first; 0 and −0 are one. Takes eight bytes of the heap for each row. */
public final class SortedRows {
    private final long[] keyed;

    /** Sorts them. */
    public SortedRows(int rows, RowNumber number) {
        this.keyed = new long[rows];
        for (int row = 0; row < rows; row++) {
            keyed[row] = (long) keyOf(number.of(row) + 0f) << Integer.SIZE | row; // -0 is 0
        }
        Arrays.sort(keyed);
    }

    /** The row at a place of the order. */
    public int row(int place) {
        return (int) keyed[place];
    }

    /** Whether the rows at two places have one number. */
    public boolean tie(int place, int other) {
        return keyed[place] >> Integer.SIZE == keyed[other] >> Integer.SIZE;
    }

    /** How many there are. */
    public int size() {
        return keyed.length;
    }

    /** An int that orders as the float does. */
    private static int keyOf(float number) {
        int bits = Float.floatToIntBits(number);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
