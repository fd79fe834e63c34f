// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

/** Widths of a table's columns that fit a terminal. */
final class ColumnWidths {
    /** In less no word of a sentence finds room. */
    private static final int NARROWEST = 8;

    private ColumnWidths() {}

    /** The widths, the widest of them cut until their sum is at most so much; none of those below {@value #NARROWEST}. */
    static int[] within(int room, int[] widths) {
        int[] fitted = widths.clone();
        int excess = -room;
        for (int width : widths) {
            excess += width;
        }
        while (excess > 0) {
            int widest = 0;
            for (int c = 1; c < fitted.length; c++) {
                widest = fitted[c] > fitted[widest] ? c : widest;
            }
            if (fitted[widest] <= NARROWEST) {
                break;
            }
            fitted[widest]--;
            excess--;
        }
        return fitted;
    }
}
