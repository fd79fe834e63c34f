// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.jdbc.internal.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Inserts rows into a table, in batches. */
final class TableSink implements RowSink {
    private static final int BATCH = 1000;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\w$]*(\\.[\\p{L}_][\\w$]*){0,2}");
    private static final Set<Integer> FLOATING = Set.of(Types.DOUBLE, Types.FLOAT, Types.REAL);
    private static final Set<Integer> EXACT =
            Set.of(Types.BIGINT, Types.DECIMAL, Types.INTEGER, Types.NUMERIC, Types.SMALLINT, Types.TINYINT);

    private final Database database;
    private final List<Column> columns;
    private final PreparedStatement insert;
    private int waiting;
    private long written;

    /**
     * Where a cell goes.
     *
     * @param name as the table has it
     * @param type of java.sql.Types
     */
    private record Column(String name, int type) {}

    private TableSink(Database database, List<Column> columns, PreparedStatement insert) {
        this.database = database;
        this.columns = columns;
        this.insert = insert;
    }

    /** Finds the table and its columns; what fails closes the database. */
    static TableSink open(Database database, String table, List<String> names) throws IOException {
        try {
            return opened(database, table, names);
        } catch (SQLException e) {
            database.close();
            throw database.fault(
                    "cannot write into " + table + ", which must be there, as by create table " + table + " ("
                            + String.join(", ", names) + "), each with its type: ",
                    e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static TableSink opened(Database database, String table, List<String> names) throws SQLException {
        String quote =
                database.connection().getMetaData().getIdentifierQuoteString().strip();
        String into = PLAIN.matcher(table).matches() ? table : quoted(table, quote);
        List<Column> columns = columns(database, into, table, names);
        List<String> quoted =
                columns.stream().map(column -> quoted(column.name(), quote)).toList();
        String sql = "insert into " + into + " (" + String.join(", ", quoted) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        return new TableSink(database, columns, database.connection().prepareStatement(sql));
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    private static List<Column> columns(Database database, String into, String table, List<String> names)
            throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet nothing = statement.executeQuery("select * from " + into + " where 1 = 0")) {
            ResultSetMetaData there = nothing.getMetaData();
            List<String> found = new ArrayList<>();
            for (int c = 1; c <= there.getColumnCount(); c++) {
                found.add(there.getColumnName(c));
            }
            List<Column> columns = new ArrayList<>();
            for (String name : names) {
                int at = indexOf(name, found);
                if (at < 0) {
                    throw new DataException(database.name() + ": table " + table + " has no column '" + name + "'"
                            + NearestName.hint(name, found) + "; add it");
                }
                columns.add(new Column(found.get(at), there.getColumnType(at + 1)));
            }
            return columns;
        }
    }

    /** The very name, or the same in another case. */
    private static int indexOf(String name, List<String> found) {
        int same = found.indexOf(name);
        for (int c = 0; c < found.size() && same < 0; c++) {
            same = found.get(c).equalsIgnoreCase(name) ? c : -1;
        }
        return same;
    }

    @Override
    public void write(List<String> cells) throws IOException {
        try {
            for (int c = 0; c < columns.size(); c++) {
                insert.setObject(
                        c + 1,
                        value(cells.get(c), columns.get(c)),
                        columns.get(c).type());
            }
            insert.addBatch();
            waiting++;
            written++;
            if (waiting == BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw database.fault("row " + written + " cannot be written: ", e);
        }
    }

    private @Nullable Object value(String cell, Column column) {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            if (FLOATING.contains(column.type())) {
                return Double.valueOf(cell);
            }
            return EXACT.contains(column.type()) ? new BigDecimal(cell) : cell;
        } catch (NumberFormatException e) {
            throw new DataException(database.name() + ": row " + (written + 1) + ": column '" + column.name()
                    + "' holds numbers, got '" + cell + "'; give the column another type");
        }
    }

    private void flush() throws SQLException {
        insert.executeBatch();
        waiting = 0;
    }

    @Override
    public void commit() throws IOException {
        try {
            if (waiting > 0) {
                flush();
            }
            database.connection().commit();
        } catch (SQLException e) {
            throw database.fault("the rows cannot be written: ", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (database) {
            insert.close();
        } catch (SQLException e) {
            throw database.fault("cannot be closed: ", e);
        }
    }
}
