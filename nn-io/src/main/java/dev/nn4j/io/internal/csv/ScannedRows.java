// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.core.cell.KnownTexts;
import dev.nn4j.core.cell.RowTexts;
import java.util.Arrays;

/** Rows that a scan has found in an array: where their cells lie. */
final class ScannedRows {
    private static final int FIRST_CELLS = 512;
    private static final int FIRST_ROWS = 64;

    private byte[] bytes;
    private int[] bounds;
    private int cells;
    /** The first cell of each row, and behind the last row the first of the next. */
    private int[] firstCells;

    private long[] lines;
    private boolean[] blank;
    private int rows;

    /** None yet, and room for few. */
    ScannedRows(byte[] bytes) {
        this(bytes, FIRST_CELLS, FIRST_ROWS);
    }

    private ScannedRows(byte[] bytes, int cells, int rows) {
        this.bytes = bytes;
        this.bounds = new int[2 * cells];
        this.firstCells = new int[rows + 1];
        this.lines = new long[rows];
        this.blank = new boolean[rows];
    }

    /**
     * None yet of another array, and room for a few more than these are: blocks of a text are alike. Where there are none,
     * nobody has any, and these serve again.
     */
    ScannedRows another(byte[] other) {
        if (rows == 0) {
            bytes = other;
            return this;
        }
        return new ScannedRows(
                other, Math.max(FIRST_CELLS, cells + cells / 16), Math.max(FIRST_ROWS, rows + rows / 16));
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
        if (rows == lines.length) {
            firstCells = Arrays.copyOf(firstCells, 2 * rows + 1);
            lines = Arrays.copyOf(lines, 2 * rows);
            blank = Arrays.copyOf(blank, 2 * rows);
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
