// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.RecordedRows;
import dev.nn4j.core.internal.flight.RowSpan;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a database answers into tables, typed: numbers are not printed and parsed, dates and times are those of
 * {@code java.time}, NULL is a missing value.
 *
 * @since 0.1.0
 */
public final class Jdbc {
    private Jdbc() {}

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
    public static Table read(ResultSet rows, String source, Function<String, CellType> types, Cancellation cancellation)
            throws SQLException {
        Cancellation.Walk walk = cancellation.newWalk();
        ResultSetRows read = new ResultSetRows(rows, source, types);
        RowSpan reading = Flight.reading(source, read.header().size());
        TableBuilder table = Table.builder(
                source, read.header(), read.header().stream().map(types).toList());
        for (Optional<SourceRow> row = read.fetch(); row.isPresent(); row = read.fetch()) {
            walk.longStep();
            table.addRow(row.get());
        }
        Table all = table.build();
        reading.ended(all.rows());
        return all;
    }

    /**
     * The rows behind the cursor one at a time, for tables that do not fit into memory and whatever else takes a {@link
     * RowSource}. The result set stays open when they are closed.
     *
     * <pre>{@code
     * try (ResultSet rows = statement.executeQuery("select age, plan, left from customer order by id")) {
     *     Table table = TableFile.convert(Jdbc.rows(rows, "customer", experiment::cellType), experiment::cellType, file);
     * }
     * }</pre>
     *
     * <p>Many drivers fetch all rows at once unless they are told a number: {@code Statement.setFetchSize}, for some with
     * {@code Connection.setAutoCommit(false)}.
     *
     * @param source as messages name it; they place a row by its number, counted from 1
     * @param types how the column of a name is read; those that are skipped are not fetched
     * @return rows whose reading throws an {@link java.io.IOException} where the database throws an SQLException, its cause
     * @throws SQLException if the columns cannot be read
     * @since 0.1.0
     */
    public static RowSource rows(ResultSet rows, String source, Function<String, CellType> types) throws SQLException {
        return RecordedRows.of(new ResultSetRows(rows, source, types));
    }
}
