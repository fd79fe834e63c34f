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
            becomeFiner(row);
        }
        numbers[row] = (float) number;
        if (finer) {
            rests[row] = FloatRest.of(number);
        }
    }

    /** Sets the numbers of rows behind all that are set, the first so many of a block: as if they came one by one. */
    void setAll(NumberCells block, int row, int count) {
        if (!finer && (block.finer || !grid.takeAll(block.grid))) {
            becomeFiner(row);
        }
        System.arraycopy(block.numbers, 0, numbers, row, count);
        if (finer && block.finer) {
            System.arraycopy(block.rests, 0, rests, row, count);
        } else if (finer) {
            block.restsOfGrid(rests, row, count);
        }
    }

    private void becomeFiner(int rows) {
        finer = true;
        rests = new int[numbers.length];
        restsOfGrid(rests, 0, rows);
    }

    /** What floats leave out of the first numbers, which are all on the grid. */
    private void restsOfGrid(int[] into, int at, int count) {
        for (int r = 0; r < count; r++) {
            into[at + r] = FloatRest.of(DecimalGrid.number(numbers[r], grid.decimals()));
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
