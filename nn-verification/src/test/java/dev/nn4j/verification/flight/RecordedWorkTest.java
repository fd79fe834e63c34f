// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.io.Csv;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import dev.nn4j.io.TableFile;
import dev.nn4j.jdbc.Jdbc;
import dev.nn4j.serve.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.groups.Tuple;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flight Recorder is told of reading, searching, predicting and serving, and what it is never told. */
class RecordedWorkTest {
    /** Given to everything that must not repeat it. */
    private static final String SECRET = "geheim";

    private static final String CONFIGURATION = """
        {"data": {"target": "gone", "columns": {"plan": {"type": "category"}}},
         "network": {"layers": [{"outputDim": 4, "activation": "tanh"}, {"outputDim": 1, "activation": "sigmoid"}]},
         "loss": "binary-cross-entropy", "optimizer": "adam",
         "training": {"epochs": 2, "batchSize": 8, "seed": 1}}
        """;

    @TempDir
    private Path folder;

    private Path rows;
    private Path model;

    private interface Work {
        void run() throws Exception;
    }

    @BeforeEach
    void write() throws IOException {
        StringBuilder lines = new StringBuilder("amount,plan,gone\n");
        for (int row = 0; row < 40; row++) {
            lines.append(row / 8f)
                    .append(',')
                    .append(row % 3 == 0 ? "free" : "basic")
                    .append(row < 17 ? ",yes\n" : ",no\n");
        }
        rows = Files.writeString(folder.resolve("rows.csv"), lines);
        model = folder.resolve("gone.nn");
        Files.writeString(folder.resolve("config.json"), CONFIGURATION);
    }

    /** The events of a kind, which hold nothing secret, in the order in which they began. */
    private List<RecordedEvent> recorded(String name, Work work) throws Exception {
        Path file = folder.resolve("work.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> ours = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("dev.nn4j."))
                .sorted((one, other) -> one.getStartTime().compareTo(other.getStartTime()))
                .toList();
        assertThat(ours.toString()).doesNotContain(SECRET).doesNotContain("anna");
        return ours.stream()
                .filter(event -> event.getEventType().getName().equals("dev.nn4j." + name))
                .toList();
    }

    private static Tuple reading(Object source, int columns, long rows) {
        return tuple(source.toString(), columns, rows);
    }

    private static List<Tuple> readings(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> tuple(event.getString("source"), event.getInt("columns"), event.getLong("rows")))
                .toList();
    }

    private static void nn(Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Terminal.none());
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        assertThat(Main.run(texts, console, new Interruption()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private void train() {
        nn("train", "--config", folder.resolve("config.json"), "--data", rows, "--out", model, "--quiet");
    }

    @Test
    void aFileThatIsReadHasItsNameColumnsAndRows() throws Exception {
        assertThat(readings(recorded("Reading", () -> Csv.read(rows, column -> CellType.TEXT))))
                .containsExactly(reading(rows, 3, 40));
        assertThat(readings(recorded("Reading", () -> {
                    try (RowSource opened = RowSources.installed().open(SourceRequest.of(rows.toString()))) {
                        opened.next();
                    }
                })))
                .containsExactly(reading(rows, 3, 1));
        assertThat(readings(recorded(
                        "Reading",
                        () -> TableFile.convert(rows, column -> CellType.TEXT, folder.resolve("rows.nntable")))))
                .containsExactly(reading(rows, 3, 40));
    }

    @Test
    void aDatabaseHasItsAddressWithoutUserAndPassword() throws Exception {
        String database = "jdbc:h2:mem:flights;USER=anna";
        String query = "select x from system_range(1, 7)";
        try (Connection connection = new Driver().connect(database, new Properties());
                Statement statement = connection.createStatement()) {
            assertThat(readings(recorded("Reading", () -> {
                        SourceRequest request = SourceRequest.of(database).withQuery(query);
                        try (RowSource opened = RowSources.installed().open(request)) {
                            RowSources.read(opened, column -> CellType.NUMBER);
                        }
                    })))
                    .containsExactly(reading("jdbc:h2:mem:flights", 1, 7));
            assertThat(readings(recorded("Reading", () -> {
                        try (ResultSet answer = statement.executeQuery(query)) {
                            Jdbc.read(answer, "jdbc:h2://anna:" + SECRET + "@host/flights", column -> CellType.NUMBER);
                        }
                    })))
                    .containsExactly(reading("jdbc:…@host/flights", 1, 7));
        }
    }

    @Test
    void predictTellsTheRowsThatItAnswers() throws Exception {
        train();
        List<RecordedEvent> events = recorded(
                "Scoring", () -> nn("predict", "--model", model, "--data", rows, "--out", folder.resolve("out.csv")));
        assertThat(events)
                .extracting(event -> event.getString("source"), event -> event.getLong("rows"))
                .containsExactly(tuple(rows.toString(), 40L));
    }

    @Test
    void aSearchTellsItsTrials() throws Exception {
        List<RecordedEvent> events = recorded(
                "Network",
                () -> nn(
                        "tune",
                        "--config",
                        folder.resolve("config.json"),
                        "--data",
                        rows,
                        "--trials",
                        3,
                        "--out",
                        folder.resolve("tuned.nn"),
                        "--quiet"));
        assertThat(events).extracting(event -> event.getString("role")).containsOnly("trial");
        assertThat(events).extracting(event -> event.getInt("number")).contains(0, 1, 2);
    }

    @Test
    void aRequestHasItsPathStatusModelAndRowsAndNothingOfWhatItBrings() throws Exception {
        train();
        HttpClient client = HttpClient.newHttpClient();
        List<RecordedEvent> events;
        try (Server server = Server.builder().model(model).port(0).start()) {
            events = recorded("Request", () -> {
                String body = "[[1.5, \"" + SECRET + "\"], [0.5, \"free\"]]";
                post(client, server.uri().resolve("models/gone/predict?keep=" + SECRET), body);
                post(client, server.uri().resolve("models/gone/predict"), "[[1.5, \"free\"], [2, \"basic\"]]");
                post(client, server.uri().resolve("models/gone/predict"), body);
                post(client, server.uri().resolve("models/" + SECRET + "/predict"), body);
                post(client, server.uri().resolve(SECRET), body);
            });
        }
        assertThat(events)
                .extracting(
                        event -> event.getString("path"),
                        event -> event.getInt("status"),
                        event -> event.getString("model"),
                        event -> event.getLong("rows"))
                .containsExactly(
                        tuple("/models/{name}/predict", 400, "gone", 0L),
                        tuple("/models/{name}/predict", 200, "gone", 2L),
                        tuple("/models/{name}/predict", 422, "gone", 0L),
                        tuple("/models/{name}/predict", 404, "", 0L),
                        tuple("other", 404, "", 0L));
    }

    private static void post(HttpClient client, URI to, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        client.send(request, BodyHandlers.discarding());
    }
}
