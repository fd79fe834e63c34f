// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a card says of rows that it is given. */
class CardCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    /** The target follows x, and hardly z. */
    @BeforeEach
    void rows() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,z,y,t"));
        for (int row = 0; row < 120; row++) {
            int x = row * 37 % 120;
            lines.add(x + "," + row % 11 + "," + (2.5 * x + row % 7) + "," + (x + row % 7 * 5 > 80 ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("m.nn");
    }

    private void train(String target, String ignored, String loss, String lastLayer) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "%s", "ignore": ["%s"] },
              "preprocessing": { "scaling": "standard", "targetScaling": "%s" },
              "network": { "layers": [ { "outputDim": 6, "activation": "tanh" }, %s ] }, "loss": %s,
              "training": { "epochs": 30, "validationFraction": 0.25, "conformal": "auto" } }
            """.formatted(
                        target, ignored, target.equals("y") ? "standard" : "none", lastLayer, loss));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void importanceAndWhatSetsHeldAreMeasuredOnRows() throws IOException {
        train("t", "y", "\"binary-cross-entropy\"", "{ \"outputDim\": 1, \"activation\": \"sigmoid\" }");
        String card = CliRun.of("card", model, "--data", data).out();
        assertThat(card)
                .contains(
                        "On 120 rows of data.csv:",
                        "What its sets of labels held of 120 rows of data.csv:\n\n| stated | held | mean labels |\n",
                        "| 90.0 % | ",
                        "## What answers depend on\n\nHow far log-loss, ",
                        "| column | importance | deviation |\n|---|---|---|\n| x | ");
        assertThat(card).as("no more than 30 rows were scored").doesNotContain("| 99.0 % | ");
        Path html = folder.resolve("card.html");
        assertThat(CliRun.of("card", model, "--data", data, "--out", html).exit())
                .isZero();
        assertThat(Files.readString(html)).contains("<svg class=\"spans\"", "± ");
    }

    @Test
    void quantilesShowTheShareOfRowsBelowAndTheirLoss() throws IOException {
        train("y", "t", "{ \"type\": \"quantiles\", \"levels\": [0.1, 0.5, 0.9] }", "{ \"outputDim\": 3 }");
        assertThat(CliRun.of("card", model, "--data", data).out())
                .contains(
                        "What its intervals held of 120 rows of data.csv:\n\n| stated | held | mean width |\n",
                        "| level | at or below | pinball loss |\n|---|---|---|\n| 0.1 | ",
                        "How far R², ");
    }

    @Test
    void aNormalDistributionShowsItsQuantiles() throws IOException {
        train("y", "t", "\"gaussian\"", "{ \"outputDim\": 2 }");
        assertThat(CliRun.of("card", model, "--data", data).out())
                .contains("| level | at or below | pinball loss |\n|---|---|---|\n| 0.05 | ");
    }

    @Test
    void withoutRowsACardSaysHowToMeasureThem() throws IOException {
        train("t", "y", "\"binary-cross-entropy\"", "{ \"outputDim\": 1, \"activation\": \"sigmoid\" }");
        assertThat(CliRun.of("card", model).out())
                .contains("'nn card m.nn --data FILE' measures it")
                .doesNotContain("| importance |", "| stated |");
        CliRun run = CliRun.of("card", model, "--header", "none");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--header: says how --data is read, which is not given");
    }

    @Test
    void rowsWhoseMetricIsUndefinedHaveNoImportance() throws IOException {
        train("y", "t", "\"mean-squared-error\"", "{ \"outputDim\": 1 }");
        Path same = Files.writeString(folder.resolve("same.csv"), "x,z,y\n1,2,5\n3,4,5\n");
        CliRun run = CliRun.of("card", model, "--data", same);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("R² is undefined on these rows, as where all");
        assertThat(run.out()).contains("It could not be measured on 2 rows of same.csv");
    }

    @Test
    void oneRowIsExplainedWithoutAnyImportance() throws IOException {
        train("y", "t", "\"mean-squared-error\"", "{ \"outputDim\": 1 }");
        Path one = Files.writeString(folder.resolve("one.csv"), "x,z,y\n1,2,5\n");
        CliRun run = CliRun.of("explain", model, "--data", one);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("there is one row to measure importance on");
        assertThat(run.out()).doesNotContain("importance is how far");
        assertThat(CliRun.of("card", model, "--data", one).err()).contains("one row cannot be permuted");
    }
}
