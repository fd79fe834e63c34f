// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.core.cell.RowTexts;

/**
 * A row of a file.
 *
 * @param line where it begins, counted from 1
 * @param cells its texts
 * @param isBlank whether these are blanks alone, in no quotes
 */
public record Row(long line, RowTexts cells, boolean isBlank) {

    /** This, not to be taken for blank. */
    Row filled() {
        return new Row(line, cells, false);
    }

    /** The first cells of it. */
    Row first(int count) {
        return new Row(line, cells.first(count), isBlank);
    }
}
