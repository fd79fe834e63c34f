// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.sink.RowSink;
import dev.nn4j.jdbc.internal.Database;
import dev.nn4j.jdbc.internal.DatabaseUrl;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of real servers and of databases in process are what those say that they are. */
class DatabasesTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("NN_JDBC_USER", LocalServer.USER, "NN_JDBC_PASSWORD", LocalServer.PASSWORD);
    private static final Map<String, String> NOBODY = Map.of();

    private static final String DUCKDB = "jdbc:duckdb:";

    private static Optional<LocalServer> postgres = Optional.empty();
    private static Optional<LocalServer> mariaDb = Optional.empty();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalServer.postgres();
        mariaDb = LocalServer.mariaDb();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres.isPresent()) {
            postgres.get().close();
        }
        if (mariaDb.isPresent()) {
            mariaDb.get().close();
        }
    }

    private static LocalServer running(Optional<LocalServer> server, String name) {
        assumeTrue(server.isPresent(), name + " is not installed here");
        return server.get();
    }

    private static String postgresUrl() {
        return "jdbc:postgresql://127.0.0.1:" + running(postgres, "PostgreSQL").port() + "/postgres";
    }

    private static String mariaDbUrl() {
        return "jdbc:mariadb://127.0.0.1:" + running(mariaDb, "MariaDB").port() + "/nn";
    }

    private static String mySqlUrl() {
        return mariaDbUrl().replace("mariadb", "mysql");
    }

    /** A server that was just started takes a moment. */
    private static Database open(String url, Map<String, String> environment, boolean readOnly) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                return Database.open(DatabaseUrl.of(url), environment, readOnly);
            } catch (IOException e) {
                if (attempt == 300) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String url, Map<String, String> environment, String... statements)
            throws IOException, SQLException {
        try (Database database = open(url, environment, false);
                Statement statement = database.connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            database.connection().commit();
        }
    }

    private static RowSource query(String url, Map<String, String> environment, String sql) throws IOException {
        return QueriedRows.open(open(url, environment, true), sql);
    }

    private static List<List<String>> texts(String url, Map<String, String> environment, String sql)
            throws IOException {
        List<List<String>> texts = new ArrayList<>();
        try (RowSource rows = query(url, environment, sql)) {
            for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                texts.add(row.get().texts());
            }
        }
        return texts;
    }

    /** What psql itself prints, with its null as an empty cell. */
    private static Table psql(String url, String sql) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "psql",
                "-X",
                "--csv",
                "-h",
                "127.0.0.1",
                "-p",
                postgres.orElseThrow().port() + "",
                "-U",
                "nn",
                "-d",
                "postgres",
                "-c",
                sql);
        builder.environment().put("PGPASSWORD", LocalServer.PASSWORD);
        builder.environment().put("PGTZ", "UTC");
        Process process = builder.start();
        String csv = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Csv.read(new StringReader(csv), "psql", name -> CellType.TEXT);
    }

    @Test
    void valuesAreThoseThatPsqlPrints() throws Exception {
        String url = postgresUrl();
        execute(url, ENVIRONMENT, "create type mood as enum ('sad', 'happy')", """
                    create table kinds (id int primary key, whole bigint, exact numeric(30,10), real8 float8, real4 float4,
                        yes boolean, day date, clock time, stamp timestamp, moment timestamptz, words text, state mood,
                        doc jsonb, code uuid)\
                    """, """
                    insert into kinds values
                    (1, 9223372036854775807, 12345678901234567890.0123456789, 0.1, 0.1, true, '2024-02-29', '23:59:58.5',
                     '2024-03-31 02:30:00', '2024-03-31 02:30:00+05:30', E'two\nlines, "quoted"', 'happy', '{"a": 1}',
                     'c1b8b8a6-0000-4000-8000-0123456789ab'),
                    (2, -1, -0.5, 'NaN', 1e-30, false, '0001-01-01', '00:00', '1969-12-31 23:59:59.999999',
                     '1969-12-31 23:59:59.999999-08', '', 'sad', '[]', null),
                    (3, null, null, null, null, null, null, null, null, null, null, null, null, null),
                    (4, 0, 'NaN', 1e15, 'NaN', true, '9999-12-31', '12:00', '2024-10-27 02:30', '2024-10-27 02:30+01',
                     'naïve 数', null, null, null)\
                    """);
        TimeZone before = TimeZone.getDefault();
        List<List<String>> rows;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            rows = texts(url, ENVIRONMENT, "select * from kinds order by id");
        } finally {
            TimeZone.setDefault(before);
        }
        Table printed = psql(url, "select * from kinds order by id");
        assertThat(rows).hasSize(4);
        for (int row = 0; row < 4; row++) {
            for (int c = 0; c < printed.columns().size(); c++) {
                String column = printed.columns().get(c);
                String wanted = asTable(printed.text(row, column));
                assertThat(rows.get(row).get(c)).as(column + " of row " + row).isEqualTo(wanted);
            }
        }
        assertThat(rows.get(2))
                .as("NULL is missing")
                .containsExactly("3", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /** Equal numbers have one text in tables, NaN is missing, yes is true, moments are in UTC without saying so. */
    private static String asTable(String printed) {
        if (printed.matches("[-+]?[0-9.]+(e[-+]?[0-9]+)?")) {
            return new BigDecimal(printed).stripTrailingZeros().toPlainString();
        }
        return switch (printed) {
            case "t" -> "true";
            case "f" -> "false";
            case "NaN" -> "";
            default -> printed.matches("(.* )?[0-9]{2}:[0-9]{2}:[0-9.]+(\\+00)?") ? asTime(printed) : printed;
        };
    }

    /** Seconds that are none are left out, parts of them come by thousands. */
    private static String asTime(String printed) {
        String time = printed.replaceFirst("\\+00$", "").replaceFirst("(:[0-9]{2}):00$", "$1");
        int digits = time.contains(".") ? time.length() - time.indexOf('.') - 1 : 0;
        return time + "0".repeat((3 - digits % 3) % 3);
    }

    /** By MySQL's driver too, which speaks to it. */
    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void valuesOfMariaDb(String driver) throws Exception {
        String url = mariaDbUrl().replace("mariadb", driver);
        execute(url, ENVIRONMENT, "set time_zone = '+05:30'", "drop table if exists kinds", """
                    create table kinds (id int primary key, whole bigint unsigned, exact decimal(30,10), real8 double,
                        yes boolean, day date, stamp datetime(6), moment timestamp(6) null, year year, words text)\
                    """, """
                    insert into kinds values
                    (1, 18446744073709551615, 0.1000000000, 0.1, true, '2024-02-29', '2024-03-31 02:30:00.5',
                     '2024-03-31 02:30:00.5', 2024, 'two\\nlines'),
                    (2, null, null, null, null, null, null, null, null, null)\
                    """);
        assertThat(texts(url, ENVIRONMENT, "select * from kinds order by id"))
                .containsExactly(
                        List.of(
                                "1",
                                "18446744073709551615",
                                "0.1",
                                "0.1",
                                "true",
                                "2024-02-29",
                                "2024-03-31 02:30:00.500",
                                "2024-03-30 21:00:00.500",
                                "2024",
                                "two\nlines"),
                        List.of("2", "", "", "", "", "", "", "", "", ""));
    }

    @Test
    void valuesOfSqliteAndH2() throws Exception {
        String sqlite = "jdbc:sqlite:" + folder.resolve("rows.sqlite");
        execute(
                sqlite,
                NOBODY,
                "create table t (a integer, b real, c text)",
                "insert into t values (1, 2.5, 'x'), (null, null, null)");
        assertThat(texts(sqlite, NOBODY, "select * from t order by rowid"))
                .containsExactly(List.of("1", "2.5", "x"), List.of("", "", ""));
        String h2 = "jdbc:h2:" + folder.resolve("rows");
        execute(
                h2,
                NOBODY,
                "create table t (a bigint, b decimal(20, 3), c timestamp with time zone)",
                "insert into t values (1, 2.500, '2024-01-01 00:30:00+01:00')");
        assertThat(texts(h2, NOBODY, "select * from t")).containsExactly(List.of("1", "2.5", "2023-12-31 23:30"));
    }

    @Test
    void valuesOfDuckDb() throws Exception {
        String url = DUCKDB + folder.resolve("rows.duckdb");
        execute(
                url,
                NOBODY,
                "create table t (id int, whole hugeint, small utinyint, exact decimal(30,10), real8 double, real4 float,"
                        + " yes boolean, day date, clock time, stamp timestamp, moment timestamptz, words text)",
                "set TimeZone = 'Asia/Kolkata'",
                "insert into t values (1, 170141183460469231731687303715884105727, 255, 0.1, 0.1, 0.1, true,"
                        + " '2024-02-29', '23:59:58.5', '2024-03-31 02:30:00', '2024-03-31 02:30:00+05:30', 'naïve 数'),"
                        + " (2, null, null, null, 'NaN', null, null, null, null, null, null, null)");
        assertThat(texts(url, NOBODY, "select * from t order by id"))
                .containsExactly(
                        List.of(
                                "1",
                                "170141183460469231731687303715884105727",
                                "255",
                                "0.1",
                                "0.1",
                                "0.1",
                                "true",
                                "2024-02-29",
                                "23:59:58.500",
                                "2024-03-31 02:30",
                                "2024-03-30 21:00",
                                "naïve 数"),
                        List.of("2", "", "", "", "", "", "", "", "", "", "", ""));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> query(url, NOBODY, "select [1, 2] as several"))
                .withMessageContaining("column 'several' is of type INTEGER[], of which no cell is made");
    }

    @Test
    void aQueryStreams() throws Exception {
        for (String url : List.of(postgresUrl(), mariaDbUrl(), mySqlUrl(), DUCKDB)) {
            String numbers = url.contains("/nn")
                    ? "select seq as n, 'words' as w from seq_1_to_30000"
                    : "select n, 'words' as w from generate_series(1, 30000) as s(n)";
            try (RowSource rows = query(url, ENVIRONMENT, numbers)) {
                Table table = RowSources.read(rows, name -> name.equals("n") ? CellType.NUMBER : CellType.TEXT);
                assertThat(table.rows()).isEqualTo(30_000);
                assertThat(table.number(29_999, "n")).isEqualTo(30_000);
            }
        }
    }

    @Test
    void predictionsAreWrittenAllOrNone() throws Exception {
        List<String> inProcess =
                List.of("jdbc:sqlite:" + folder.resolve("sink.sqlite"), DUCKDB + folder.resolve("sink.duckdb"));
        List<String> urls = new ArrayList<>(List.of(postgresUrl(), mariaDbUrl(), mySqlUrl()));
        urls.addAll(inProcess);
        for (String url : urls) {
            Map<String, String> who = inProcess.contains(url) ? NOBODY : ENVIRONMENT;
            execute(
                    url,
                    who,
                    "drop table if exists answers",
                    "create table answers (id integer, prediction varchar(20), p_yes double precision)");
            List<String> columns = List.of("ID", "prediction", "p_yes");
            try (RowSink sink = TableSink.open(open(url, who, false), "answers", columns)) {
                for (int row = 0; row < 2500; row++) {
                    sink.write(List.of(row + "", row % 2 == 0 ? "yes" : "", row / 4096.0 + ""));
                }
                sink.commit();
            }
            try (RowSink sink = TableSink.open(open(url, who, false), "answers", columns)) {
                sink.write(List.of("7", "lost", "0.5"));
            }
            List<List<String>> rows = texts(url, who, "select * from answers order by id");
            assertThat(rows)
                    .as(url)
                    .hasSize(2500)
                    .startsWith(List.of("0", "yes", "0"), List.of("1", "", "0.000244140625"));
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> TableSink.open(open(url, who, false), "answers", List.of("id", "predicton")))
                    .withMessage(url + ": table answers has no column 'predicton'; did you mean 'prediction'?; add it");
            assertThatIOException()
                    .isThrownBy(() -> TableSink.open(open(url, who, false), "nowhere", columns))
                    .withMessageStartingWith(
                            url + ": cannot write into nowhere, which must be there, as by create table"
                                    + " nowhere (ID, prediction, p_yes), each with its type: ");
        }
    }

    @Test
    void whatCannotBeReadIsRefusedByName() throws Exception {
        String url = postgresUrl();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> query(url, ENVIRONMENT, "select 1 as a, '\\x00'::bytea as photo"))
                .withMessage(
                        url + ": column 'photo' is of type bytea, of which no cell is made; cast it in the query, or"
                                + " leave it out");
        assertThatIOException()
                .isThrownBy(() -> query(url, ENVIRONMENT, "select nothing from nowhere"))
                .withMessageStartingWith(url + ": the query fails: ERROR: relation \"nowhere\" does not exist");
        assertThatIOException()
                .isThrownBy(() -> query(url, ENVIRONMENT, "drop table if exists kinds"))
                .withMessageContaining("read-only");
        assertThatIOException()
                .isThrownBy(() -> texts(url, ENVIRONMENT, "select 'infinity'::timestamptz as t"))
                .withMessageContaining("'t' holds infinity, which is no moment");
        assertThatIOException()
                .isThrownBy(() -> Database.open(
                        DatabaseUrl.of(url), Map.of("NN_JDBC_USER", "nn", "NN_JDBC_PASSWORD", "no"), true))
                .withMessageContaining("password authentication failed")
                .withMessageNotContaining("sesame");
    }
}
