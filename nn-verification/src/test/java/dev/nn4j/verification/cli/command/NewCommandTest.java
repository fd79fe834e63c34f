// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nn new}: what it writes can be trained as it stands. */
class NewCommandTest {
    @TempDir
    private Path folder;

    private Inside nn;

    @BeforeEach
    void start() {
        nn = Inside.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"binary, BINARY, accuracy", "multiclass, MULTICLASS, accuracy", "regression, REGRESSION, r2"})
    void eachTemplateLearnsASmallTable(String template, Sample sample, String measure)
            throws IOException, InterruptedException {
        sample.writeTo(folder);
        String target = sample == Sample.REGRESSION ? "value" : "kind";
        nn.succeed("new", "--template", template, "--target", target, "--out", "starter.json");

        JsonNode summary = nn.json(
                "train", "--config", "starter.json", "--data", "data.csv", "--set", "data.ignore=[\"id\"]", "--json");

        assertThat(summary.at("/training/" + measure).asDouble()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "breast-cancer/data.csv, diagnosis, accuracy, 0.95",
        "iris/iris.csv, species, accuracy, 0.93",
        "wine/wine.csv, cultivar, accuracy, 0.95",
        "diabetes/diabetes.csv, progression, r2, 0.4",
        "nand/nand.csv, nand, accuracy, 1"
    })
    void withDataItFitsTheColumns(String file, String target, String measure, double least)
            throws IOException, InterruptedException {
        assertThat(learnt(file, target).get(measure).asDouble()).isGreaterThanOrEqualTo(least);
    }

    /** The starter's epochs would take half a minute. */
    @Test
    void fourEpochsOfTheStarterSeparateTenDigits() throws IOException, InterruptedException {
        assertThat(learnt("digits/digits.csv", "digit", "--set", "training.epochs=4")
                        .get("accuracy")
                        .asDouble())
                .isGreaterThanOrEqualTo(0.9);
    }

    /** The figures of a starter, trained with more options, on rows that it has not seen where there are such. */
    private JsonNode learnt(String file, String target, Object... options) throws IOException, InterruptedException {
        Path data = Built.examples().resolve(file);
        nn.succeed("new", "--data", data, "--target", target, "--out", "starter.json");
        List<Object> training =
                new ArrayList<>(List.of("train", "--config", "starter.json", "--data", data, "--json", "--quiet"));
        training.addAll(List.of(options));
        JsonNode summary = nn.json(training.toArray());
        return summary.get(summary.get("heldOut").isNull() ? "training" : "heldOut");
    }

    @Test
    void withoutOutTheConfigurationIsAllThatStdoutHolds() throws IOException, InterruptedException {
        JsonNode binary = nn.json("new");

        assertThat(binary.fieldNames())
                .toIterable()
                .containsExactly("data", "preprocessing", "network", "loss", "optimizer", "training", "ensemble");
        assertThat(binary.get("loss").asText()).isEqualTo("binary-cross-entropy");
    }

    @Test
    void withOutStdoutStaysEmpty() throws IOException, InterruptedException {
        assertThat(nn.succeed("new", "--template", "regression", "--out", "r.json")
                        .out())
                .isEmpty();
        assertThat(folder.resolve("r.json")).content().contains("mean-squared-error");
    }

    @Test
    void dataMayComeFromStdinAndAColumnOfTextIsIgnoredWithAWarning() throws IOException, InterruptedException {
        Nn run = nn.reading(Sample.MULTICLASS.csv()).run("new", "--data", "-", "--target", "kind");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\"ignore\": [\"id\"]", "softmax");
        assertThat(run.messages())
                .hasSizeBetween(2, 3)
                .first()
                .asString()
                .startsWith("warning: column 'id' is ignored");
        assertThat(run.messages()).element(1).asString().startsWith("kind: 3 labels (");
    }

    @Test
    void aTemplateThatTheTargetContradictsIsRefused() throws IOException, InterruptedException {
        Nn run = nn.reading(Sample.MULTICLASS.csv())
                .run("new", "--template", "binary", "--data", "-", "--target", "kind");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).contains("3 labels", "multiclass");
    }

    @Test
    void aMistypedTargetIsAnsweredWithTheNearestColumn() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), Sample.MULTICLASS.csv());
        Nn run = nn.run("new", "--data", "data.csv", "--target", "kinds", "--out", "c.json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.error()).isEqualTo("error: data.csv:1:1: there is no column 'kinds'; did you mean 'kind'?");
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    @Test
    void dataWithoutATargetAndAnUnknownTemplateAreWrongUsage() throws IOException, InterruptedException {
        assertThat(nn.run("new", "--data", "data.csv").exit()).isEqualTo(2);
        Nn unknown = nn.run("new", "--template", "ternary");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.error()).contains("binary, multiclass or regression");
    }
}
