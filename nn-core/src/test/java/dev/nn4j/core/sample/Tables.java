// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.sample;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes tables down as a file would hold them. */
public final class Tables {
    private Tables() {}

    /**
     * A table called data.csv.
     *
     * @param types how each column is read
     * @param header names with commas between
     * @param rows cells with commas between
     */
    public static Table of(Function<String, CellType> types, String header, String... rows) {
        List<String> names = cells(header);
        TableBuilder table =
                Table.builder("data.csv", names, names.stream().map(types).toList());
        for (int row = 0; row < rows.length; row++) {
            table.addRow(row + 2L, cells(rows[row]));
        }
        return table.build();
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }
}
