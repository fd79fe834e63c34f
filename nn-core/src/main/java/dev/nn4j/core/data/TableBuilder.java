// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects rows of text cells into a {@link Table}, numbers parsed as they come. Not safe for several threads. */
public final class TableBuilder {
    private static final int FIRST_CAPACITY = 256;

    private final String source;
    private final List<String> names;
    private final List<CellType> types;
    private final float[][] numbers;
    private final String[][] texts;
    /** Equal texts of a column are kept once: labels are few and rows are many. */
    private final Map<String, String> interned = new HashMap<>();

    private long[] lines = new long[FIRST_CAPACITY];
    private int rows;

    TableBuilder(String source, List<String> names, List<CellType> types) {
        if (names.size() != types.size()) {
            throw new IllegalArgumentException(
                    "table: " + names.size() + " columns need as many types, got " + types.size());
        }
        this.source = source;
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
        this.numbers = new float[names.size()][0];
        this.texts = new String[names.size()][0];
        requireDistinctNames();
    }

    /**
     * Adds a row.
     *
     * @param line where it begins in the source, counted from 1
     * @param cells in the order of the columns
     * @throws DataException if the number of cells differs from the header's, or a number cannot be read
     */
    public TableBuilder addRow(long line, List<String> cells) {
        requireWidth(source, line, cells.size(), names.size());
        ensureCapacity();
        lines[rows] = line;
        for (int c = 0; c < names.size(); c++) {
            switch (types.get(c).content()) {
                case NUMBER -> numbers[c][rows] = number(c, line, cells.get(c));
                case NUMBER_OR_MISSING ->
                    numbers[c][rows] = Missing.isMark(cells.get(c)) ? Float.NaN : number(c, line, cells.get(c));
                case TEXT -> texts[c][rows] = interned.computeIfAbsent(cells.get(c), text -> text);
                case SKIPPED -> {}
            }
        }
        rows++;
        return this;
    }

    /** The table of the rows added. */
    public Table build() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), column(c));
        }
        return new Table(source, rows, columns, Arrays.copyOf(lines, rows));
    }

    private float number(int c, long line, String cell) {
        return types.get(c).format().parse(cell, names.get(c), new Location(source, line, c + 1));
    }

    private Column column(int c) {
        return switch (types.get(c).content()) {
            case NUMBER, NUMBER_OR_MISSING -> Column.numbers(names.get(c), c + 1, Arrays.copyOf(numbers[c], rows));
            case TEXT -> Column.texts(names.get(c), c + 1, Arrays.copyOf(texts[c], rows));
            case SKIPPED -> Column.skipped(names.get(c), c + 1);
        };
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

    private boolean holdsNumbers(int c) {
        return types.get(c).isNumber();
    }

    private void ensureCapacity() {
        if (rows == 0 || rows == lines.length) {
            int capacity = rows == 0 ? FIRST_CAPACITY : Math.multiplyExact(rows, 2);
            lines = Arrays.copyOf(lines, capacity);
            for (int c = 0; c < names.size(); c++) {
                numbers[c] = holdsNumbers(c) ? Arrays.copyOf(numbers[c], capacity) : numbers[c];
                texts[c] = types.get(c).isText() ? Arrays.copyOf(texts[c], capacity) : texts[c];
            }
        }
    }
}
