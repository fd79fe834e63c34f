// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models on the same rows. */
class CompareCommandTest {
    private static final int ROWS = 80;

    @TempDir
    private Path folder;

    private Path data;
    private Path test;

    @BeforeEach
    void rows() throws IOException {
        data = table("data.csv", false);
        test = table("test.csv", true);
    }

    private Path table(String name, boolean gaps) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,z,t,u"));
        for (int row = 0; row < ROWS; row++) {
            int x = row * 37 % ROWS;
            int y = x + row % 7 * 6;
            String hole = gaps && row % 9 == 4 ? "" : Integer.toString(row % 5);
            lines.add(x + "," + hole + "," + (y > 60 ? "yes" : "no") + "," + y);
        }
        return Files.write(folder.resolve(name), lines);
    }

    private Path model(String name, String target, String ignore, String loss, int epochs) throws IOException {
        String activation = loss.startsWith("binary") ? "sigmoid" : "identity";
        Path config = Files.writeString(
                folder.resolve("config.json"), """
            { "data": { "target": "%s", "ignore": [%s] }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 1, "activation": "%s" } ] }, "loss": "%s",
              "optimizer": { "type": "adam", "learningRate": 0.1 }, "training": { "epochs": %d } }
            """.formatted(target, ignore, activation, loss, epochs));
        Path model = folder.resolve(name);
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
        return model;
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aPageShowsDifferencesBesideZero() throws IOException {
        Path one = model("one.nn", "t", "\"u\", \"z\"", "binary-cross-entropy", 40);
        Path other = model("other.nn", "t", "\"u\", \"z\"", "binary-cross-entropy", 1);
        Path page = folder.resolve("compared.html");

        assertThat(CliRun.of("compare", one, other, "--data", data, "--report", page)
                        .exit())
                .isZero();
        CliRun standard = CliRun.of("compare", one, other, "--data", data, "--report", "-");

        assertThat(page)
                .content()
                .contains("<h1>one.nn, other.nn compared</h1>", "class=\"zero\"", "class=\"span\"", ">clear<")
                .doesNotContain("<script", "http");
        assertThat(standard.out()).startsWith("<!DOCTYPE html>");
        assertThat(standard.err()).contains("differences on the same 80 rows");
    }

    @Test
    void figuresAreThoseOfEvaluateAndDifferencesAreTheirs() throws IOException {
        Path one = model("one.nn", "t", "\"u\", \"z\"", "binary-cross-entropy", 40);
        Path other = model("other.nn", "t", "\"u\", \"z\"", "binary-cross-entropy", 1);
        JsonNode compared = json(CliRun.of("compare", one, other, "--data", data, "--json"));
        JsonNode alone = json(CliRun.of("evaluate", "--model", one, "--data", data, "--json"));
        assertThat(compared.get("rows").intValue()).isEqualTo(ROWS);
        assertThat(compared.at("/models/0/model").textValue()).isEqualTo(one.toString());
        assertThat(compared.at("/models/0/evaluation/rocAuc")).isEqualTo(alone.get("rocAuc"));
        JsonNode accuracy = compared.at("/differences/0");
        assertThat(accuracy.get("metric").textValue()).isEqualTo("accuracy");
        double difference = accuracy.get("difference").doubleValue();
        assertThat(difference)
                .isNegative()
                .isEqualTo(compared.at("/models/1/evaluation/accuracy").doubleValue()
                        - alone.get("accuracy").doubleValue());
        double error = accuracy.get("standardError").doubleValue();
        assertThat(accuracy.get("high").doubleValue()).isCloseTo(difference + 1.96 * error, within(1e-4));
        assertThat(CliRun.of("compare", one, other, "--data", data).out())
                .contains("differences on the same 80 rows, with 95 % intervals")
                .containsPattern("log-loss +other.nn − one.nn +0\\.\\d+ +0\\.\\d+ +0\\.\\d+ +\\*");
    }

    @Test
    void rowsThatOneModelCannotAnswerAreLeftOutForAll() throws IOException {
        Path plain = model("plain.nn", "u", "\"t\", \"z\"", "mean-squared-error", 5);
        Path more = model("more.nn", "u", "\"t\"", "mean-squared-error", 5);
        CliRun run = CliRun.of("compare", plain, more, "--data", test, "--json");
        assertThat(json(run).get("rows").intValue()).isEqualTo(ROWS - 9);
        assertThat(run.err()).contains("9 of 80 rows have no target, or a gap that a model has no value for");
        assertThat(json(CliRun.of("compare", plain, plain, "--data", test, "--json"))
                        .get("rows")
                        .intValue())
                .isEqualTo(ROWS);
    }

    @Test
    void whatCannotBeComparedIsSaid() throws IOException {
        Path labels = model("labels.nn", "t", "\"u\", \"z\"", "binary-cross-entropy", 1);
        Path numbers = model("numbers.nn", "u", "\"t\", \"z\"", "mean-squared-error", 1);
        CliRun apart = CliRun.of("compare", labels, numbers, "--data", data);
        assertThat(apart.exit()).isEqualTo(4);
        assertThat(apart.err()).contains("comparison: the models must answer the same question, got binary of t");
        Path without = Files.writeString(folder.resolve("without.csv"), "x,t\n1,yes\n");
        assertThat(CliRun.of("compare", labels, numbers, "--data", without).error())
                .as("before rows are looked for")
                .contains("must answer the same question");
        CliRun one = CliRun.of("compare", labels, "--data", data);
        assertThat(one.exit()).isEqualTo(2);
        assertThat(one.err()).contains("error: MODEL: compare needs two models at least, got 1");
        CliRun stdin = CliRun.of("compare", labels, labels, "--data", "-");
        assertThat(stdin.exit()).isEqualTo(2);
        assertThat(stdin.err()).contains("error: --data: each model reads the rows in its own way");
    }
}
