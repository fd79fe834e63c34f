// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.words.GrowingWords;
import dev.nn4j.core.internal.words.KeptWords;

/** The numbers of a column as they come: floats, and what these leave out from the first number on that needs it. */
final class NumberCells {
    private final DecimalGrid grid = new DecimalGrid();
    /** Bits of floats. */
    private final GrowingWords numbers = new GrowingWords();

    private final GrowingWords rests = new GrowingWords();
    private boolean finer;
    private int capacity;

    /** Makes room for so many. */
    void reserve(int more) {
        capacity = more;
        numbers.reserve(capacity);
        if (finer) {
            rests.reserve(capacity);
        }
    }

    /** Sets the number of a row behind all that are set. */
    void set(int row, double number) {
        if (!finer && !grid.take(number)) {
            becomeFiner(row);
        }
        numbers.set(row, Float.floatToRawIntBits((float) number));
        if (finer) {
            rests.set(row, FloatRest.of(number));
        }
    }

    /** Sets the numbers of rows behind all that are set, the first so many of a block: as if they came one by one. */
    void setAll(NumberCells block, int row, int count) {
        if (!finer && (block.finer || !grid.takeAll(block.grid))) {
            becomeFiner(row);
        }
        numbers.setAll(row, block.numbers, count);
        if (finer && block.finer) {
            rests.setAll(row, block.rests, count);
        } else if (finer) {
            block.restsOfGrid(rests, row, count);
        }
    }

    private void becomeFiner(int rows) {
        finer = true;
        rests.reserve(capacity);
        restsOfGrid(rests, 0, rows);
    }

    /** What floats leave out of the first numbers, which are all on the grid. */
    private void restsOfGrid(GrowingWords into, int at, int count) {
        for (int r = 0; r < count; r++) {
            float nearest = Float.intBitsToFloat(numbers.get(r));
            into.set(at + r, FloatRest.of(DecimalGrid.number(nearest, grid.decimals())));
        }
    }

    /** Bytes of the heap for each. */
    int bytes() {
        return finer ? Float.BYTES + Integer.BYTES : Float.BYTES;
    }

    /** The column of the first so many. */
    Column column(String name, int field, CellType type, int rows) {
        KeptWords floats = numbers.kept(rows);
        return finer
                ? KeptColumns.numbers(name, field, type, floats, rests.kept(rows))
                : KeptColumns.numbers(name, field, type, floats, grid.decimals());
    }
}
