// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nn train --folds}. */
class FoldsTest {
    private static final Object[] TRAIN = {"train", "--config", "config.json", "--data", "data.csv", "--folds", 4};

    @TempDir
    private Path folder;

    private Inside nn;

    @BeforeEach
    void write() throws IOException {
        Sample.MULTICLASS.writeTo(folder);
        nn = Inside.in(folder);
    }

    private static Object[] train(Object... more) {
        return Stream.concat(Stream.of(TRAIN), Stream.of(more)).toArray();
    }

    @Test
    void everyMetricComesAsAMeanWithItsDeviation() throws IOException, InterruptedException {
        Nn run = nn.succeed(train());

        assertThat(run.out()).contains("± deviation", "accuracy", "rocAuc", "folds  4", "rows   60");
        assertThat(run.messages()).filteredOn(line -> line.startsWith("fold ")).hasSize(4);
    }

    @Test
    void jsonHoldsTheMeansAndEveryFold() throws IOException, InterruptedException {
        JsonNode json = nn.json(train("--json", "--quiet"));

        assertThat(json.get("rows").asInt()).isEqualTo(Sample.ROWS);
        assertThat(json.get("perFold")).hasSize(4);
        double sum = 0;
        for (JsonNode fold : json.get("perFold")) {
            sum += fold.at("/evaluation/accuracy").asDouble();
        }
        assertThat(json.at("/metrics/accuracy/mean").asDouble()).isCloseTo(sum / 4, within(1e-12));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws IOException, InterruptedException {
        JsonNode alone = nn.json(train("--json", "--threads", 1, "--out-of-fold", "one.csv"));
        JsonNode together = nn.json(train("--json", "--threads", 3, "--out-of-fold", "three.csv"));
        ((ObjectNode) alone).remove("seconds");
        ((ObjectNode) together).remove("seconds");

        assertThat(together).isEqualTo(alone);
        assertThat(folder.resolve("three.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
    }

    @Test
    void outOfFoldPredictionsComeInTheOrderOfTheRows() throws IOException, InterruptedException {
        nn.succeed(train("--out-of-fold", "folds.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("folds.csv"));
        assertThat(lines).hasSize(Sample.ROWS + 1);
        assertThat(lines.get(0)).startsWith("fold,prediction,p_");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("[1-4],.*"));
    }

    @Test
    void thePageHoldsTheMeanAndEachFold() throws IOException, InterruptedException {
        JsonNode json = nn.json(train("--json", "--report", "folds.html"));

        assertThat(folder.resolve("folds.html"))
                .content()
                .contains("<h1>4 folds</h1>", "log-loss", "<svg class=\"spans\"")
                .contains(String.format(
                        Locale.ROOT, "%.4f", json.at("/metrics/accuracy/mean").asDouble()))
                .doesNotContain("<script", "http");
    }

    @ParameterizedTest
    @CsvSource({"--out, m.nn", "--history, h.csv", "--plot, p.png", "--validation, data.csv", "--init, m.nn"})
    void whatHasNoMeaningWithFoldsIsRefusedByName(String option, String file) throws IOException, InterruptedException {
        Nn run = nn.run(train(option, file));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).startsWith("error: " + option + ": ").contains("--folds");
    }

    @Test
    void foldsMustBeAtLeastTwoAndAtMostTheRows() throws IOException, InterruptedException {
        Object[] one = train();
        one[one.length - 1] = 1;
        Object[] many = train();
        many[many.length - 1] = Sample.ROWS + 1;

        assertThat(nn.run(one).error()).isEqualTo("error: --folds: must be at least 2, got 1");
        assertThat(nn.run(many).exit()).isEqualTo(2);
        assertThat(nn.run(many).error())
                .isEqualTo("error: --folds: must be at most the number of rows of data.csv, 60, got 61");
    }

    @Test
    void aDivergenceNamesItsFold() throws IOException, InterruptedException {
        Nn run = nn.run(train(
                "--set",
                "optimizer.type=gradient-descent",
                "--set",
                "optimizer.learningRate=1e30",
                "--set",
                "network.layers[0].activation=identity"));

        assertThat(run.exit()).isEqualTo(8);
        assertThat(run.error()).startsWith("error: fold 1: training diverged in epoch 1, ");
    }

    @Test
    void whatIsReadAndWhatLooksWrongIsToldOnce() throws IOException, InterruptedException {
        List<String> rows = Files.readAllLines(folder.resolve("data.csv"));
        Files.write(
                folder.resolve("data.csv"),
                IntStream.range(0, rows.size())
                        .mapToObj(row -> (row == 0 ? "same" : "7") + "," + rows.get(row))
                        .toList());

        Nn run = nn.succeed(train());

        assertThat(run.messages()).containsOnlyOnce("3 features, all numbers");
        assertThat(run.messages())
                .containsOnlyOnce("warning: column 'same' holds one value only, which says nothing; ignore it");
    }

    @Test
    void outOfFoldNeedsFolds() throws IOException, InterruptedException {
        Nn run = nn.run("train", "--config", "config.json", "--data", "data.csv", "--out-of-fold", "f.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("error: --out-of-fold: there are no folds; add --folds K");
    }
}
