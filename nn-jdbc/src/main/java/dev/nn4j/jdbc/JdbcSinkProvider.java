// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.io.sink.RowSink;
import dev.nn4j.io.sink.RowSinkProvider;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;
import java.util.List;

/**
 * Writes rows into a table of a database that is there already: in batches, in one transaction. {@link JdbcProvider} says
 * where drivers, user and password come from. Columns are found by their names, in whatever case; those of the table that
 * nothing is written for get their defaults.
 *
 * @since 0.1.0
 */
public final class JdbcSinkProvider implements RowSinkProvider {
    /** For who loads services. */
    public JdbcSinkProvider() {}

    @Override
    public boolean writes(String location) {
        return new JdbcProvider().reads(location);
    }

    @Override
    public RowSink open(String location, String table, List<String> columns) throws IOException {
        DatabaseUrl url = DatabaseUrl.of(location);
        return TableSink.open(Database.open(url, System.getenv(), false), table, columns);
    }
}
