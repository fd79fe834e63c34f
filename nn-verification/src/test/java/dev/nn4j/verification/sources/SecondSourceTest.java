// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.cli.Main;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Interruption;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.core.Model;
import dev.nn4j.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One class and a line that registers it are all that the command line needs to read another kind of source. */
class SecondSourceTest {
    private static final String CONFIGURATION = """
            {"data": {"target": "left", "columns": {
                "active": {"type": "boolean"},
                "since": {"type": "date-time", "order": "year-month-day", "parts": ["year", "month"]},
                "plan": {"type": "category"},
                "amount": {"type": "number", "missing": "mean"}}},
             "network": {"layers": [{"outputDim": 4, "activation": "tanh"}, {"outputDim": 1, "activation": "sigmoid"}]},
             "loss": "binary-cross-entropy", "optimizer": "adam",
             "training": {"epochs": 3, "batchSize": 8, "seed": 1}}
            """;

    @TempDir
    private Path folder;

    private String lines;
    private Path csv;

    private record Run(int exit, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            String amount = row % 7 == 3 ? "" : Float.toString(row / 8f);
            String plan = List.of("FREE", "BASIC", "PRO").get(row % 3);
            String day = "20%02d-%02d-05".formatted(10 + row % 9, 1 + row % 12);
            rows.add(String.join(";", amount, row % 2 == 0 ? "true" : "false", day, plan, row < 17 ? "yes" : "no"));
        }
        Path file = Files.write(
                folder.resolve("customers.txt"),
                rows.stream().map(row -> row.replace("FREE", "NONE")).toList());
        lines = "lines:" + file;
        csv = folder.resolve("customers.csv");
        rows.add(0, String.join(";", LinesSource.HEADER));
        Files.write(csv, rows);
        Files.writeString(folder.resolve("config.json"), CONFIGURATION);
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

    private Path trained(Object data, String name) {
        Path model = folder.resolve(name);
        Run run = nn("train", "--config", folder.resolve("config.json"), "--data", data, "--out", model, "--quiet");
        assertThat(run.exit()).as(run.err()).isZero();
        return model;
    }

    /** Without what names lines and values as the source has them. */
    private static JsonNode figures(Run run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        ObjectNode figures = (ObjectNode) new ObjectMapper().readTree(run.out());
        assertThat(figures.has("accuracy")).isTrue();
        return figures.without(List.of("errorsByFeature", "worstRows"));
    }

    @Test
    void trainsEvaluatesAndPredictsAsFromCsv() throws IOException {
        Path model = trained(lines, "lines.nn");
        Path ofCsv = trained(csv, "csv.nn");
        Model one = ModelFile.read(model);
        assertThat(one.network().parameters())
                .isEqualTo(ModelFile.read(ofCsv).network().parameters());
        assertThat(one.schema().features().get(3).kind().known())
                .as("a value, and no mark")
                .contains("NONE");

        assertThat(figures(nn("evaluate", "--model", model, "--data", lines, "--json")))
                .isEqualTo(figures(nn("evaluate", "--model", ofCsv, "--data", csv, "--json")));

        Run ofTexts = nn("predict", "--model", ofCsv, "--data", csv, "--out", "-", "--keep", "since", "--keep", "left");
        Run predictions =
                nn("predict", "--model", model, "--data", lines, "--out", "-", "--keep", "since", "--keep", "left");
        assertThat(predictions.out())
                .as(predictions.err())
                .isEqualTo(ofTexts.out())
                .startsWith("since,left,prediction\n2010-01-05,yes,");
    }

    @Test
    void aConfigurationIsProposedForIt() {
        Run proposed = nn("new", "--data", lines, "--target", "left", "--out", "-");
        assertThat(proposed.exit()).as(proposed.err()).isZero();
        assertThat(proposed.out()).contains("\"since\"", "\"date-time\"", "\"boolean\"", "\"category\"");
        assertThat(proposed.err()).doesNotContain("looks like a row");
    }

    @Test
    void foldsAndValidationReadItToo() {
        Run folds = nn("train", "--config", folder.resolve("config.json"), "--data", lines, "--folds", "4", "--quiet");
        assertThat(folds.exit()).as(folds.err()).isZero();
        Run validated = nn(
                "train",
                "--config",
                folder.resolve("config.json"),
                "--data",
                lines,
                "--validation",
                lines,
                "--out",
                folder.resolve("validated.nn"),
                "--quiet");
        assertThat(validated.exit()).as(validated.err()).isZero();
    }

    @Test
    void whatCannotBeCachedIsRefusedByName() {
        Run run = nn(
                "train",
                "--config",
                folder.resolve("config.json"),
                "--data",
                lines,
                "--out",
                folder.resolve("m.nn"),
                "--cache",
                folder.resolve("cache.table"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--cache: needs a file to be of, and " + lines + " is none; leave it out");
    }

    @Test
    void faultsHaveTheirPlaces() throws IOException {
        Path model = trained(lines, "lines.nn");
        Path broken = folder.resolve("broken.txt");
        Files.writeString(broken, "1;true;2010-01-05;PRO;yes\n1e300;true;2010-01-05;PRO;yes\n");
        Run run = nn("predict", "--model", model, "--data", "lines:" + broken, "--out", "-");
        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("lines:" + broken + ":2:1: ");
    }
}
