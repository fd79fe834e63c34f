// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.io.sink.RowSink;
import dev.nn4j.io.sink.RowSinkProvider;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes Parquet files, by names that end in {@code .parquet}, where DuckDB's JDBC driver is there; {@link JdbcProvider} says
 * where drivers may be. A column is of whole numbers, numbers, yes and no, dates, times or texts: the first of these that
 * all its cells are. The file is there, whole, once the rows are committed.
 *
 * @since 0.1.0
 */
public final class ParquetSinkProvider implements RowSinkProvider {
    /** For who loads services. */
    public ParquetSinkProvider() {}

    @Override
    public boolean writes(String location) {
        return location.toLowerCase(Locale.ROOT).endsWith(".parquet") && !new JdbcProvider().reads(location);
    }

    /** A file is one table. */
    @Override
    public boolean hasTables() {
        return false;
    }

    @Override
    public RowSink open(String location, String table, List<String> columns) throws IOException {
        return ParquetSink.open(location, columns);
    }
}
