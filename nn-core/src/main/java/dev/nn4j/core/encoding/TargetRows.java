// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

/** The targets of a table as a network learns them, not scaled yet, row by row. */
abstract class TargetRows {
    private final int width;

    TargetRows(int width) {
        this.width = width;
    }

    /** Targets to a row. */
    final int width() {
        return width;
    }

    /** Copies a row into {@code into} from {@code at} on. */
    abstract void read(int row, float[] into, int at);
}
