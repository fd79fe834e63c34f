// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;

/**
 * One column of a table: numbers, texts, or cells that were not read. Immutable.
 *
 * @since 0.1.0
 */
public abstract class Column {
    private final String name;
    private final int field;
    private final CellType type;

    /** What {@link KeptColumns} and {@link StoredRows} have in common with what is skipped. */
    Column(String name, int field, CellType type) {
        this.name = name;
        this.field = field;
        this.type = type;
    }

    /** Its place in a row of the source, counted from 1. */
    final int field() {
        return field;
    }

    /** Its name in the header. */
    public final String name() {
        return name;
    }

    final CellType type() {
        return type;
    }

    final boolean holdsNumbers() {
        return type.isNumber();
    }

    /** Whether its cells were read as texts. */
    public final boolean holdsTexts() {
        return type.isText();
    }

    /** Whether the text of a row stands for a value of a program that was no text, and so for no mark. */
    public boolean isValue(int row) {
        return false;
    }

    /** Whether the text of a row says that there is no value. */
    public final boolean isGap(int row, MissingMarks marks) {
        return marks.isMark(text(row)) && !isValue(row);
    }

    /** The number of a row as the nearest float. */
    public float number(int row) {
        throw new IllegalStateException("column '" + name + "' holds no numbers");
    }

    /** The number of a row as it was read. */
    public double exact(int row) {
        return number(row);
    }

    /** Whether it may hold different numbers that have one float. */
    boolean isFiner() {
        return false;
    }

    /** The text of a row. */
    public String text(int row) {
        throw new IllegalStateException("column '" + name + "' holds no texts");
    }

    /**
     * A number, at least 0, that rows of equal texts have in common, and no others of the column; −1 if texts have none.
     *
     * @since 0.1.0
     */
    public int code(int row) {
        return -1;
    }

    /**
     * Copies the number of a row, and those of columns that lie behind this one in its store.
     *
     * @param into receives the numbers at {@code at} on
     * @param count of the columns; more than one only of those that {@link #isFollowedBy} has found
     */
    public void numbers(int row, float[] into, int at, int count) {
        into[at] = number(row);
    }

    /**
     * Copies the numbers of the rows {@code [from, to)} into {@code into}, the first to {@code at}, each {@code step} behind the
     * one before.
     *
     * @since 0.1.0
     */
    public void numbersOf(int from, int to, float[] into, int at, int step) {
        for (int row = from; row < to; row++) {
            into[at + (row - from) * step] = number(row);
        }
    }

    /** The same of the rows whose indices are {@code rows[from … to)}. */
    void numbersOf(WordArray rows, int from, int to, float[] into, int at, int step) {
        for (int i = from; i < to; i++) {
            into[at + (i - from) * step] = number(rows.get(i));
        }
    }

    /** Whether another column lies so many places behind this one in one store, so that a read may take both. */
    public boolean isFollowedBy(Column other, int places) {
        return false;
    }

    /** The cells of these rows, in that order, of a column in memory. */
    Column select(WordArray rows) {
        return this;
    }

    /** Cells that were not read. */
    static Column skipped(String name, int field) {
        return new Skipped(name, field);
    }

    private static final class Skipped extends Column {
        Skipped(String name, int field) {
            super(name, field, CellType.SKIPPED);
        }
    }
}
