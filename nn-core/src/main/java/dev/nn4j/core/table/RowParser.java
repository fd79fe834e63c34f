// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.CellType.Content;
import dev.nn4j.core.cell.NumberCell;
import dev.nn4j.core.internal.text.WholeText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the cells of rows by the types of their columns. Immutable.
 *
 * @since 0.1.0
 */
public final class RowParser {
    private final String source;
    private final List<String> names;
    private final List<CellType> types;
    /** Which columns hold numbers as programs write them, or the usual marks. */
    private final boolean[] plain;

    private final ValueParser values;

    /**
     * Reads rows of these columns.
     *
     * @param source names the data in messages
     * @param types one for each column
     * @throws DataException if a column is there twice, or its name holds half of a character
     */
    public RowParser(String source, List<String> names, List<CellType> types) {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(
                    "table: " + names.size() + " columns need as many types, got " + types.size());
        }
        this.source = source;
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        this.plain = new boolean[types.size()];
        for (int c = 0; c < plain.length; c++) {
            CellType type = types.get(c);
            plain[c] =
                    type.isNumber() && type.format().isPlain() && type.marks().isUsual();
        }
        this.values = new ValueParser(this);
        requireWholeNames();
        requireDistinctNames();
    }

    /** Takes the cells of a row, column by column; skipped ones are left out. */
    public interface Row {
        /** The number of a column, NaN where it is missing; finite as a float, too. */
        void number(int column, double number);

        /** The text of a column. */
        void text(int column, String text);

        /**
         * The text of a column for a value of a program that was no text: an enum, a boolean, a number, a date. No mark
         * says of it that there is none.
         *
         * @since 0.1.0
         */
        default void value(int column, String text) {
            text(column, text);
        }
    }

    /** Names of the columns. */
    public List<String> names() {
        return names;
    }

    /** Types of the columns. */
    public List<CellType> types() {
        return types;
    }

    /** Names the data in messages. */
    public String source() {
        return source;
    }

    /**
     * Reads a row.
     *
     * @param line where it begins in the source, counted from 1
     * @param cells in the order of the columns
     * @throws DataException if the number of cells differs from the columns', or a number cannot be read
     */
    public void read(long line, List<String> cells, Row into) {
        requireWidth(source, line, cells.size(), names.size());
        for (int c = 0; c < names.size(); c++) {
            switch (types.get(c).content()) {
                case NUMBER, NUMBER_OR_MISSING -> into.number(c, number(source, line, cells.get(c), c));
                case TEXT -> into.text(c, cells.get(c));
                case SKIPPED -> {}
            }
        }
    }

    /**
     * Reads a row of texts or values; {@link TableBuilder#addValues(Object...)} says which values there may be.
     *
     * @throws DataException if the number of cells differs from the columns', or a cell cannot be used
     * @since 0.1.0
     */
    public void read(SourceRow row, Row into) {
        values.read(row, into);
    }

    /** Whether nothing more is to be asked of a cell of a column that is a plain number. */
    boolean isPlain(int c) {
        return plain[c];
    }

    /** The number in a cell of a column of numbers. */
    double number(String from, long line, String cell, int c) {
        CellType type = types.get(c);
        double number = type.format().isPlain() ? NumberCell.ofShort(cell) : Double.NaN;
        boolean missing = (Double.isNaN(number) || !type.marks().isUsual())
                && type.marks().isMark(cell);
        if (missing && type.content() == Content.NUMBER) {
            throw new DataException(new Location(from, line, c + 1), NumberCell.missing(names.get(c)));
        }
        if (missing || !Double.isNaN(number)) {
            return missing ? Double.NaN : number;
        }
        return type.format().exact(cell, names.get(c), new Location(from, line, c + 1));
    }

    /**
     * Refuses a ragged row.
     *
     * @since 0.1.0
     */
    public static void requireWidth(String source, SourceRow row, int expected) {
        if (row.cells().size() != expected) {
            Location start = row.location(source, 1);
            requireWidth(start.source(), start.line(), row.cells().size(), expected);
        }
    }

    /** Refuses a ragged row. */
    public static void requireWidth(String source, long line, int found, int expected) {
        if (found != expected) {
            throw new DataException(
                    new Location(source, line, Math.min(found, expected) + 1),
                    "row has " + found + " cells, the header has " + expected + "; correct the row");
        }
    }

    private void requireWholeNames() {
        for (int c = 0; c < names.size(); c++) {
            if (!WholeText.is(names.get(c))) {
                throw new DataException(
                        new Location(source, 1, c + 1), "a column is called " + WholeText.fault(names.get(c)));
            }
        }
    }

    private void requireDistinctNames() {
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < names.size(); c++) {
            if (!seen.add(names.get(c))) {
                throw new DataException(
                        new Location(source, 1, c + 1), "column '" + names.get(c) + "' is there twice; rename one");
            }
        }
    }
}
