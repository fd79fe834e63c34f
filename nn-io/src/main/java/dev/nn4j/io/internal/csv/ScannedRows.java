// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.core.cell.KnownTexts;
import dev.nn4j.core.cell.RowTexts;
import java.util.Arrays;

/** Rows that a scan has found in an array: where their cells lie. */
final class ScannedRows {
    private static final int FIRST_CELLS = 512;
    private static final int FIRST_ROWS = 64;

    private final byte[] bytes;
    private int[] bounds = new int[FIRST_CELLS];
    private int cells;
    /** The first cell of each row, and behind the last row the first of the next. */
    private int[] firstCells = new int[FIRST_ROWS];

    private long[] lines = new long[FIRST_ROWS];
    private boolean[] blank = new boolean[FIRST_ROWS];
    private int rows;

    ScannedRows(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return rows;
    }

    /** The row of this number, from 0. */
    Row row(int row, KnownTexts known) {
        int first = firstCells[row];
        return new Row(lines[row], new RowTexts(bytes, bounds, first, firstCells[row + 1] - first, known), blank[row]);
    }

    /** Adds a cell to the row that is being read. */
    void addCell(int from, int to) {
        if (2 * cells + 2 > bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * cells] = from;
        bounds[2 * cells + 1] = to;
        cells++;
    }

    /** How many cells the row has that is being read. */
    int cellsOfRow() {
        return cells - firstCells[rows];
    }

    /** Ends the row that is being read. */
    void endRow(long line, boolean isBlank) {
        if (rows + 1 == firstCells.length) {
            firstCells = Arrays.copyOf(firstCells, 2 * firstCells.length);
            lines = Arrays.copyOf(lines, firstCells.length);
            blank = Arrays.copyOf(blank, firstCells.length);
        }
        lines[rows] = line;
        blank[rows] = isBlank;
        firstCells[++rows] = cells;
    }

    /** Forgets the cells of the row that is being read: it goes on behind the array, or is not for the scan to read. */
    void dropRow() {
        cells = firstCells[rows];
    }
}
