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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code nn evaluate}: the measures of each task. */
class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private JsonNode evaluate(Sample sample) throws IOException, InterruptedException {
        return sample.trainIn(folder).json("evaluate", "--model", "model.nn", "--data", "data.csv", "--json");
    }

    @ParameterizedTest
    @EnumSource(
            value = Sample.class,
            names = {"BINARY", "MULTICLASS"})
    void classificationAsJson(Sample sample) throws IOException, InterruptedException {
        JsonNode json = evaluate(sample);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "confusionPercent",
                        "scores",
                        "errorsByFeature",
                        "worstRows",
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
                        "averagePrecision");
        assertScores(json);
        assertConfusionMatrix(json);
        assertThat(json.get("rows").asInt()).isEqualTo(Sample.ROWS);
        assertThat(json.get("accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(json.get("rocAuc").asDouble()).isBetween(0.9, 1.0);
        assertThat(json.get("logLoss").asDouble()).isBetween(0.0, 0.5);
        assertThat(json.get("brier").asDouble()).isBetween(0.0, 0.5);
    }

    @Test
    void multiLabelAsJsonHasNoConfusionMatrixAndCountsWholeRows() throws IOException, InterruptedException {
        JsonNode json = evaluate(Sample.MULTILABEL);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "scores",
                        "errorsByFeature",
                        "worstRows",
                        "rows",
                        "loss",
                        "accuracy",
                        "logLoss",
                        "brier",
                        "classes",
                        "macroAverage",
                        "weightedAverage",
                        "labels",
                        "rocAuc",
                        "f1",
                        "balancedAccuracy",
                        "matthewsCorrelation",
                        "cohenKappa",
                        "averagePrecision");
        assertScores(json);
        assertThat(json.get("labels")).extracting(JsonNode::asText).containsExactly("right", "above");
        List<String> rows = Inside.in(folder)
                .succeed("predict", "--model", "model.nn", "--data", "data.csv", "--keep", "right", "--keep", "above")
                .out()
                .lines()
                .skip(1)
                .toList();
        long right = rows.stream()
                .map(row -> row.split(","))
                .filter(row -> row[0].equals(row[2]) && row[1].equals(row[3]))
                .count();
        assertThat(json.get("accuracy").asDouble()).isEqualTo((double) right / Sample.ROWS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Sample.class,
            names = {"REGRESSION", "TWO_NUMBERS"})
    void regressionAsJson(Sample sample) throws IOException, InterruptedException {
        JsonNode json = evaluate(sample);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "errorsByFeature",
                        "worstRows",
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
        assertThat(json.get("targets"))
                .isNotEmpty()
                .allSatisfy(target ->
                        assertThat(target.has("r2") && target.has("mape")).isTrue());
        double mse = json.get("mse").asDouble();
        assertThat(json.get("rmse").asDouble()).isEqualTo(Math.sqrt(mse));
        assertThat(json.get("r2").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.get("mae").asDouble()).isBetween(0.0, Math.sqrt(mse));
    }

    @Test
    void forPeopleThereAreAReportAMatrixAndTheRest() throws IOException, InterruptedException {
        Nn run = Sample.MULTICLASS.trainIn(folder).succeed("evaluate", "--model", "model.nn", "--data", "data.csv");

        assertThat(run.out())
                .contains("precision", "recall", "f1-score", "support", "macro avg", "weighted avg")
                .contains("confusion matrix", "accuracy", "ROC-AUC", "log-loss")
                .containsPattern("high +\\d+ +\\d+ +\\d+\\R");
        assertThat(run.messages()).isEmpty();
    }

    @Test
    void forPeopleRegressionHasItsFourMeasures() throws IOException, InterruptedException {
        Nn run = Sample.REGRESSION.trainIn(folder).succeed("evaluate", "--model", "model.nn", "--data", "data.csv");

        assertThat(run.out()).contains("MSE", "RMSE", "MAE", "R²").doesNotContain("precision");
    }

    @Test
    void whatIsZeroByZeroIsZeroAndWhatIsUndefinedIsNull() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
        Inside nn = Inside.in(folder);
        Files.writeString(folder.resolve("one.csv"), "x,y,kind\n-4.5,0,low\n-4.5,1,low\n");

        JsonNode json = nn.json("evaluate", "--model", "model.nn", "--data", "one.csv", "--json");

        JsonNode middle = json.at("/classes/2");
        assertThat(middle.get("label").asText()).isEqualTo("middle");
        assertThat(middle.get("precision").asDouble()).isZero();
        assertThat(middle.get("recall").asDouble()).isZero();
        assertThat(middle.get("f1").asDouble()).isZero();
        assertThat(middle.get("rocAuc").isNull()).isTrue();
        assertThat(json.get("rocAuc").isNull()).isTrue();
    }

    @Test
    void dataWithoutTheTargetOrWithAnUnknownLabelAreRefused() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
        Inside nn = Inside.in(folder);
        Nn missing = nn.reading("x,y\n1,2\n").run("evaluate", "--model", "model.nn", "--data", "-");
        Nn unknown = nn.reading("x,y,kind\n1,2,low\n1,2,lowe\n").run("evaluate", "--model", "model.nn", "--data", "-");

        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.error()).startsWith("error: <stdin>:1:1: ").contains("'kind'");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.error())
                .startsWith("error: <stdin>:3:3: ")
                .contains("'lowe'", "high, low, middle; correct it");
    }

    private static void assertScores(JsonNode json) {
        long support = 0;
        for (JsonNode one : json.get("classes")) {
            assertThat(one.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("label", "precision", "recall", "f1", "support", "rocAuc");
            support += one.get("support").asLong();
        }
        assertThat(support).isPositive();
        for (String average : List.of("macroAverage", "weightedAverage")) {
            assertThat(json.get(average).fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("precision", "recall", "f1");
        }
    }

    /** Row i counts the rows of true label i, and the diagonal those that are right. */
    private static void assertConfusionMatrix(JsonNode json) {
        long right = 0;
        for (int label = 0; label < json.get("labels").size(); label++) {
            long all = 0;
            for (JsonNode count : json.at("/confusionMatrix/" + label)) {
                all += count.asLong();
            }
            assertThat(all).isEqualTo(json.at("/classes/" + label + "/support").asLong());
            assertThat(json.at("/classes/" + label + "/label").asText())
                    .isEqualTo(json.at("/labels/" + label).asText());
            right += json.at("/confusionMatrix/" + label + "/" + label).asLong();
        }
        assertThat(json.get("accuracy").asDouble())
                .isEqualTo((double) right / json.get("rows").asInt());
    }
}
