// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows behind the cursor of a result set, which stays open. Not public, as it needs java.sql. */
final class ResultSetRows implements RowSource {
    private final ResultSet rows;
    private final String source;
    private final List<String> names;
    private final List<ColumnReading> columns = new ArrayList<>();
    private long read;

    ResultSetRows(ResultSet rows, String source, Function<String, CellType> types) throws SQLException {
        this.rows = rows;
        this.source = source;
        ResultSetMetaData answer = rows.getMetaData();
        this.names = names(answer);
        for (int c = 0; c < names.size(); c++) {
            boolean skipped = types.apply(names.get(c)).isSkipped();
            columns.add(skipped ? ColumnReading.SKIPPED : ColumnReading.of(answer, c + 1));
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return List.copyOf(names);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return names;
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        try {
            return fetch();
        } catch (SQLException e) {
            throw new IOException(source + ": row " + (read + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The next row. */
    Optional<SourceRow> fetch() throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        @Nullable Object[] values = new Object[columns.size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = columns.get(c).value(rows, c + 1);
        }
        read++;
        return Optional.of(new SourceRow(read, Arrays.asList(values)));
    }

    @Override
    public void close() {}
}
