// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.data;

import dev.nn4j.core.table.Column;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * How many rows hold what an earlier one holds in every column. Rows are told apart by 64 bits of their content; of large
 * tables the first million are looked at.
 *
 * @param count of such rows
 * @param looked rows that were looked at
 */
public record DuplicateRows(long count, long looked) {
    private static final int MOST_ROWS = 1 << 20;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Those of a table. */
    public static DuplicateRows in(Table table) {
        int rows = Math.min(MOST_ROWS, table.rows());
        List<Column> columns = table.columns().stream().map(table::columnOf).toList();
        long[] seen = new long[Math.max(2, Integer.highestOneBit(Math.max(1, rows)) * 4)];
        long count = 0;
        for (int row = 0; row < rows; row++) {
            count += isNew(hash(columns, row), seen) ? 0 : 1;
        }
        return new DuplicateRows(count, rows);
    }

    private static boolean isNew(long hash, long[] seen) {
        long key = hash == 0 ? 1 : hash;
        int at = (int) (key >>> 20) & (seen.length - 1);
        while (seen[at] != 0) {
            if (seen[at] == key) {
                return false;
            }
            at = (at + 1) & (seen.length - 1);
        }
        seen[at] = key;
        return true;
    }

    private static long hash(List<Column> columns, int row) {
        long hash = OFFSET;
        for (Column column : columns) {
            if (column.holdsTexts()) {
                String text = column.text(row);
                for (int i = 0; i < text.length(); i++) {
                    hash = (hash ^ text.charAt(i)) * PRIME;
                }
            } else {
                long bits = Double.doubleToLongBits(column.exact(row));
                hash = (hash ^ (bits >>> 32)) * PRIME;
                hash = (hash ^ (bits & 0xffffffffL)) * PRIME;
            }
            hash = (hash ^ 0x1f) * PRIME;
        }
        return hash ^ (hash >>> 29);
    }
}
