// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import java.util.Arrays;

/** The numbers of a column as they come: floats, and what these leave out from the first number on that needs it. */
final class NumberCells {
    private final DecimalGrid grid = new DecimalGrid();
    private float[] numbers = new float[0];
    private int[] rests = new int[0];
    private boolean finer;

    /** Makes room for so many. */
    void reserve(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        if (finer) {
            rests = Arrays.copyOf(rests, capacity);
        }
    }

    /** Sets the number of a row behind all that are set. */
    void set(int row, double number) {
        if (!finer && !grid.take(number)) {
            finer = true;
            rests = new int[numbers.length];
            for (int r = 0; r < row; r++) {
                rests[r] = FloatRest.of(DecimalGrid.number(numbers[r], grid.decimals()));
            }
        }
        numbers[row] = (float) number;
        if (finer) {
            rests[row] = FloatRest.of(number);
        }
    }

    /** Bytes of the heap for each. */
    int bytes() {
        return finer ? Float.BYTES + Integer.BYTES : Float.BYTES;
    }

    /** The column of the first so many. */
    Column column(String name, int field, CellType type, int rows) {
        float[] floats = Arrays.copyOf(numbers, rows);
        return finer
                ? Column.numbers(name, field, type, floats, Arrays.copyOf(rests, rows))
                : Column.numbers(name, field, type, floats, grid.decimals());
    }
}
