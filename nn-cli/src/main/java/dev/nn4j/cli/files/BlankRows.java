// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.table.RowSource;

/** Lines of blank cells only, which spreadsheets leave where somebody deleted: they are no rows. */
public final class BlankRows {
    private BlankRows() {}

    /**
     * Says how many there were, once all rows are read.
     *
     * @param done what becomes of them: {@code are left out}
     */
    public static void tell(RowSource rows, String done, Console console) {
        if (rows.blankRows() > 0) {
            console.tell(rows.source() + ": lines of blank cells only " + done + " (" + rows.blankRows() + ")");
        }
    }
}
