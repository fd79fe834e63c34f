// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands from files to files, run in this process. */
class MainTest {
    private static final int ROWS = 120;

    @TempDir
    private Path folder;

    private Path data;
    private Path config;
    private Path model;

    @BeforeEach
    void threeClustersOfPoints() throws IOException {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("id,x,y,kind\n");
        for (int row = 0; row < ROWS; row++) {
            int kind = row % 3;
            double x = 4 * kind + random.nextGaussian();
            double y = (kind == 1 ? 4 : 0) + random.nextGaussian();
            csv.append("r")
                    .append(row)
                    .append(',')
                    .append(x)
                    .append(',')
                    .append(y)
                    .append(',')
                    .append("abc".charAt(kind))
                    .append('\n');
        }
        data = Files.writeString(folder.resolve("data.csv"), csv);
        config = folder.resolve("config.json");
        model = folder.resolve("model.nn");
    }

    private CliRun newConfiguration() {
        return CliRun.of("new", "--data", data, "--target", "kind", "--preset", "fast", "--out", config);
    }

    private CliRun train(Object... more) {
        assertThat(newConfiguration().exit()).isZero();
        Object[] first = {"train", "--config", config, "--data", data, "--set", "training.epochs=15", "--threads", 1};
        return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aStarterConfigurationNamesTheColumnsItLeavesOut() {
        CliRun run = newConfiguration();

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("warning: column 'id' is ignored: it holds 120 different texts in 120 rows: free text or an"
                        + " identifier; to keep it, take it off data.ignore and make it a category in data.columns\n"
                        + "kind: 3 labels (a, b, c)\n");
    }

    @Test
    void trainingWritesModelHistoryAndPicture() throws IOException {
        Path history = folder.resolve("history.csv");
        Path plot = folder.resolve("plot.png");

        CliRun run =
                train("--set", "training.validationFraction=0.2", "--out", model, "--history", history, "--plot", plot);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("training", "validation", "accuracy", "epochs", model.toString());
        assertThat(run.err()).contains("epoch 1/15", "epoch 15/15");
        assertThat(Files.readAllLines(history))
                .hasSize(16)
                .first()
                .isEqualTo("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds");
        assertThat(Files.readAllBytes(plot)).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("data.csv", "config.json", "model.nn", "history.csv", "plot.png");
    }

    @Test
    void theModelRemembersTheConfigurationInEffect() throws IOException {
        train("--out", model, "--set", "optimizer.learningRate=0.01");

        var provenance = ModelFile.read(model).provenance();

        assertThat(provenance.configuration())
                .contains("\"epochs\":15", "\"learningRate\":0.01", "\"target\":\"kind\"");
        assertThat(provenance.createdUtc()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(provenance.javaVersion()).startsWith(System.getProperty("java.version"));
        assertThat(provenance.operatingSystem()).contains(System.getProperty("os.name"));
    }

    @Test
    void theSummaryAsJsonHoldsBothEvaluations() throws IOException {
        JsonNode summary = json(train("--set", "training.validationFraction=0.2", "--json", "--out", model));

        assertThat(summary.fieldNames())
                .toIterable()
                .containsExactly(
                        "epochs",
                        "bestEpoch",
                        "stopReason",
                        "seconds",
                        "model",
                        "training",
                        "validation",
                        "heldOut",
                        "conformal");
        assertThat(summary.get("epochs").intValue()).isEqualTo(15);
        assertThat(summary.get("stopReason").textValue()).isEqualTo("completed");
        assertThat(summary.at("/training/rows").intValue()).isEqualTo(96);
        assertThat(summary.at("/validation/rows").intValue()).isEqualTo(24);
    }

    @Test
    void givenValidationDataIsUsedWhole() throws IOException {
        JsonNode summary = json(train("--json", "--quiet", "--validation", data, "--out", model));

        assertThat(summary.at("/validation/rows").intValue()).isEqualTo(ROWS);
    }

    @Test
    void withoutValidationThereIsNone() throws IOException {
        JsonNode summary = json(train("--json", "--set", "training={\"epochs\": 2}"));

        assertThat(summary.get("validation").isNull()).isTrue();
        assertThat(summary.get("model").isNull()).isTrue();
    }

    @Test
    void trainingContinuesFromAModel() throws IOException {
        train("--out", model);
        CliRun more = CliRun.of(
                "train", "--config", config, "--data", data, "--init", model, "--set", "training.epochs=5", "--json");
        CliRun withoutNetwork = CliRun.withInput(
                "{\"training\": {\"epochs\": 1}, \"data\": {\"ignore\": [\"id\"]}}",
                "train",
                "--config",
                "-",
                "--data",
                data,
                "--init",
                model);
        CliRun other = CliRun.of(
                "train", "--config", config, "--data", data, "--init", model, "--set", "network.layers[0].outputDim=5");
        CliRun otherScaling = CliRun.of(
                "train", "--config", config, "--data", data, "--init", model, "--set", "preprocessing.scaling=none");

        assertThat(json(more).get("epochs").intValue()).isEqualTo(5);
        assertThat(withoutNetwork.exit()).as(withoutNetwork.err()).isZero();
        assertThat(other.exit()).isEqualTo(5);
        assertThat(other.error()).contains("network");
        assertThat(otherScaling.exit()).isEqualTo(5);
        assertThat(otherScaling.error()).contains("preprocessing.scaling: must be left out or equal");
    }

    @Test
    void anInterruptedTrainingLeavesNothing() {
        newConfiguration();

        CliRun run = CliRun.interrupted("train", "--config", config, "--data", data, "--out", model);

        assertThat(run.exit()).isEqualTo(130);
        assertThat(run.error()).isEqualTo("error: interrupted; nothing was written");
        assertThat(model).doesNotExist();
    }

    @Test
    void evaluationFollowsTheContract() throws IOException {
        train("--out", model);
        CliRun table = CliRun.of("evaluate", "--model", model, "--data", data);
        JsonNode json = json(CliRun.of("evaluate", "--model", model, "--data", data, "--json"));

        assertThat(table.out())
                .contains("precision", "macro avg", "weighted avg", "confusion matrix", "ROC-AUC", "log-loss");
        assertThat(json.get("rows").intValue()).isEqualTo(ROWS);
        assertThat(json.get("labels")).extracting(JsonNode::textValue).containsExactly("a", "b", "c");
    }

    @Test
    void predictionsComeInOrderWithTheColumnsAskedFor() throws IOException {
        train("--out", model);
        Path out = folder.resolve("out.csv");

        CliRun run = CliRun.of(
                "predict",
                "--model",
                model,
                "--data",
                data,
                "--out",
                out,
                "--keep",
                "id",
                "--keep",
                "kind",
                "--probabilities");
        List<String> lines = Files.readAllLines(out);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(lines).hasSize(ROWS + 1).first().isEqualTo("id,kind,prediction,p_a,p_b,p_c");
        for (int row = 0; row < ROWS; row++) {
            String[] cells = lines.get(row + 1).split(",");
            assertThat(cells[0]).isEqualTo("r" + row);
            double sum = Double.parseDouble(cells[3]) + Double.parseDouble(cells[4]) + Double.parseDouble(cells[5]);
            assertThat(sum).isBetween(0.999, 1.001);
        }
    }

    @Test
    void predictionReadsStdinAndWritesStdout() throws IOException {
        train("--out", model);
        String reordered = "kind,y,x\na,0,0\n,0,8\n";

        CliRun run = CliRun.withInput(reordered, "predict", "--model", model, "--data", "-");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines()).containsExactly("prediction", "a", "c");
    }

    @Test
    void whatFailsEarlyHasPrintedNothing() {
        train("--out", model);

        CliRun run = CliRun.withInput("x,y\n0,0\n0,oops\n", "predict", "--model", model, "--data", "-");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.error()).startsWith("error: <stdin>:3:2: ");
    }

