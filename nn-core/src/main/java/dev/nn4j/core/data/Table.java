// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of numbers or texts, all of one length, with the place that each row came from: in memory, made by a
 * {@link TableBuilder}, or {@linkplain #stored in a store} such as a file. Immutable and safe for all threads.
 */
public final class Table {
    private final String source;
    private final int rows;
    private final Map<String, Column> columns;
    private final IntToLongFunction lines;
    private final @Nullable StoredRows stored;

    private Table(
            String source,
            int rows,
            Map<String, Column> columns,
            IntToLongFunction lines,
            @Nullable StoredRows stored) {
        this.source = source;
        this.rows = rows;
        this.columns = columns;
        this.lines = lines;
        this.stored = stored;
    }

    /** A table in memory; it keeps what it is given. */
    static Table inMemory(String source, Map<String, Column> columns, long[] lines) {
        return new Table(source, lines.length, columns, row -> lines[row], null);
    }

    /** Starts a table of these columns; source names it in messages. */
    public static TableBuilder builder(String source, List<String> columns, List<CellType> types) {
        return new TableBuilder(source, columns, types);
    }

    /**
     * A table whose cells lie outside the heap. What is noted of its rows in training and evaluation lies there too, so
     * that memory does not grow with their number.
     *
     * @param source names it in messages
     * @param columns of the source, all different
     * @param types of the columns
     * @param store the cells of those that are not skipped
     */
    public static Table stored(String source, List<String> columns, List<CellType> types, TableStore store) {
        return stored(source, columns, types, new StoredRows(store, null));
    }

    private static Table stored(String source, List<String> names, List<CellType> types, StoredRows stored) {
        Map<String, Column> columns = new LinkedHashMap<>();
        int place = 0;
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), Column.stored(names.get(c), c + 1, types.get(c), stored, place));
            place += types.get(c).isSkipped() ? 0 : 1;
        }
        return new Table(source, stored.rows(), columns, row -> stored.store().line(stored.row(row)), stored);
    }

    /** The file or other origin of the data, as messages name it. */
    public String source() {
        return source;
    }

    /** Number of rows, the header not counted. */
    public int rows() {
        return rows;
    }

    /** Names of all columns in order, the skipped ones included. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Whether the cells are in memory. */
    public boolean isInMemory() {
        return stored == null;
    }

    /** Zeros where the table itself is, in the heap or outside it, for what is to be noted of each row. */
    public Words newWords(long count) {
        return stored == null ? Words.inHeap(count) : stored.store().newWords(count);
    }

    /**
     * A copy of a column of numbers.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     */
    public float[] numbers(String column) {
        return matrix(List.of(column));
    }

    /**
     * A copy of a column of texts.
     *
     * @throws DataException if there is no such column, or it was not read as text
     */
    public String[] texts(String column) {
        Column texts = textsOf(column);
        String[] copy = new String[rows];
        for (int row = 0; row < rows; row++) {
            copy[row] = texts.text(row);
        }
        return copy;
    }

    /**
     * The columns of numbers side by side: value c of row r is at {@code r·columns + c}.
     *
     * @throws DataException if a column is missing or was not read as numbers
     */
    public float[] matrix(List<String> names) {
        List<Column> numbers = names.stream().map(this::numbersOf).toList();
        float[] matrix = new float[Math.multiplyExact(rows, names.size())];
        for (int c = 0; c < names.size(); c++) {
            Column column = numbers.get(c);
            for (int r = 0; r < rows; r++) {
                matrix[r * names.size() + c] = column.number(r);
            }
        }
        return matrix;
    }

    /**
     * A cell of a column of numbers, NaN where it is missing.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     */
    public float number(int row, String column) {
        return numbersOf(column).number(row);
    }

    /**
     * A cell of a column of texts.
     *
     * @throws DataException if there is no such column, or it was not read as text
     */
    public String text(int row, String column) {
        return textsOf(column).text(row);
    }

    /** A column that holds numbers. */
    Column numbersOf(String column) {
        Column numbers = column(column);
        if (!numbers.holdsNumbers()) {
            throw new DataException(headerOf(column), "column '" + column + "' was not read as numbers");
        }
        return numbers;
    }

    /** A column that holds texts. */
    Column textsOf(String column) {
        Column texts = column(column);
        if (!texts.holdsTexts()) {
            throw new DataException(headerOf(column), "column '" + column + "' was not read as text");
        }
        return texts;
    }

    /** The rows in their store, or null if they are in memory. */
    @Nullable
    StoredRows storedRows() {
        return stored;
    }

    /** The place in the store of a column that is not skipped. */
    int placeOf(String column) {
        int place = 0;
        for (Column other : columns.values()) {
            if (other.name().equals(column)) {
                break;
            }
            place += other.type().isSkipped() ? 0 : 1;
        }
        return place;
    }

    /** Whether two columns hold the same, row by row; not if their cells were not read. */
    boolean equalCells(String one, String other) {
        Column a = column(one);
        Column b = column(other);
        boolean same = (a.holdsNumbers() && b.holdsNumbers()) || (a.holdsTexts() && b.holdsTexts());
        for (int row = 0; same && row < rows; row++) {
            same = a.holdsTexts() ? a.text(row).equals(b.text(row)) : Float.compare(a.number(row), b.number(row)) == 0;
        }
        return same;
    }

    /** The place of a cell, for messages. */
    public Location location(int row, String column) {
        return new Location(source, lines.applyAsLong(row), column(column).field());
    }

    /** The place of a column's header. */
    public Location headerOf(String column) {
        return new Location(source, 1, column(column).field());
    }

    /** The rows of these indices, in that order. */
    public Table select(int[] indices) {
        return select(Words.of(indices));
    }

    /** The rows of these indices, in that order; of a table in a store they stay there. The indices are kept. */
    public Table select(Words indices) {
        if (stored != null) {
            List<CellType> types = columns.values().stream().map(Column::type).toList();
            return stored(source, columns(), types, stored.select(indices));
        }
        Map<String, Column> selected = new LinkedHashMap<>();
        columns.forEach((name, column) -> selected.put(name, column.select(indices)));
        long[] selectedLines = new long[Math.toIntExact(indices.length())];
        for (int i = 0; i < selectedLines.length; i++) {
            selectedLines[i] = lines.applyAsLong(indices.get(i));
        }
        return inMemory(source, selected, selectedLines);
    }

    /**
     * The SHA-256 of names and cells of all columns that were read, in lower-case hexadecimal. Two tables have the same
     * if they hold the same values in the same order, wherever they came from.
     */
    public String sha256() {
        return TableDigest.of(this, List.copyOf(columns.values()));
    }

    /**
     * Passes if there is such a column.
     *
     * @throws DataException if not, naming the nearest
     */
    public void require(String column) {
        column(column);
    }

    private Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw missing(source, name, columns.keySet().stream().toList());
        }
        return column;
    }

    /** The error for a column that a header lacks. */
    static DataException missing(String source, String name, List<String> columns) {
        return new DataException(
                new Location(source, 1, 1), "there is no column '" + name + "'" + NearestName.hint(name, columns));
    }
}
