// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows in files, in JSON lines and in a database give the same model, and predictions go back to the database. */
class DataSourcesTest {
    private static final String DATABASE = "jdbc:h2:mem:customers";
    private static final String QUERY =
            "select amount as \"amount\", plan as \"plan\", gone as \"gone\" from customer order by id";
    private static final String CONFIGURATION = """
        {"data": {"target": "gone", "columns": {"plan": {"type": "category"}}},
         "network": {"layers": [{"outputDim": 4, "activation": "tanh"}, {"outputDim": 1, "activation": "sigmoid"}]},
         "loss": "binary-cross-entropy", "optimizer": "adam",
         "training": {"epochs": 3, "batchSize": 8, "seed": 1}}
        """;

    @TempDir
    private Path folder;

    private Connection connection;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException, SQLException {
        List<String> rows = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        connection = new Driver().connect(DATABASE, new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id identity, amount double, plan varchar(9), gone varchar(9))");
            statement.execute("create sequence asked");
            for (int row = 0; row < 40; row++) {
                String plan = List.of("free", "basic", "pro").get(row % 3);
                String gone = row < 17 ? "yes" : "no";
                rows.add(row / 8f + "," + plan + "," + gone);
                objects.add("{\"amount\": " + row / 8f + ", \"plan\": \"" + plan + "\", \"gone\": \"" + gone + "\"}");
                statement.execute("insert into customer (amount, plan, gone) values (" + row / 8f + ", '" + plan
                        + "', '" + gone + "')");
            }
        }
        Files.writeString(folder.resolve("a.csv"), "amount,plan,gone\n" + String.join("\n", rows.subList(0, 9)));
        Files.writeString(folder.resolve("b.csv"), "amount,plan,gone\n" + String.join("\n", rows.subList(9, 40)));
        Files.write(folder.resolve("all.jsonl"), objects);
        Files.writeString(folder.resolve("config.json"), CONFIGURATION);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static Run nn(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(texts, console, new Interruption());
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String weights(String name, Object... data) throws IOException {
        Path model = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("train", "--config", folder.resolve("config.json"), "--data"));
        arguments.addAll(List.of(data));
        arguments.addAll(List.of("--out", model, "--quiet"));
        Run run = nn(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return Arrays.toString(ModelFile.read(model).network().parameters());
    }

    @Test
    void theSameRowsGiveTheSameBitsWhereverTheyAre() throws Exception {
        String files = weights("files.nn", folder.resolve("a.csv"), folder.resolve("b.csv"));
        assertThat(weights("pattern.nn", folder + "/?.csv")).isEqualTo(files);
        assertThat(weights("again.nn", folder.resolve("a.csv"), "--data", folder.resolve("b.csv")))
                .isEqualTo(files);
        assertThat(weights("lines.nn", folder.resolve("all.jsonl"))).isEqualTo(files);
        assertThat(weights("database.nn", DATABASE, "--query", QUERY)).isEqualTo(files);

        try (Statement statement = connection.createStatement()) {
            statement.execute("create table answer (amount double, prediction varchar(9), p_yes double, p_no double)");
            Run written = nn(
                    "predict",
                    "--model",
                    folder.resolve("files.nn"),
                    "--data",
                    DATABASE,
                    "--query",
                    QUERY,
                    "--keep",
                    "amount",
                    "--probabilities",
                    "--out",
                    DATABASE,
                    "--table",
                    "answer");
            assertThat(written.exit()).as(written.err()).isZero();
            Run printed = nn("predict", "--model", folder.resolve("files.nn"), "--data", folder + "/*.csv");
            assertThat(printed.exit()).as(printed.err()).isZero();
            long yes = printed.out().lines().filter("yes"::equals).count();
            ResultSet answers = statement.executeQuery(
                    "select count(*), count(case when prediction = 'yes' then 1 end), sum(p_yes + p_no) from answer");
            assertThat(answers.next()).isTrue();
            assertThat(answers.getInt(1)).isEqualTo(40);
            assertThat(answers.getInt(2)).isEqualTo((int) yes);
            assertThat(answers.getDouble(3)).isBetween(39.99, 40.01);
        }
    }

    /** What is beside the data comes from where data may come from, too. */
    @Test
    void validationAndRowsToCompareWithComeFromADatabaseToo() throws IOException {
        Path config = folder.resolve("config.json");
        Path files = folder.resolve("files.nn");
        Path database = folder.resolve("database.nn");
        Path some = folder.resolve("a.csv");
        List<Object> train = List.of("train", "--config", config, "--data", folder.resolve("b.csv"));
        succeed(train, "--validation", folder + "/*.csv", "--out", files);
        succeed(train, "--validation", DATABASE, "--validation-query", QUERY, "--out", database);
        assertThat(Arrays.toString(ModelFile.read(database).network().parameters()))
                .isEqualTo(Arrays.toString(ModelFile.read(files).network().parameters()));
        succeed(
                List.of("reproduce", database, "--data", folder.resolve("b.csv")),
                "--validation",
                DATABASE,
                "--validation-query",
                QUERY);

        List<Object> explain = List.of("explain", files, "--data", some, "--row", 2);
        List<Object> predict = List.of("predict", "--model", files, "--data", some, "--contributions");
        List<Object> describe = List.of("describe", "--data", some, "--json");
        Object[] background = {"--background", DATABASE, "--background-query", QUERY};
        assertThat(succeed(explain, background)).isEqualTo(succeed(explain, "--background", folder + "/*.csv"));
        assertThat(succeed(predict, background)).isEqualTo(succeed(predict, "--background", folder + "/*.csv"));
        assertThat(succeed(describe, "--against", DATABASE, "--against-query", QUERY))
                .contains("drift")
                .isEqualTo(succeed(describe, "--against", folder + "/*.csv").replace(folder + "/*.csv", DATABASE));
    }

    private static String succeed(List<Object> command, Object... more) {
        List<Object> all = new ArrayList<>(command);
        all.addAll(Arrays.asList(more));
        Run run = nn(all.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void aDatabaseWithoutAQueryAndAQueryWithoutADatabaseAreRefusedByTheirOption() {
        Path some = folder.resolve("a.csv");
        assertThat(nn("describe", "--data", some, "--against", DATABASE).err())
                .contains("error: --against: is a database, which has many tables; say which rows by --against-query"
                        + " \"select …\"");
        assertThat(nn("describe", "--data", some, "--against", some, "--against-query", QUERY)
                        .err())
                .contains("error: --against-query: is for a database (jdbc:…), and " + some + " is a file");
        assertThat(nn("describe", "--data", some, "--against-query", QUERY).err())
                .contains("error: --against-query: says which rows of --against jdbc:…; give both or neither");
    }

    @Test
    void aDatabaseIsAskedOnceThoughItsRowsAreReadAgain() throws SQLException {
        String counting = QUERY.replace("select ", "select next value for asked as \"asked\", ");
        Run described = nn("describe", "--data", DATABASE, "--query", counting, "--target", "gone", "--json");
        assertThat(described.exit()).as(described.err()).isZero();
        Run trained = nn(
                "train",
                "--data",
                DATABASE,
                "--query",
                counting,
                "--target",
                "gone",
                "--preset",
                "fast",
                "--set",
                "training.epochs=1",
                "--quiet");
        assertThat(trained.exit()).as(trained.err()).isZero();
        try (Statement statement = connection.createStatement();
                ResultSet next = statement.executeQuery("select next value for asked")) {
            assertThat(next.next()).isTrue();
            assertThat(next.getLong(1)).isEqualTo(2 * 40 + 1);
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        Path file = folder.resolve("a.csv");
        Path model = folder.resolve("none.nn");
        Run query = nn("describe", "--data", file, "--query", QUERY);
        assertThat(query.exit()).isEqualTo(2);
        assertThat(query.err()).contains("--query: is for a database (jdbc:…), and " + file + " is a file");
        Run none = nn("describe", "--data", DATABASE);
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.err()).contains(DATABASE + ": holds many tables; say which rows by a query, as in --query ");
        Run secret = nn("describe", "--data", DATABASE + ";PASSWORD=sesame", "--query", QUERY, "--verbose");
        assertThat(secret.exit()).isEqualTo(3);
        assertThat(secret.err()).contains("the URL holds a password").doesNotContain("sesame");
        Run table = nn("predict", "--model", model, "--data", file, "--table", "t");
        assertThat(table.exit()).isEqualTo(2);
        assertThat(table.err()).contains("--table: is of a database; give --out jdbc:…");
        Run unnamed = nn("predict", "--model", model, "--data", file, "--out", DATABASE);
        assertThat(unnamed.exit()).isEqualTo(2);
        assertThat(unnamed.err()).contains("--out: is a database, which has many tables; say which by --table");
        Run over = nn("predict", "--model", model, "--data", folder + "/?.csv", "--out", folder.resolve("b.csv"));
        assertThat(over.exit())
                .as("a file of a pattern is no output: %s", over.err())
                .isNotZero();
        Run stdin = nn("describe", "--data", file, "-");
        assertThat(stdin.exit()).isEqualTo(2);
    }
}
