// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named columns of numbers or texts, all of one length, with the place that each row came from. Immutable; made by a
 * {@link TableBuilder}.
 */
public final class Table {
    private final String source;
    private final int rows;
    private final Map<String, Column> columns;
    private final long[] lines;

    Table(String source, int rows, Map<String, Column> columns, long[] lines) {
        this.source = source;
        this.rows = rows;
        this.columns = new LinkedHashMap<>(columns);
        this.lines = lines;
    }

    /** Starts a table of these columns; source names it in messages. */
    public static TableBuilder builder(String source, List<String> columns, List<CellType> types) {
        return new TableBuilder(source, columns, types);
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

    /**
     * A copy of a column of numbers.
     *
     * @throws DataException if there is no such column, or it was not read as numbers
     */
    public float[] numbers(String column) {
        return column(column).numbers(headerOf(column)).clone();
    }

    /**
     * A copy of a column of texts.
     *
     * @throws DataException if there is no such column, or it was not read as text
     */
    public String[] texts(String column) {
        return column(column).texts(headerOf(column)).clone();
    }

    /**
     * The columns of numbers side by side: value c of row r is at {@code r·columns + c}.
     *
     * @throws DataException if a column is missing or was not read as numbers
     */
    public float[] matrix(List<String> names) {
        float[] matrix = new float[Math.multiplyExact(rows, names.size())];
        for (int c = 0; c < names.size(); c++) {
            float[] numbers = column(names.get(c)).numbers(headerOf(names.get(c)));
            for (int r = 0; r < rows; r++) {
                matrix[r * names.size() + c] = numbers[r];
            }
        }
        return matrix;
    }

    /** The numbers of a column themselves; read only. */
    float[] numbersOf(String column) {
        return column(column).numbers(headerOf(column));
    }

    /** The texts of a column themselves; read only. */
    String[] textsOf(String column) {
        return column(column).texts(headerOf(column));
    }

    /** Whether two columns hold the same, row by row. */
    boolean equalCells(String one, String other) {
        return column(one).sameCells(column(other));
    }

    /** The place of a cell, for messages. */
    public Location location(int row, String column) {
        return new Location(source, lines[row], column(column).field());
    }

    /** The place of a column's header. */
    public Location headerOf(String column) {
        return new Location(source, 1, column(column).field());
    }

    /** The rows of these indices, in that order. */
    public Table select(int[] indices) {
        Map<String, Column> selected = new LinkedHashMap<>();
        columns.forEach((name, column) -> selected.put(name, column.select(indices)));
        long[] selectedLines =
                Arrays.stream(indices).mapToLong(row -> lines[row]).toArray();
        return new Table(source, indices.length, selected, selectedLines);
    }

    /**
     * The SHA-256 of names and cells of all columns that were read, in lower-case hexadecimal. Two tables have the same
     * if they hold the same values in the same order, wherever they came from.
     */
    public String sha256() {
        TableDigest digest = new TableDigest();
        columns.values().forEach(column -> column.addTo(digest));
        return digest.hex();
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