    @Test
    void anInterruptedPredictionLeavesTheOldFile() throws IOException {
        train("--out", model);
        Path out = Files.writeString(folder.resolve("out.csv"), "old");

        CliRun run = CliRun.interrupted("predict", "--model", model, "--data", data, "--out", out);

        assertThat(run.exit()).isEqualTo(130);
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo("old");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    void aModelIsInspectedAndVerified() throws IOException {
        train("--out", model);
        CliRun table = CliRun.of("inspect", model, "--weights");
        JsonNode json = json(CliRun.of("inspect", model, "--json"));
        JsonNode verified = json(CliRun.of("verify", model, "--json"));

        assertThat(table.out())
                .contains(
                        "mish",
                        "softmax",
                        "data-driven",
                        "sha256",
                        "3: a, b, c",
                        "robust-smooth",
                        "l2/weight",
                        "[16, 64]");
        assertThat(json.get("task").textValue()).isEqualTo("multi-class");
        assertThat(json.get("formatVersion").intValue()).isEqualTo(1);
        assertThat(verified.get("sha256").textValue()).isNotEmpty();
        assertThat(verified.get("passed").booleanValue()).isTrue();
        assertThat(CliRun.of("verify", model).out()).contains("reproduced bit for bit", "passed");
    }

    @Test
    void componentsAreListedWithParametersAndOrigin() throws IOException {
        CliRun table = CliRun.of("plugins", "--type", "activation");
        JsonNode json = json(CliRun.of("plugins", "--json"));

        assertThat(table.out())
                .contains("leaky-relu", "alpha (0.01, in [0, 1])", "dev.nn4j.activations")
                .doesNotContain("adam");
        assertThat(json.get("components")).hasSizeGreaterThan(30);
    }
}
