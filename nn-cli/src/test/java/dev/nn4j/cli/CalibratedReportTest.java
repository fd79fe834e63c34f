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

/** What is said of a model whose probabilities were calibrated. */
class CalibratedReportTest {
    private static final String BY = "by \\d+\\.\\d{2,4} on 40 validation rows: log-loss 0\\.\\d+ → 0\\.\\d+";

    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void rowsOfWhichEveryTenthIsOdd() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,t"));
        for (int row = 0; row < 100; row++) {
            int x = row * 7 % 100;
            lines.add(x + "," + ((x > 50) != (row % 10 == 0) ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        model = folder.resolve("model.nn");
    }

    private CliRun train(String... more) throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
              "loss": "binary-cross-entropy", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 40, "validationFraction": 0.4, "labelSmoothing": 0.5, "calibrate": true } }
            """);
        List<Object> arguments =
                new ArrayList<>(List.of("train", "--config", config, "--data", data, "--out", model, "--threads", 1));
        arguments.addAll(List.of(more));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    @Test
    void theReportAndTheModelSayByHowMuch() throws IOException {
        assertThat(train().out().lines()).anyMatch(line -> line.matches("calibrated +" + BY));
        assertThat(CliRun.of("inspect", model).out().lines()).anyMatch(line -> line.matches(" *calibrated +" + BY));
    }

    @Test
    void jsonHasTheFigures() throws IOException {
        JsonNode summary = new ObjectMapper().readTree(train("--json").out());
        JsonNode found = summary.get("calibration");

        assertThat(found.get("factor").doubleValue()).isGreaterThan(1);
        assertThat(found.get("rows").intValue()).isEqualTo(40);
        assertThat(found.get("logLossAfter").doubleValue())
                .isLessThan(found.get("logLossBefore").doubleValue());
    }

    @Test
    void ofAnEnsembleEachNetworkHasItsOwn() throws IOException {
        String[] folds = {"--set", "training.validationFraction=0", "--set", "ensemble={\"members\": 3}"};
        assertThat(train(folds).out().lines())
                .filteredOn(line -> line.matches("member \\d.*, calibrated by \\d+\\.\\d{2}"))
                .hasSize(3);
        JsonNode summary = new ObjectMapper()
                .readTree(
                        train(folds[0], folds[1], folds[2], folds[3], "--json").out());
        assertThat(summary.get("members"))
                .allSatisfy(member -> assertThat(member.has("calibration")).isTrue());
    }

    @Test
    void whereNoFactorIsWorthItThatIsSaid() throws IOException {
        Path first = model;
        train();
        model = folder.resolve("again.nn");
        CliRun again = train(
                "--init", first.toString(), "--set", "training.epochs=1", "--set", "optimizer.learningRate=1e-12");
        assertThat(again.out().lines())
                .anyMatch(line -> line.matches("calibrated +not: no factor lowers the log-loss on 40 validation rows by"
                        + " more than 0\\.1 %"));
    }
}
