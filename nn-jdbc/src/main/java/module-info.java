// SPDX-License-Identifier: Apache-2.0
/** Rows of databases. */
module dev.nn4j.jdbc {
    requires transitive dev.nn4j.core;
    requires transitive dev.nn4j.io;
    requires transitive java.sql;
    requires static org.jspecify;
    // Nothing here: drivers in a folder may need them.
    requires java.management;
    requires java.naming;

    exports dev.nn4j.jdbc;

    uses java.sql.Driver;

    provides dev.nn4j.io.RowSourceProvider with
            dev.nn4j.jdbc.JdbcProvider,
            dev.nn4j.jdbc.ParquetProvider;
    provides dev.nn4j.io.sink.RowSinkProvider with
            dev.nn4j.jdbc.JdbcSinkProvider,
            dev.nn4j.jdbc.ParquetSinkProvider;
}
