// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/** How the cells of a column are read. */
public enum CellType {
    /** A number, kept as a float. */
    NUMBER,
    /** A number, or NaN where the cell says that there is none. */
    NUMBER_OR_MISSING,
    /** A text, kept as it stands. */
    TEXT,
    /** Not read at all. */
    SKIPPED
}
