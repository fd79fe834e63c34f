// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;

/**
 * Cells of a table that lie outside the heap, a row beside the other. A column's place is its number, from 0, among those
 * that are not {@linkplain CellType#SKIPPED skipped}. Safe for all threads.
 *
 * @since 0.1.0
 */
public interface TableStore {
    /** Number of rows. */
    int rows();

    /** The line of the source that a row began at, counted from 1. */
    long line(int row);

    /** The number of a row in a column of numbers, as the nearest float. */
    float number(int row, int place);

    /**
     * The number of a row in a column of numbers, as it was read.
     *
     * @since 0.1.0
     */
    default double exact(int row, int place) {
        return number(row, place);
    }

    /**
     * Whether a column of numbers may hold different ones that have one float.
     *
     * @since 0.1.0
     */
    default boolean isFiner(int place) {
        return false;
    }

    /** The numbers of a row in {@code count} columns of numbers that stand side by side, into {@code into} from {@code at} on. */
    void numbers(int row, int place, float[] into, int at, int count);

    /** The text of a row in a column of texts. */
    String text(int row, int place);

    /**
     * Whether the text of a row stands for a value that was no text, and so for no mark of a missing one.
     *
     * @since 0.1.0
     */
    default boolean isValue(int row, int place) {
        return false;
    }

    /** Zeros that are not in the heap either, for what is to be noted of each row. */
    WordArray newWords(long count);
}
