// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc.internal;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A connection to a database, in one transaction that ends with it.
 *
 * @param url without secrets
 * @param dialect what it speaks
 * @param connection to it
 * @param classes the driver's
 */
public record Database(DatabaseUrl url, Dialect dialect, Connection connection, Closeable classes)
        implements Closeable {
    /**
     * Connects.
     *
     * @param environment says who asks, and where drivers are
     * @param readOnly whether nothing will be written
     * @throws IOException if there is no driver, or no connection; the message names the database
     */
    public static Database open(DatabaseUrl url, Map<String, String> environment, boolean readOnly) throws IOException {
        Dialect dialect = Dialect.of(url);
        try {
            Drivers.Found found = Drivers.of(environment).of(url, dialect);
            try {
                Properties properties = Credentials.of(environment);
                properties.putAll(dialect.settings());
                Connection connection = Objects.requireNonNull(
                        found.driver().connect(url.text(), properties), "the driver gives no connection");
                Database database = new Database(url, dialect, connection, found.classes());
                database.begin(readOnly);
                return database;
            } catch (SQLException | IOException | RuntimeException e) {
                found.classes().close();
                throw e;
            }
        } catch (SQLException e) {
            throw fault(url, "cannot be reached: ", e);
        }
    }

    private void begin(boolean readOnly) throws SQLException {
        try {
            if (dialect.session().isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(dialect.session().get());
                }
            }
            connection.setAutoCommit(false);
            if (readOnly && dialect.takesReadOnly()) {
                connection.setReadOnly(true);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** As messages name it. */
    public String name() {
        return url.toString();
    }

    /** What went wrong, in one line. */
    public IOException fault(String what, SQLException cause) {
        return fault(url, what, cause);
    }

    private static IOException fault(DatabaseUrl url, String what, SQLException cause) {
        String problem = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
        return new IOException(url + ": " + what + problem, cause);
    }

    /** Gives the connection back; what was not committed is undone. */
    @Override
    public void close() throws IOException {
        try (classes;
                connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw fault("cannot be closed: ", e);
        }
    }
}
