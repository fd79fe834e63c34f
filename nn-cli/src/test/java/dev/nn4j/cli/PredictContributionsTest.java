// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What columns contribute stands beside predictions. */
class PredictContributionsTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void someRows() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,colour,y,z,class"));
        for (int row = 0; row < 60; row++) {
            int x = row * 37 % 60;
            String colour = List.of("red", "green", "blue").get(row % 3);
            lines.add(x + "," + colour + "," + (2 * x + row % 3) + "," + row + ","
                    + List.of("a", "b", "c").get((x / 20 + row) % 3));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
    }

    private void train(String target, String loss, String layer, String ignored) throws IOException {
        train(target, loss, layer, ignored, "");
    }

    private void train(String target, String loss, String layer, String ignored, String more) throws IOException {
        Path config =
                Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": %s, "ignore": [%s], "columns": { "colour": { "type": "category" } } },
              "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 6, "activation": "tanh" }, %s ] }, "loss": "%s",
              "optimizer": { "type": "adam", "learningRate": 0.05 }, "training": { "epochs": 5%s } }
            """.formatted(target, ignored, layer, loss, more));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private List<String[]> predicted(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("predict", "--model", model, "--data", data));
        arguments.addAll(List.of(more));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().map(line -> line.split(",", -1)).toList();
    }

    private static double sum(String[] row, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Double.parseDouble(row[i]);
        }
        return sum;
    }

    @Test
    void withTheBaseTheyAreTheNumber() throws IOException {
        train("\"y\"", "mean-squared-error", "{ \"outputDim\": 1 }", "\"z\", \"class\"");

        List<String[]> rows = predicted("--contributions");

        assertThat(rows.get(0)).containsExactly("prediction", "base", "c_x", "c_colour");
        for (String[] row : rows.subList(1, rows.size())) {
            assertThat(sum(row, 1, 4)).isCloseTo(Double.parseDouble(row[0]), within(1e-5));
        }
        assertThat(predicted("--contributions", "--background", data, "--threads", 2))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void ofSeveralTargetsEachHasItsOwn() throws IOException {
        train("[\"y\", \"z\"]", "mean-squared-error", "{ \"outputDim\": 2 }", "\"class\"");

        List<String[]> rows = predicted("--contributions");

        assertThat(rows.get(0))
                .containsExactly(
                        "prediction_y",
                        "prediction_z",
                        "base_y",
                        "c_x_y",
                        "c_colour_y",
                        "base_z",
                        "c_x_z",
                        "c_colour_z");
        assertThat(sum(rows.get(9), 2, 5)).isCloseTo(Double.parseDouble(rows.get(9)[0]), within(1e-5));
        assertThat(sum(rows.get(9), 5, 8)).isCloseTo(Double.parseDouble(rows.get(9)[1]), within(1e-5));
    }

    @Test
    void ofSeveralClassesTheyAreTheProbabilityOfTheOneDecidedFor() throws IOException {
        train(
                "\"class\"",
                "categorical-cross-entropy",
                "{ \"outputDim\": 3, \"activation\": \"softmax\" }",
                "\"y\", \"z\"");

        List<String[]> rows = predicted("--contributions", "--probabilities");

        for (String[] row : rows.subList(1, rows.size())) {
            int label = List.of(rows.get(0)).indexOf("p_" + row[0]);
            assertThat(sum(row, 4, 7)).isCloseTo(Double.parseDouble(row[label]), within(1e-6));
        }
    }

    @Test
    void aModelThatKeepsRowsNeedsNoOthers() throws IOException {
        train("\"y\"", "mean-squared-error", "{ \"outputDim\": 1 }", "\"z\", \"class\"", ", \"background\": 20");
        assertThat(CliRun.of("verify", model).out()).contains("20");

        List<String[]> kept = predicted("--contributions");

        Path one = Files.writeString(folder.resolve("one.csv"), "x,colour\n5,red\n");
        CliRun alone = CliRun.of("predict", "--model", model, "--data", one, "--contributions");
        assertThat(alone.out().lines().skip(1).findFirst().orElseThrow().split(",")[1])
                .isEqualTo(kept.get(1)[1]);
        assertThat(predicted("--contributions", "--background", data).get(1)[1]).isNotEqualTo(kept.get(1)[1]);
        assertThat(CliRun.of("explain", model, "--data", data, "--row", 1).out())
                .contains("compared with 20 rows");
    }

    @Test
    void aBackgroundThatCannotBeIsRefused() throws IOException {
        train("\"y\"", "mean-squared-error", "{ \"outputDim\": 1 }", "\"z\", \"class\"");

        CliRun alone = CliRun.of("predict", "--model", model, "--data", data, "--background", data);
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.error()).startsWith("error: --background: is what --contributions compares with");
        CliRun stdin = CliRun.of("predict", "--model", model, "--data", "-", "--contributions");
        assertThat(stdin.exit()).isEqualTo(2);
        assertThat(stdin.error()).startsWith("error: --contributions: stdin cannot be read twice");
    }
}
