// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.jdbc.internal.Database;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a query answers, with the connection that it needs for as long. */
final class QueriedRows implements RowSource {
    /** Of these no column of a table is made. */
    private static final Set<Integer> NO_CELLS = Set.of(
            Types.ARRAY,
            Types.BINARY,
            Types.BLOB,
            Types.DATALINK,
            Types.JAVA_OBJECT,
            Types.LONGVARBINARY,
            Types.REF,
            Types.REF_CURSOR,
            Types.ROWID,
            Types.STRUCT,
            Types.VARBINARY);

    private final Database database;
    private final Statement statement;
    private final RowSource rows;

    private QueriedRows(Database database, Statement statement, RowSource rows) {
        this.database = database;
        this.statement = statement;
        this.rows = rows;
    }

    /** Asks it; what fails closes the database. */
    static QueriedRows open(Database database, String query) throws IOException {
        try {
            return opened(database, query);
        } catch (SQLException e) {
            database.close();
            throw database.fault("the query fails: ", e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static QueriedRows opened(Database database, String query) throws SQLException {
        Statement statement =
                database.connection().createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        try {
            return new QueriedRows(database, statement, answer(database, statement, query));
        } catch (SQLException | RuntimeException e) {
            statement.close(); // an answer that is open would keep the connection from being given back
            throw e;
        }
    }

    private static RowSource answer(Database database, Statement statement, String query) throws SQLException {
        statement.setFetchSize(database.dialect().fetchSize());
        if (!statement.execute(query)) {
            throw new DataException(database.name() + ": the query changes data instead of giving rows; say a select");
        }
        ResultSet answer = statement.getResultSet();
        requireCells(database, answer.getMetaData());
        return new ResultSetRows(answer, database.name(), name -> CellType.TEXT);
    }

    private static void requireCells(Database database, ResultSetMetaData columns) throws SQLException {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (NO_CELLS.contains(columns.getColumnType(column))) {
                throw new DataException(
                        database.name() + ": column '" + columns.getColumnLabel(column) + "' is of type "
                                + columns.getColumnTypeName(column)
                                + ", of which no cell is made; cast it in the query, or leave it out");
            }
        }
    }

    @Override
    public String source() {
        return rows.source();
    }

    @Override
    public List<String> header() {
        return rows.header();
    }

    @Override
    public Optional<SourceRow> next() throws IOException {
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        try (database) {
            statement.close();
        } catch (SQLException e) {
            throw database.fault("cannot be closed: ", e);
        }
    }
}
