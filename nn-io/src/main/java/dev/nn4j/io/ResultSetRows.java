// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.io.IOException;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows behind the cursor of a result set, which stays open. Not public, as it needs java.sql. */
final class ResultSetRows implements RowSource {
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Date.class, (date, rows, column) -> day(date, rows, column)),
            new Form<>(Timestamp.class, (time, rows, column) -> moment(time, rows, column)),
            new Form<>(Time.class, (time, rows, column) -> time.toLocalTime()),
            new Form<>(Clob.class, (text, rows, column) -> rows.getString(column)));

    private final ResultSet rows;
    private final String source;
    private final List<String> names;
    private final boolean[] skipped;
    private long read;

    ResultSetRows(ResultSet rows, String source, Function<String, CellType> types) throws SQLException {
        this.rows = rows;
        this.source = source;
        this.names = names(rows.getMetaData());
        this.skipped = new boolean[names.size()];
        for (int c = 0; c < skipped.length; c++) {
            skipped[c] = types.apply(names.get(c)).isSkipped();
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return List.copyOf(names);
    }

    /** What a value of java.sql is in a table. */
    @FunctionalInterface
    private interface Reading<T> {
        Object of(T value, ResultSet rows, int column) throws SQLException;
    }

    private record Form<T>(Class<T> type, Reading<T> reading) {
        boolean reads(Object value) {
            return type.isInstance(value);
        }

        Object of(Object value, ResultSet rows, int column) throws SQLException {
            return reading.of(type.cast(value), rows, column);
        }
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
        Object[] values = new Object[skipped.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = skipped[c] ? null : value(rows, c + 1);
        }
        read++;
        return Optional.of(new SourceRow(read, Arrays.asList(values)));
    }

    @Override
    public void close() {}

    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        for (Form<?> form : FORMS) {
            if (value != null && form.reads(value)) {
                return form.of(value, rows, column);
            }
        }
        return value;
    }

    private static LocalDate day(Date date, ResultSet rows, int column) {
        try {
            return rows.getObject(column, LocalDate.class);
        } catch (SQLException e) {
            return date.toLocalDate();
        }
    }

    /** Asked for as it stands: a Timestamp cannot be a time that daylight saving leaves out. Old drivers give only that. */
    private static LocalDateTime moment(Timestamp time, ResultSet rows, int column) {
        try {
            return rows.getObject(column, LocalDateTime.class);
        } catch (SQLException e) {
            return time.toLocalDateTime();
        }
    }
}
