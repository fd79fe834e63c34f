// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spark-submit runs the bundle: it trains, measures and predicts as nn does. */
class SparkSubmitTest {
    @TempDir
    private static Path folder;

    private static Path model;
    private static Submitted training;

    @BeforeAll
    static void train() throws Exception {
        SparkVersion.assumeThatItRuns();
        model = folder.resolve("cancer.nn");
        training = Submitted.onMeasurements(
                        folder,
                        "train",
                        "--config",
                        Measurements.configurationIn(folder),
                        "--out",
                        model,
                        "--history",
                        folder.resolve("history.csv"),
                        "--report",
                        folder.resolve("report.html"))
                .withoutFault();
    }

    @Test
    void theModelHasTheWeightsOfOneMachine() throws Exception {
        assertThat(ModelFile.read(model).network().parameters())
                .isEqualTo(Measurements.onOneMachine().model().network().parameters());
    }

    @Test
    void progressGoesToStderrAndTheReportToStdout() throws IOException {
        assertThat(training.err()).contains("epoch 1/3  loss ", "epoch 3/3  loss ", "val_loss");
        assertThat(training.out()).contains("accuracy", "epochs", "time", "cancer.nn");
        assertThat(folder.resolve("history.csv")).content().hasLineCount(4);
        assertThat(folder.resolve("report.html")).content().contains("uPlot", "diagnosis");
    }

    @Test
    void theModelIsMeasured() throws Exception {
        Submitted evaluation = Submitted.onMeasurements(folder, "evaluate", "--model", model, "--json")
                .withoutFault();
        assertThat(evaluation.out()).startsWith("{").contains("\"accuracy\"");
    }

    @Test
    void rowsAreAnswered() throws Exception {
        Path out = folder.resolve("answers.csv");
        Submitted.onMeasurements(folder, "predict", "--model", model, "--out", out)
                .withoutFault();
        try (Stream<Path> parts = Files.list(out)) {
            Path part = parts.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
            List<String> lines = Files.readAllLines(part);
            assertThat(lines).hasSameSizeAs(Files.readAllLines(Measurements.DATA));
            assertThat(lines.get(0)).endsWith("prediction,probability");
        }
    }

    @Test
    void whatIsWrongIsSaidInALine() throws Exception {
        Submitted wrong = Submitted.failing(folder, "train", "--config", "nowhere.json", "--data", "x.csv");
        assertThat(wrong.err()).contains("error: there is no such file: ").contains("nowhere.json");
        assertThat(wrong.code()).isEqualTo(7);
    }

    @Test
    void aPasswordIsNotTakenFromTheCommandLine() throws Exception {
        Submitted refused = Submitted.failing(
                folder,
                "predict",
                "--model",
                model,
                "--data",
                "jdbc:h2:mem:",
                "--option",
                "password=secret",
                "--out",
                "x.csv");
        refused.refused("--option password: shows in lists of processes");
        assertThat(refused.err()).contains("NN_JDBC_PASSWORD").doesNotContain("secret");
    }

    @Test
    void aWordThatStandsForNothingIsAnsweredWithThoseThatDo() throws Exception {
        Submitted.failing(
                        folder,
                        "predict",
                        "--model",
                        model,
                        "--data",
                        "x.csv",
                        "--out",
                        "y",
                        "--handle-invalid",
                        "drop")
                .refused("--handle-invalid: must be one of error, skip, keep, got 'drop'");
    }
}
