// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Rows unlike those that a model learnt from. */
class DriftCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void aModelOfNumbersAndKinds() throws IOException {
        data = rows("data.csv", 0, "c");
        model = folder.resolve("m.nn");
        train("true");
    }

    private Path rows(String name, int more, String last) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,kind,t"));
        for (int row = 0; row < 120; row++) {
            int x = row * 37 % 90 + more;
            lines.add(x + "," + (row % 3 == 0 ? "a" : row % 3 == 1 ? "b" : last) + "," + (x > 45 ? "yes" : "no"));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private void train(String profile) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t", "columns": { "kind": { "type": "category", "unseen": "zeros" } } },
              "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy", "optimizer": "adam",
              "training": { "epochs": 2, "profile": %s } }
            """.formatted(profile));
        CliRun run = CliRun.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theRowsOfTheTrainingHaveNotMoved() throws IOException {
        CliRun run = CliRun.of("drift", model, "--data", data);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("120 rows, against 120 of before", "no column moved");

        JsonNode columns =
                json(CliRun.of("drift", model, "--data", data, "--json")).get("columns");
        assertThat(columns.findValuesAsText("name")).containsExactly("x", "kind");
        assertThat(columns.findValues("psi")).allMatch(psi -> psi.doubleValue() == 0);
        assertThat(columns.get(0).get("ks").doubleValue()).isZero();
        assertThat(columns.get(1).get("ks").isNull()).isTrue();
    }

    @Test
    void columnsThatMovedAreNamedTheFarthestFirst() throws IOException {
        Path moved = rows("moved.csv", 60, "new");
        CliRun run = CliRun.of("drift", model, "--data", moved);
        assertThat(run.out()).contains("2 columns moved far (above 0.25): x, kind");

        JsonNode columns =
                json(CliRun.of("drift", model, "--data", moved, "--json")).get("columns");
        assertThat(columns.get(0).get("outside").intValue()).isPositive();
        assertThat(columns.get(1).get("outside").intValue()).isEqualTo(40);
        assertThat(columns.get(1).get("verdict").textValue()).isEqualTo("moved far");
    }

    @Test
    void predictionsSayHowManyValuesLieOutside() throws IOException {
        Path some = Files.writeString(folder.resolve("some.csv"), "kind,x\na,5\nnew,5\nnew,90\nb,-1\n");
        CliRun run = CliRun.of("predict", "--model", model, "--data", some, "--keep", "x", "--check");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(",(yes|no),", ",")))
                .containsExactly("x,prediction,outside", "5,0", "5,1", "90,2", "-1,1");
    }

    @Test
    void aModelThatKeptNothingSaysHowItWould() throws IOException {
        train("false");
        CliRun drift = CliRun.of("drift", model, "--data", data);
        assertThat(drift.exit()).isEqualTo(4);
        assertThat(drift.error()).contains("does not hold what its training rows looked like", "\"profile\": true");

        CliRun predict = CliRun.of("predict", "--model", model, "--data", data, "--check");
        assertThat(predict.exit()).isEqualTo(2);
        assertThat(predict.out()).isEmpty();
        assertThat(predict.error()).startsWith("error: --check: ");
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "x,kind\n1,a\n2\n");
        assertThat(CliRun.of("drift", model, "--data", ragged).error()).startsWith("error: " + ragged + ":3:");
        Path text = Files.writeString(folder.resolve("text.csv"), "x,kind\nmuch,a\n");
        assertThat(CliRun.of("drift", model, "--data", text).error()).startsWith("error: " + text + ":2:1: ");
        Path none = Files.writeString(folder.resolve("none.csv"), "x,kind\n");
        assertThat(CliRun.of("drift", model, "--data", none).exit()).isEqualTo(3);
        assertThat(CliRun.of("drift", model, "--data", Files.writeString(folder.resolve("c.csv"), "y\n1\n"))
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void aPageShowsTheSameTheFarthestFirst() throws IOException {
        Path moved = rows("moved.csv", 60, "new");
        Path page = folder.resolve("moved.html");
        CliRun run = CliRun.of("drift", model, "--data", moved, "--report", page);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .as("the text is printed all the same")
                .isEqualTo(CliRun.of("drift", model, "--data", moved).out());
        String html = Files.readString(page);
        assertThat(html)
                .contains("moved.csv is from the training of m.nn</title>")
                .contains("120 rows, against 120 of before", "2 columns moved far (above 0.25): x, kind")
                .contains("<svg class=\"bars\"")
                .doesNotContain("http:", "https:", "<script");
        assertThat(html.indexOf("<td>x</td>")).isPositive().isLessThan(html.indexOf("<td>kind</td>"));
    }

    @Test
    void aPageOnStdoutLeavesNoRoomForJson() throws IOException {
        assertThat(CliRun.of("drift", model, "--data", data, "--report", "-").out())
                .startsWith("<!DOCTYPE html>")
                .contains("no column moved");
        CliRun refused = CliRun.of("drift", model, "--data", data, "--report", "-", "--json");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--json prints on stdout, which --report takes");
        assertThat(CliRun.of("drift", model, "--data", data, "--report", "page.onnx")
                        .exit())
                .isEqualTo(2);
    }

    /** Codes of seasons, of which training saw two and new rows hold the two others, in the same shares. */
    @Test
    void valuesOutsideAreToldOfWhereNoIndexShowsThem() throws IOException {
        data = seasons("data.csv", 2, 3);
        train("true");
        CliRun run = CliRun.of("drift", model, "--data", seasons("later.csv", 1, 4));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("x has 120 values outside what training saw, which its index does not show\n");
    }

    private Path seasons(String name, int one, int other) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,kind,t"));
        for (int row = 0; row < 120; row++) {
            lines.add((row % 2 == 0 ? one : other) + "," + (row % 3 == 0 ? "a" : "b") + ","
                    + (row % 5 < 2 ? "yes" : "no"));
        }
        return Files.write(folder.resolve(name), lines);
    }
}
