// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it begins, counted from 1
 * @param cells its texts
 * @param isBlank whether these are blanks alone, in no quotes
 */
public record Row(long line, List<String> cells, boolean isBlank) {

    /** This, not to be taken for blank. */
    Row filled() {
        return new Row(line, cells, false);
    }

    /** These cells of it. */
    Row with(List<String> some) {
        return new Row(line, some, isBlank);
    }
}
