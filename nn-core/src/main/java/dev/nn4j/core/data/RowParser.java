// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.data.CellType.Content;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the cells of rows by the types of their columns. Immutable. */
public final class RowParser {
    private final String source;
    private final List<String> names;
    private final List<CellType> types;

    /**
     * Reads rows of these columns.
     *
     * @param source names the data in messages
     * @param types one for each column
     * @throws DataException if a column is there twice
     */
    public RowParser(String source, List<String> names, List<CellType> types) {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(
                    "table: " + names.size() + " columns need as many types, got " + types.size());
        }
        this.source = source;
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        requireDistinctNames();
    }

    /** Takes the cells of a row, column by column; skipped ones are left out. */
    public interface Row {
        /** The number of a column, NaN where it is missing. */
        void number(int column, float number);

        /** The text of a column. */
        void text(int column, String text);
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
                case NUMBER, NUMBER_OR_MISSING -> into.number(c, number(line, cells, c));
                case TEXT -> into.text(c, cells.get(c));
                case SKIPPED -> {}
            }
        }
    }

    private float number(long line, List<String> cells, int c) {
        String cell = cells.get(c);
        CellType type = types.get(c);
        float number = type.format().isPlain() ? NumberCell.ofShort(cell) : Float.NaN;
        boolean missing = Float.isNaN(number) && type.content() == Content.NUMBER_OR_MISSING && Missing.isMark(cell);
        if (!Float.isNaN(number) || missing) {
            return number;
        }
        return type.format().parse(cell, names.get(c), new Location(source, line, c + 1));
    }

    /** Refuses a ragged row. */
    static void requireWidth(String source, long line, int found, int expected) {
        if (found != expected) {
            throw new DataException(
                    new Location(source, line, Math.min(found, expected) + 1),
                    "row has " + found + " cells, the header has " + expected + "; correct the row");
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
