// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/**
 * Cells of a table that lie outside the heap, a row beside the other. A column's place is its number, from 0, among those
 * that are not {@linkplain CellType#SKIPPED skipped}. Safe for all threads.
 */
public interface TableStore {
    /** Number of rows. */
    int rows();

    /** The line of the source that a row began at, counted from 1. */
    long line(int row);

    /** The number of a row in a column of numbers. */
    float number(int row, int place);

    /** The numbers of a row in {@code count} columns of numbers that stand side by side, into {@code into} from {@code at} on. */
    void numbers(int row, int place, float[] into, int at, int count);

    /** The text of a row in a column of texts. */
    String text(int row, int place);

    /** Zeros that are not in the heap either, for what is to be noted of each row. */
    Words newWords(long count);
}
