// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.explain;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.table.Table;
import java.util.Arrays;

/** Some rows of a table, in their order; the same each time. */
public final class DrawnRows {
    private DrawnRows() {}

    /** At most so many. */
    public static Table of(Table table, int most) {
        if (table.rows() <= most) {
            return table;
        }
        int[] rows = new int[table.rows()];
        Arrays.setAll(rows, row -> row);
        RandomStream.of(0, RandomStream.Purpose.SAMPLE, 3, 0).shuffle(rows);
        int[] drawn = Arrays.copyOf(rows, most);
        Arrays.sort(drawn);
        return table.select(drawn);
    }
}
