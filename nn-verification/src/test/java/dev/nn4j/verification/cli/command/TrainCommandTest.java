// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train}: its inputs and its summary. Other tests look at its files and its configuration. */
class TrainCommandTest {
    private static final String[] EVALUATION = {
        "rows",
        "loss",
        "accuracy",
        "logLoss",
        "brier",
        "classes",
        "macroAverage",
        "weightedAverage",
        "confusionMatrix",
        "labels",
        "rocAuc",
        "f1",
        "balancedAccuracy",
        "matthewsCorrelation",
        "cohenKappa",
        "averagePrecision"
    };

    @TempDir
    private Path folder;

    private Inside nn;

    @BeforeEach
    void start() throws IOException {
        nn = Inside.in(folder);
        Sample.MULTICLASS.writeTo(folder);
    }

    @Test
    void theSummaryForPeopleHoldsAReportMetricsEpochsAndTime() throws IOException, InterruptedException {
        Nn run = nn.succeed("train", "--config", "config.json", "--data", "data.csv", "--out", "model.nn");

        assertThat(run.out())
                .contains("classification report", "precision", "recall", "f1-score", "support")
                .contains("high", "low", "middle", "macro avg", "weighted avg")
                .containsPattern("rows +60\\R")
                .containsPattern("loss +[0-9.]+\\R")
                .containsPattern("accuracy +[0-9.]+\\R")
                .containsPattern("epochs +40")
                .containsPattern("time +[0-9.]+ s")
                .containsPattern("model +model.nn");
    }

    @Test
    void theSummaryForProgramsIsOneDocument() throws IOException, InterruptedException {
        JsonNode summary = nn.json(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--out",
                "model.nn",
                "--set",
                "training.validationFraction=0.2",
                "--json");

        assertThat(summary.fieldNames())
                .toIterable()
                .containsExactly(
                        "epochs", "bestEpoch", "stopReason", "seconds", "model", "training", "validation", "heldOut");
        assertThat(summary.get("epochs").asInt()).isEqualTo(40);
        assertThat(summary.get("stopReason").asText()).isEqualTo("completed");
        assertThat(summary.get("model").asText()).isEqualTo("model.nn");
        assertThat(summary.get("training").fieldNames()).toIterable().containsExactly(EVALUATION);
        assertThat(summary.get("validation").fieldNames()).toIterable().containsExactly(EVALUATION);
    }

    @Test
    void aValidationFractionIsHeldOutLabelByLabel() throws IOException, InterruptedException {
        JsonNode summary = nn.json(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--set",
                "training.validationFraction=0.5",
                "--json");

        assertThat(summary.at("/training/rows").asInt()).isEqualTo(30);
        assertThat(summary.at("/validation/classes").findValuesAsText("support"))
                .containsExactly("12", "9", "9");
    }

    @Test
    void aValidationFileIsUsedWholeAndTheTrainingDataToo() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("validation.csv"), "y,kind,x,more\n1,high,4,?\n1,low,-4,?\n");

        JsonNode summary = nn.json(
                "train", "--config", "config.json", "--data", "data.csv", "--validation", "validation.csv", "--json");

        assertThat(summary.at("/training/rows").asInt()).isEqualTo(60);
        assertThat(summary.at("/validation/rows").asInt()).isEqualTo(2);
        assertThat(summary.at("/validation/accuracy").asDouble()).isEqualTo(1);
    }

    @Test
    void targetReplacesTheConfigurationsAndMayBeSeveral() throws IOException, InterruptedException {
        Sample.TWO_NUMBERS.writeTo(folder);
        JsonNode one = nn.json(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--target",
                "sum",
                "--set",
                "network.layers[1].outputDim=1",
                "--out",
                "one.nn",
                "--json");
        nn.succeed(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--target",
                "difference",
                "--target",
                "sum",
                "--out",
                "two.nn");

        assertThat(one.get("training").fieldNames())
                .toIterable()
                .containsExactly(
                        "rows",
                        "loss",
                        "mse",
                        "rmse",
                        "mae",
                        "r2",
                        "medianAbsoluteError",
                        "mape",
                        "explainedVariance",
                        "targets");
        assertThat(texts(nn.json("inspect", "one.nn", "--json").get("features")))
                .containsExactly("x", "y", "difference");
        assertThat(texts(nn.json("inspect", "two.nn", "--json").get("targets"))).containsExactly("difference", "sum");
    }

    @Test
    void aTargetThatTheDataLackIsNamedBeforeAnyCellIsRead() throws IOException, InterruptedException {
        Nn run = nn.run("train", "--config", "config.json", "--data", "data.csv", "--target", "kinds");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).isEqualTo("error: data.csv:1:1: there is no column 'kinds'; did you mean 'kind'?");
    }

    @Test
    void withoutOutNothingIsSavedAndStderrSaysSo() throws IOException, InterruptedException {
        Nn run = nn.succeed("train", "--config", "config.json", "--data", "data.csv");

        assertThat(run.err()).contains("the model was not saved; --out FILE saves it");
        assertThat(folder).isDirectoryNotContaining("glob:**.nn");
    }

    @Test
    void case073_aConstantColumnBringsAWarning() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("flat.csv"), "x,y,kind\n1,7,low\n2,7,high\n3,7,middle\n");

        Nn run = nn.succeed(
                "train", "--config", "config.json", "--data", "flat.csv", "--set", "data={\"target\":\"kind\"}");

        assertThat(run.err()).contains("column 'y' holds one value only, which says nothing; ignore it");
    }

    @Test
    void theSameSeedGivesTheSameModelAndAnotherSeedAnother() throws IOException, InterruptedException {
        String first = predictionsAfter("1");

        assertThat(predictionsAfter("1")).isEqualTo(first);
        assertThat(predictionsAfter("2")).isNotEqualTo(first);
    }

    private String predictionsAfter(String seed) throws IOException, InterruptedException {
        nn.succeed(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--out",
                "model.nn",
                "--set",
                "training.seed=" + seed);
        return nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities")
                .out();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new java.util.ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
