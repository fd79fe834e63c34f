// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a program, which are asked for one at a time: values as they are, numbered from 1.
 *
 * @param <R> what a row is in the program
 */
final class ValueRows<R> implements RowSource {
    private final String source;
    private final List<String> header;
    private final Iterator<? extends R> rows;
    private final Cells<? super R> cells;
    private long number;

    /** How a row is cells in the order of the header; each time others, which nobody changes. */
    interface Cells<R> {
        List<?> of(R row, long number);
    }

    ValueRows(String source, List<String> header, Iterator<? extends R> rows, Cells<? super R> cells) {
        this.source = source;
        this.header = List.copyOf(header);
        this.rows = rows;
        this.cells = cells;
    }

    /** Maps by name, of which these columns are taken. */
    static RowSource ofMaps(List<String> columns, Iterable<? extends Map<String, ?>> rows) {
        return new ValueRows<Map<String, ?>>("rows", columns, rows.iterator(), (row, number) -> {
            Object[] values = new Object[columns.size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = named(row, columns, c, "rows", number);
            }
            return Arrays.asList(values);
        });
    }

    /**
     * What a row has by the name of a column.
     *
     * @param columns all of them, of which it is one
     * @param source whose row it is, for messages
     * @param number of the row, likewise
     * @throws DataException if the row does not have it, not even as null
     */
    static @Nullable Object named(Map<String, ?> row, List<String> columns, int column, String source, long number) {
        String name = columns.get(column);
        Object value = row.get(name);
        if (value == null && !row.containsKey(name)) {
            throw new DataException(
                    new Location(source, number, column + 1),
                    "column '" + name + "' is not among the row's names"
                            + NearestName.hintAmongFree(name, row.keySet(), columns)
                            + "; give it null if it is missing");
        }
        return value;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<SourceRow> next() {
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        R row = Objects.requireNonNull(rows.next(), "table: a row is null");
        number++;
        return Optional.of(new SourceRow(number, cells.of(row, number)));
    }

    /** What gives the rows is its owner's to close. */
    @Override
    public void close() {}
}
