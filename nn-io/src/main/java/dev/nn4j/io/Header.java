// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.csv.RowReader;
import java.util.List;

/**
 * Where the names of a CSV source's columns come from.
 *
 * @since 0.1.0
 */
public enum Header {
    /** The first line names the columns. */
    FIRST_LINE,
    /** No line does: the first is a row like all others, and columns are named c1, c2 and so on. */
    NONE;

    /** The names that columns have where no line names them: c1, c2 and so on. */
    public static List<String> numbered(int columns) {
        return RowReader.numbered(columns);
    }
}
