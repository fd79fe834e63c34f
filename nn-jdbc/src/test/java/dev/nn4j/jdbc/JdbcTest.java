// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import dev.nn4j.io.TableFile;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.Function;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database answers is a table, with the bits of a CSV of the same. */
class JdbcTest {
    private static final int ROWS = 50;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = new Driver().connect("jdbc:h2:mem:", new Properties());
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static Experiment experiment() {
        DateTimeKind date = new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.DAYS, DatePart.HOUR));
        return Experiment.builder()
                .target("churned")
                .ignore("id")
                .column(
                        "visits",
                        ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator())
                .column(
                        "plan",
                        ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)).withMissing(MissingPolicy.OWN_CATEGORY))
                .column("code", ColumnPlan.of(new FoundCategories(0, Unseen.ZEROS)))
                .column("active", ColumnPlan.of(new BooleanKind()))
                .column("since", ColumnPlan.of(date).withMissing(MissingPolicy.MEAN))
                .column("seen", ColumnPlan.of(date))
                .scaling(Scaling.STANDARD)
                .dense(4, "tanh")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.05)
                .training(options -> options.epochs(5).batchSize(8).seed(3))
                .build();
    }

    private void fill() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id int, amount double precision, visits int, plan varchar(9),"
                    + " code smallint, active boolean, since date, seen timestamp, price decimal(9,2), ratio real,"
                    + " note clob, churned varchar(3))");
            for (int row = 0; row < ROWS; row++) {
                statement.execute(String.format(
                        Locale.ROOT,
                        "insert into customer values (%d, %s, %s, %s, %d, %b, %s, timestamp '2026-01-01 0%d:30:00', %s,"
                                + " %s, 'a note', '%s')",
                        row,
                        row * 0.1 - 2,
                        row % 7 == 0 ? "null" : row % 5,
                        row % 11 == 0 ? "null" : row % 3 == 0 ? "'pro'" : "'basic'",
                        row % 4,
                        row % 2 == 0,
                        row % 13 == 0 ? "null" : "date '2024-02-" + (1 + row % 28) + "'",
                        row % 10,
                        row / 100.0,
                        row * 0.3f,
                        row % 4 > 1 ? "yes" : "no"));
            }
        }
    }

    private ResultSet query(Statement statement) throws SQLException {
        return statement.executeQuery(
                "select id as \"id\", amount as \"amount\", visits as \"visits\", plan as \"plan\","
                        + " code as \"code\", active as \"active\", since as \"since\", seen as \"seen\", price as \"price\","
                        + " ratio as \"ratio\", churned as \"churned\" from customer order by id");
    }

    private static String csv() {
        StringBuilder csv = new StringBuilder("id,amount,visits,plan,code,active,since,seen,price,ratio,churned\n");
        for (int row = 0; row < ROWS; row++) {
            csv.append(row).append(',').append(row * 0.1 - 2).append(',');
            csv.append(row % 7 == 0 ? "" : Integer.toString(row % 5)).append(',');
            csv.append(row % 11 == 0 ? "" : row % 3 == 0 ? "pro" : "basic").append(',');
            csv.append(row % 4).append(',').append(row % 2 == 0).append(',');
            csv.append(row % 13 == 0 ? "" : String.format(Locale.ROOT, "2024-02-%02d", 1 + row % 28));
            csv.append(",2026-01-01 0").append(row % 10).append(":30:00,");
            csv.append(row / 100.0).append(',').append(row * 0.3f).append(',');
            csv.append(row % 4 > 1 ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    private static float[] weights(Experiment experiment, Table table) {
        return Training.of(experiment).run(table).model().network().parameters();
    }

    @Test
    void aResultSetTrainsTheWeightsOfTheCsvOfTheSame() throws SQLException {
        fill();
        Experiment experiment = experiment();
        try (Statement statement = connection.createStatement();
                ResultSet rows = query(statement)) {
            Table table = Jdbc.read(rows, "customer", experiment::cellType);
            assertThat(table.rows()).isEqualTo(ROWS);
            assertThat(rows.isClosed()).isFalse();
            assertThat(weights(experiment, table))
                    .containsExactly(weights(experiment, Csv.parse(csv(), experiment::cellType)));
        }
    }

    @Test
    void aResultSetStreamsIntoATableFile(@TempDir Path folder) throws SQLException, IOException {
        fill();
        Experiment experiment = experiment();
        Path file = folder.resolve("customer.nnt");
        try (Statement statement = connection.createStatement();
                ResultSet rows = query(statement)) {
            Table table =
                    TableFile.convert(Jdbc.rows(rows, "customer", experiment::cellType), experiment::cellType, file);
            assertThat(table.isInMemory()).isFalse();
            assertThat(table.source()).isEqualTo("customer");
            assertThat(rows.isClosed()).isFalse();
            try (Statement again = connection.createStatement()) {
                Table inMemory = Jdbc.read(query(again), "customer", experiment::cellType);
                assertThat(table.sha256(table.columns())).isEqualTo(inMemory.sha256(table.columns()));
            }
            assertThat(TableFile.open(file).sha256()).isEqualTo(table.sha256());
        }
    }

    @Test
    void whereTheDatabaseFailsTheRowsAreRefusedByNameAndTheFileStaysAsItWas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("customer.nnt");
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select 1 as \"x\" from system_range(1, 3)");
            RowSource source = Jdbc.rows(rows, "customer", name -> CellType.NUMBER);
            rows.close();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> TableFile.convert(source, name -> CellType.NUMBER, file))
                    .withMessageStartingWith("customer: row 1 cannot be read: ")
                    .withCauseInstanceOf(SQLException.class);
        }
        assertThat(file).doesNotExist();
    }

    private Table one(String expression, CellType type) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + expression + " as \"x\"")) {
            return Jdbc.read(rows, "query", name -> type);
        }
    }

    @Test
    void everySqlTypeHasItsText() throws SQLException {
        assertThat(one("cast('2026-03-29' as date)", CellType.TEXT).text(0, "x"))
                .isEqualTo("2026-03-29");
        assertThat(one("cast('0001-01-01' as date)", CellType.TEXT).text(0, "x"))
                .isEqualTo("0001-01-01");
        assertThat(one("cast('10:15:00' as time)", CellType.TEXT).text(0, "x")).isEqualTo("10:15");
        assertThat(one("cast('2026-03-29 02:30:00+05:00' as timestamp with time zone)", CellType.TEXT)
                        .text(0, "x"))
                .as("a moment is told in UTC, wherever it was stored")
                .isEqualTo("2026-03-28 21:30");
        assertThat(one("cast(7 as decimal(9,2))", CellType.TEXT).text(0, "x")).isEqualTo("7");
        assertThat(one("true", CellType.TEXT).text(0, "x")).isEqualTo("true");
        assertThat(one("cast('long text' as clob)", CellType.TEXT).text(0, "x")).isEqualTo("long text");
        assertThat(one("null", CellType.TEXT).text(0, "x")).isEmpty();
        assertThat(one("null", CellType.NUMBER_OR_MISSING).number(0, "x")).isNaN();
        assertThat(one("9007199254740993", CellType.NUMBER).number(0, "x")).isEqualTo((float) 9007199254740993L);
    }

    /** In spring this hour does not exist there, and a java.sql.Timestamp cannot be it. */
    @Test
    void aTimeThatDaylightSavingLeavesOutIsReadAsItStands() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            assertThat(one("cast('2026-03-29 02:30:00' as timestamp)", CellType.TEXT)
                            .text(0, "x"))
                    .isEqualTo("2026-03-29 02:30");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void anOldDriverMayGiveTimestampsOnly() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select timestamp '2026-01-02 03:04:05' as \"x\"")) {
            ResultSet old = (ResultSet) Proxy.newProxyInstance(
                    ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("getObject")) {
                            if (arguments.length > 1) {
                                throw new SQLException("not supported");
                            }
                            return Timestamp.valueOf("2026-01-02 03:04:05");
                        }
                        return method.invoke(rows, arguments);
                    });
            assertThat(Jdbc.read(old, "query", name -> CellType.TEXT).text(0, "x"))
                    .isEqualTo("2026-01-02 03:04:05");
        }
    }

    @Test
    void whatCannotBeUsedIsRefusedAtItsRow() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> one("null", CellType.NUMBER))
                .withMessageStartingWith("query:1:1: column 'x' has a missing value here");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> one("x'00ff'", CellType.TEXT))
                .withMessageStartingWith("query:1:1: column 'x' takes texts, enums");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> one("1 as \"x\", 2", CellType.NUMBER))
                .withMessageContaining("column 'x' is there twice");
    }

    @Test
    void charactersAreReadAsAFileIs() throws Exception {
        Function<String, CellType> types = name -> name.equals("x") ? CellType.NUMBER : CellType.TEXT;
        String text = "x;größe\n1;\"a;😀\n\"\n2;b\n";
        Table table = Csv.parse(text, types);
        assertThat(table.texts("größe")).containsExactly("a;😀\n", "b");
        assertThat(Csv.read(new StringReader(text), "page", types).sha256()).isEqualTo(table.sha256());
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Csv.parse("x\none\n", types))
                .withMessageStartingWith("csv:2:1: column 'x' must hold finite decimal numbers");
        for (String broken : List.of("x\n\ud800\n", "x\n1\n\udc00", "x\n\ud800")) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> Csv.parse(broken, name -> CellType.TEXT))
                    .withMessage("csv: holds half of a surrogate pair, which is no text");
        }
        String rows = "x,größe\n" + "1,é😀\n".repeat(20_000);
        assertThat(Csv.parse(rows, types).texts("größe")).hasSize(20_000).containsOnly("é😀");
    }

    /** As Spring's JdbcTemplate.queryForList gives rows. */
    @Test
    void valuesOfJavaSqlInMapsAreWhatTheyAreInAResultSet() throws SQLException {
        String query = "select date '2026-01-02' as d, timestamp '2026-01-02 03:04:05' as ts, time '03:04:05' as t";
        Map<String, Object> row = Map.of(
                "D", java.sql.Date.valueOf("2026-01-02"),
                "TS", Timestamp.valueOf("2026-01-02 03:04:05"),
                "T", java.sql.Time.valueOf("03:04:05"));
        Table ofMaps = Table.ofMaps(List.of("D", "TS", "T"), List.of(row), name -> CellType.TEXT);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(ofMaps.sha256())
                    .isEqualTo(Jdbc.read(rows, "q", name -> CellType.TEXT).sha256());
        }
        DateTimeKind date = new DateTimeKind(DateOrder.DAY_MONTH_YEAR, List.of(DatePart.YEAR, DatePart.HOUR));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(new Feature("TS", date, Missing.error())))
                .targets(List.of("y"))
                .build();
        assertThat(schema.rawRow(row)).containsExactly(2026, 3);
    }

    @SuppressWarnings("JavaUtilDate") // what programs have all the same
    private static Object mereDate() {
        return new java.util.Date(0);
    }

    /** What it shows depends on the machine. */
    @Test
    void aMereDateOfJavaUtilIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Table.ofMaps(List.of("d"), List.of(Map.of("d", mereDate())), name -> CellType.TEXT))
                .withMessageContaining("got a Date; convert it");
    }
}
