// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import java.util.List;

/**
 * Where the rests of numbers lie: row behind row, in each the columns that were finer by then, in the order in which they
 * became so.
 */
final class RestLayout {
    private final int rows;
    /** The rows at which columns join, where the words from there on begin, and how many columns there are then. */
    private final int[] firstRows;

    private final long[] starts;
    private final int[] widths;
    private final int parts;

    /**
     * The layout of some rows.
     *
     * @param finer by ascending first row, each within the rows
     */
    RestLayout(int rows, List<FinerColumn> finer) {
        this.rows = rows;
        this.firstRows = new int[finer.size()];
        this.starts = new long[finer.size()];
        this.widths = new int[finer.size()];
        int part = -1;
        for (FinerColumn column : finer) {
            if (part < 0 || firstRows[part] != column.firstRow()) {
                part++;
                firstRows[part] = column.firstRow();
                starts[part] = part == 0 ? 0 : end(part - 1, column.firstRow());
                widths[part] = part == 0 ? 0 : widths[part - 1];
            }
            widths[part]++;
        }
        this.parts = part + 1;
    }

    /** All words. */
    long words() {
        return parts == 0 ? 0 : end(parts - 1, rows);
    }

    /** The word of a row, which is not before the column's first, and the finer column of this number. */
    long place(int row, int column) {
        int part = parts - 1;
        while (firstRows[part] > row) {
            part--;
        }
        return starts[part] + (long) (row - firstRows[part]) * widths[part] + column;
    }

    private long end(int part, int row) {
        return starts[part] + (long) (row - firstRows[part]) * widths[part];
    }
}
