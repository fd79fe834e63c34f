// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.api.DataException;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSourceProvider;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;

/**
 * Rows of a database, of any for which there is a JDBC driver: on the class or module path, in the folder {@code drivers} of
 * the install, or in a folder or jar that {@code NN_DRIVER_PATH} names.
 *
 * <p>The query runs once for each opening, in a transaction of its own that only reads, in a session whose time zone is UTC;
 * rows come a few thousand at a time. User and password are {@code NN_JDBC_USER} and {@code NN_JDBC_PASSWORD}, or the
 * {@code user} and {@code password} of the properties file that {@code NN_JDBC_CREDENTIALS} names; never a part of the URL.
 *
 * @since 0.1.0
 */
public final class JdbcProvider implements RowSourceProvider {
    private static final String SCHEME = "jdbc:";

    /** For who loads services. */
    public JdbcProvider() {}

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public boolean reads(String location) {
        return location.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public RowSource open(SourceRequest request) throws IOException {
        DatabaseUrl url = DatabaseUrl.of(request.location());
        String query = request.query()
                .orElseThrow(
                        () -> new DataException(url + ": holds many tables; say which rows by a query, as in --query"
                                + " \"select * from customer order by id\""));
        return QueriedRows.open(Database.open(url, System.getenv(), true), query);
    }
}
