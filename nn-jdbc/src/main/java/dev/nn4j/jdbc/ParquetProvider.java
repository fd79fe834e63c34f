// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.RowSourceProvider;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;
import java.util.Map;

/**
 * Parquet files, which DuckDB reads where its JDBC driver is there; {@link JdbcProvider} says where drivers may be. Rows come
 * in the order of the file, bit by bit.
 *
 * @since 0.1.0
 */
public final class ParquetProvider implements RowSourceProvider {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final String DUCKDB = "jdbc:duckdb:";

    /** For who loads services. */
    public ParquetProvider() {}

    @Override
    public String name() {
        return "Parquet";
    }

    @Override
    public boolean reads(String location) {
        return false;
    }

    @Override
    public boolean recognizes(byte[] beginning) {
        boolean same = beginning.length >= MAGIC.length;
        for (int i = 0; i < MAGIC.length && same; i++) {
            same = beginning[i] == MAGIC[i];
        }
        return same;
    }

    /** Nobody's user and password go to a file. */
    @Override
    public RowSource open(SourceRequest request) throws IOException {
        String drivers = System.getenv().getOrDefault("NN_DRIVER_PATH", "");
        DatabaseUrl url = new DatabaseUrl(DUCKDB, request.location());
        String file = "'" + request.location().replace("'", "''") + "'";
        return QueriedRows.open(
                Database.open(url, Map.of("NN_DRIVER_PATH", drivers), true),
                "select * from read_parquet([" + file + "])");
    }
}
