// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a database answers into tables, typed: numbers are not printed and parsed, dates and times are those of
 * {@code java.time}, NULL is a missing value.
 *
 * <p>This module requires {@code java.sql} statically, so that programs without a database carry none; whoever calls
 * this has a {@link ResultSet} and so requires {@code java.sql}.
 *
 * @since 0.1.0
 */
public final class Jdbc {
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Date.class, (date, rows, column) -> day(date, rows, column)),
            new Form<>(Timestamp.class, (time, rows, column) -> moment(time, rows, column)),
            new Form<>(Time.class, (time, rows, column) -> time.toLocalTime()),
            new Form<>(Clob.class, (text, rows, column) -> rows.getString(column)));

    private Jdbc() {}

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

    /**
     * Reads the rows behind the cursor to the last one; the result set is left open. Columns have the names that the
     * result set labels them with, in the case that it gives: {@code select x as "x"} where a database changes it.
     *
     * <pre>{@code
     * try (ResultSet rows = statement.executeQuery("select age, plan, left from customer order by id")) {
     *     Table table = Jdbc.read(rows, "customer", experiment::cellType);
     * }
     * }</pre>
     *
     * <p>A query without {@code order by} gives its rows in any order, and the order decides the bits that are learnt.
     *
     * @param source as messages name it; they place a row by its number, counted from 1
     * @param types how the column of a name is read: {@code experiment::cellType}
     * @throws SQLException if the rows cannot be read
     * @throws dev.nn4j.api.DataException if a column is there twice, or a value cannot be used or is missing where that
     *     is an error
     */
    @SuppressWarnings("exports") // whoever calls this has java.sql
    public static Table read(ResultSet rows, String source, Function<String, CellType> types) throws SQLException {
        return read(rows, source, types, Cancellation.when(() -> false));
    }

    /**
     * The same, which can be cancelled. A driver that waits for its database does not notice: {@code
     * Statement.setQueryTimeout} is for that.
     *
     * @param cancellation is asked between rows; without one an interrupt of the thread alone stops it
     * @throws java.util.concurrent.CancellationException if it is requested, or the thread interrupted
     * @since 0.1.0
     */
    @SuppressWarnings("exports") // whoever calls this has java.sql
    public static Table read(ResultSet rows, String source, Function<String, CellType> types, Cancellation cancellation)
            throws SQLException {
        Cancellation.Walk walk = cancellation.newWalk();
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        List<CellType> cellTypes = names.stream().map(types).toList();
        TableBuilder table = Table.builder(source, names, cellTypes);
        Object[] values = new Object[names.size()];
        while (rows.next()) {
            walk.longStep();
            for (int c = 0; c < values.length; c++) {
                values[c] = cellTypes.get(c).isSkipped() ? null : value(rows, c + 1);
            }
            table.addValues(values);
        }
        return table.build();
    }

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
