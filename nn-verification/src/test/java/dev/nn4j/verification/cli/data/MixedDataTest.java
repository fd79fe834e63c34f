// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file as people have it, with texts, dates and gaps, to predictions, nothing prepared by hand. */
class MixedDataTest {
    private static final Path CUSTOMERS = Built.examples().resolve("customers/customers.csv");

    /** Answers the customers as {@code nn predict --probabilities} does. */
    private static final String PREDICT = """
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.stream.Stream;

            class Predict {
                public static void main(String[] files) throws Exception {
                    List<String> lines = Files.readAllLines(Path.of(files[0]));
                    List<String> columns = cells(lines.get(0));
                    System.out.println("prediction,p_" + String.join(",p_", Scorer.LABELS));
                    for (String line : lines.subList(1, lines.size())) {
                        List<String> all = cells(line);
                        String[] row = Scorer.FEATURES.stream()
                                .map(feature -> all.get(columns.indexOf(feature)))
                                .toArray(String[]::new);
                        float p = Scorer.predict(row)[0];
                        boolean first = Scorer.POSITIVE.equals(Scorer.LABELS.get(0));
                        System.out.println(Scorer.label(row) + "," + (first ? p + "," + (1 - p) : (1 - p) + "," + p));
                    }
                }

                private static List<String> cells(String line) {
                    return Stream.of(line.split(";(?=([^\\"]*\\"[^\\"]*\\")*[^\\"]*$)", -1))
                            .map(cell -> cell.startsWith("\\"") ? cell.substring(1, cell.length() - 1) : cell)
                            .map(cell -> cell.replace("\\"\\"", "\\""))
                            .toList();
                }
            }
            """;

    @TempDir
    private Path folder;

    private Inside nn;

    @BeforeEach
    void start() {
        nn = Inside.in(folder);
    }

