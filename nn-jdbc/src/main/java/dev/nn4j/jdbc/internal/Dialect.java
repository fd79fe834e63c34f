// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What databases want said before they give rows bit by bit, and moments in UTC. */
public enum Dialect {
    POSTGRESQL("org.postgresql:postgresql", "set time zone 'UTC'"),
    MARIADB("org.mariadb.jdbc:mariadb-java-client", "set time_zone = '+00:00'"),
    /** Streams at this one number alone. */
    MYSQL("com.mysql:mysql-connector-j", "set time_zone = '+00:00'"),
    SQLITE("org.xerial:sqlite-jdbc", ""),
    H2("com.h2database:h2", "set time zone 'UTC'"),
    DUCKDB("org.duckdb:duckdb_jdbc", "set TimeZone = 'UTC'"),
    SQLSERVER("com.microsoft.sqlserver:mssql-jdbc", ""),
    ORACLE("com.oracle.database.jdbc:ojdbc17", "alter session set time_zone = 'UTC'"),
    OTHER("", "");

    private static final int ROWS = 2000;

    private final String driver;
    private final String session;

    Dialect(String driver, String session) {
        this.driver = driver;
        this.session = session;
    }

    /** What a database of this URL speaks. */
    static Dialect of(DatabaseUrl url) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.name().equalsIgnoreCase(url.kind()))
                .findFirst()
                .orElse(OTHER);
    }

    /** How many rows come at a time. */
    public int fetchSize() {
        return this == MYSQL ? Integer.MIN_VALUE : ROWS;
    }

    /** Whether a connection can be told, once it is there, that it will only read. */
    boolean takesReadOnly() {
        return this != SQLITE && this != DUCKDB;
    }

    /** What begins a session. */
    Optional<String> session() {
        return session.isEmpty() ? Optional.empty() : Optional.of(session);
    }

    /** What the driver is told. */
    Map<String, String> settings() {
        return switch (this) {
            case MYSQL -> Map.of("connectionTimeZone", "UTC");
            case DUCKDB -> Map.of("jdbc_stream_results", "true");
            default -> Map.of();
        };
    }

    /** The jar to look for, as a repository names it. */
    String driver(DatabaseUrl url) {
        return driver.isEmpty()
                ? "for jdbc:" + url.kind().toLowerCase(Locale.ROOT)
                : driver + " (" + driver.substring(driver.indexOf(':') + 1) + "-VERSION.jar in Maven Central)";
    }
}