    @Test
    void aFileOfTextsDatesAndGapsIsLearntAndPredicted() throws IOException, InterruptedException {
        Nn created = nn.run("new", "--data", CUSTOMERS, "--target", "outcome", "--out", "c.json");
        assertThat(created.exit()).isZero();
        assertThat(created.messages())
                .containsExactly(
                        "warning: column 'number' is ignored: it holds 1500 different texts in 1500 rows: free text or an"
                                + " identifier; to keep it, take it off data.ignore and make it a category in"
                                + " data.columns",
                        "outcome: 2 labels (left, stayed), 'left' is the positive one, the rarer; data.positive says so");
        assertThat(folder.resolve("c.json"))
                .content()
                .contains("\"order\": \"day-month-year\"", "\"hour\"", "\"indicator\": true", "\"own-category\"");

        Nn trained = nn.run("train", "--config", "c.json", "--data", CUSTOMERS, "--out", "m.nn", "--json");
        assertThat(trained.messages())
                .anyMatch(line -> line.matches("\\d+ features, which make \\d+ inputs:"))
                .contains(
                        "  plan: category of 5 (basic, family, founder, plus, student); unseen: zeros; missing: own-category")
                .anyMatch(line -> line.matches("  age: number; missing: median \\(\\d+\\) with indicator"));
        assertThat(nn.json("evaluate", "--model", "m.nn", "--data", CUSTOMERS, "--json")
                        .get("accuracy")
                        .asDouble())
                .isGreaterThan(0.8);
        assertThat(nn.run("verify", "m.nn").exit()).isZero();

        nn.succeed("export", "m.nn", "--out", "m.onnx");
        assertThat(nn.succeed("inspect", "m.onnx").out()).contains("STRING", "INT64", "probabilities");

        Path packed = folder.resolve("packed.csv");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(CUSTOMERS, zip);
        }
        String plain = nn.succeed("predict", "--model", "m.nn", "--data", CUSTOMERS, "--probabilities")
                .out();
        assertThat(nn.succeed("predict", "--model", "m.nn", "--data", packed, "--probabilities")
                        .out())
                .isEqualTo(plain);
        assertThat(plain).startsWith("prediction,p_left,p_stayed\n").hasLineCount(1501);
        assertThat(predictedByExportedClass()).isEqualTo(plain);
    }

    /** What the class alone, without nn4j, says of the customers. */
    private String predictedByExportedClass() throws IOException, InterruptedException {
        nn.succeed("export", "m.nn", "--out", "Scorer.java");
        Files.writeString(folder.resolve("Predict.java"), PREDICT);
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        Nn compiled = Launcher.in(folder)
                .runCommand(List.of(
                        tools.resolve("javac").toString(),
                        "-Xlint:all",
                        "-Werror",
                        "-d",
                        "classes",
                        "Scorer.java",
                        "Predict.java"));
        assertThat(compiled.exit()).as(compiled.err()).isZero();
        return Launcher.in(folder)
                .runCommand(
                        List.of(tools.resolve("java").toString(), "-cp", "classes", "Predict", CUSTOMERS.toString()))
                .out();
    }

    @Test
    void rowsWithNewTextsAndOtherGapsInAnotherOrderArePredicted() throws IOException, InterruptedException {
        train("rare=5");
        Files.writeString(folder.resolve("new.csv"), "joined,colour,unused\n,purple,1\n2026-01-31,?,2\n");
        assertThat(nn.succeed("predict", "--model", "m.nn", "--data", "new.csv").out())
                .hasLineCount(3)
                .startsWith("prediction\n");
        JsonNode inspected = nn.json("inspect", "m.nn", "--json");
        assertThat(inspected.at("/columns/0/categories")).hasSize(2);
        assertThat(inspected.at("/columns/0/unseen").asText()).isEqualTo("rare");
        assertThat(inspected.at("/columns/1/type").asText()).isEqualTo("date-time");
        assertThat(nn.succeed("inspect", "m.nn").out())
                .contains("category of 2 (green, red); unseen: rare; missing: own-category");
    }

    @Test
    void aTrainingOfTextsDatesAndGapsGoesOnWhereItStopped() throws IOException, InterruptedException {
        writeConfiguration();
        Files.writeString(folder.resolve("data.csv"), data());
        nn.succeed(
                "train", "--config", "c.json", "--data", "data.csv", "--set", "training.epochs=6", "--out", "whole.nn");
        nn.succeed("train", "--config", "c.json", "--data", "data.csv", "--checkpoint", "run.nn");
        nn.succeed(
                "train",
                "--resume",
                "run.nn",
                "--data",
                "data.csv",
                "--set",
                "training.epochs=6",
                "--out",
                "resumed.nn");

        JsonNode whole = nn.json("inspect", "whole.nn", "--weights", "--json");
        JsonNode resumed = nn.json("inspect", "resumed.nn", "--weights", "--json");
        assertThat(resumed.at("/tensors")).isNotEmpty().isEqualTo(whole.at("/tensors"));
        assertThat(resumed.at("/columns")).isEqualTo(whole.at("/columns"));

        Files.writeString(folder.resolve("data.csv"), data().replace("NA,", "red,"));
        Nn refused = nn.run("train", "--resume", "run.nn", "--data", "data.csv", "--set", "training.epochs=6");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .startsWith("error: data.csv:1:1: the training data differ from those of the checkpoint; ");
    }

    @Test
    void withoutAPolicyAnUnseenTextIsRefusedWithItsPlace() throws IOException, InterruptedException {
        train("unseen=\"error\"");
        Files.writeString(folder.resolve("new.csv"), "colour,joined\nred,2026-01-31\ngren,2026-01-31\n");
        Nn refused = nn.run("predict", "--model", "m.nn", "--data", "new.csv");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .isEqualTo(
                        "error: new.csv:3:1: column 'colour' holds 'gren', a category that the training rows do not"
                                + " have; correct it, or train with \"unseen\": \"zeros\" for the column; did you mean 'green'?");
    }

    @Test
    void aColumnThatIsDescribedWronglyIsRefusedWithItsPath() throws IOException, InterruptedException {
        writeConfiguration();
        Files.writeString(folder.resolve("data.csv"), data());
        assertRefused(
                "columns.colour.type=\"categry\"",
                "data.columns.colour.type: unknown type 'categry'; did you mean 'category'?");
        assertRefused(
                "columns.colour.order=\"year-month-day\"",
                "data.columns.colour.order: unknown key; there is type, categories, rare, unseen, binary, encoding, embedFrom, missing,");
        assertRefused(
                "columns.colour.missing=\"mean\"",
                "data.columns.colour.missing: missing values of a category cannot be mean");
        Nn unknown =
                nn.run("train", "--config", "c.json", "--data", "data.csv", "--set", "data.columns.color=category");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.error())
                .isEqualTo("error: data.csv:1:1: there is no column 'color'; there is colour, joined, t");
    }

    private void assertRefused(String setting, String problem) throws IOException, InterruptedException {
        Nn refused = nn.run("train", "--config", "c.json", "--data", "data.csv", "--set", "data." + setting);
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.error())
                .startsWith("error: c.json: " + problem)
                .endsWith("(from --set data." + setting.replace("\"", "") + ", not from the file)");
    }

    private void train(String setting) throws IOException, InterruptedException {
        writeConfiguration();
        Files.writeString(folder.resolve("data.csv"), data());
        nn.succeed(
                "train",
                "--config",
                "c.json",
                "--data",
                "data.csv",
                "--out",
                "m.nn",
                "--set",
                "data.columns.colour." + setting);
    }

    private void writeConfiguration() throws IOException {
        Files.writeString(folder.resolve("c.json"), """
                { "data": { "target": "t", "columns": {
                    "colour": { "type": "category", "missing": "own-category" },
                    "joined": { "type": "date-time", "missing": "median", "indicator": true } } },
                  "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
                  "loss": "binary-cross-entropy",
                  "training": { "epochs": 3 } }
                """);
    }

    private static String data() {
        StringBuilder rows = new StringBuilder("colour,joined,t\n");
        for (int row = 0; row < 60; row++) {
            String colour = row == 7 ? "blue" : row % 3 == 0 ? "red" : row % 3 == 1 ? "green" : "NA";
            rows.append(colour + "," + (row % 5 == 0 ? "" : "2026-02-" + (10 + row % 7 * 2)) + ","
                    + (row % 4 == 0 ? "yes" : "no") + "\n");
        }
        return rows.toString();
    }
}
