// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.Model;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several networks as one model, on the command line. */
class EnsembleCommandTest {
    private static final int ROWS = 90;

    @TempDir
    private Path folder;

    private Path data;
    private Path config;
    private Path model;

    @BeforeEach
    void aTableAndAConfiguration() throws IOException {
        StringBuilder csv = new StringBuilder("x,y,kind\n");
        for (int row = 0; row < ROWS; row++) {
            int x = row * 37 % ROWS;
            int y = row * 41 % ROWS;
            csv.append(x).append(',').append(y).append(',').append(x + y > ROWS ? "high" : "low");
            csv.append('\n');
        }
        data = Files.writeString(folder.resolve("data.csv"), csv);
        config = Files.writeString(
                folder.resolve("config.json"),
                "{\"data\": {\"target\": \"kind\"}, \"preprocessing\": {\"scaling\": \"standard\"},"
                        + " \"network\": {\"layers\": [{\"outputDim\": 4, \"activation\": \"relu\"},"
                        + " {\"outputDim\": 1, \"activation\": \"sigmoid\"}]},"
                        + " \"training\": {\"epochs\": 9, \"seed\": 3, \"earlyStopping\": {}},"
                        + " \"ensemble\": {\"members\": 3}}");
        model = folder.resolve("m.nn");
    }

    private CliRun train(Object... more) {
        Object[] first = {"train", "--config", config, "--data", data, "--threads", 2};
        return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
    }

    @Test
    void predictSaysHowFarTheMembersAreApart() throws IOException {
        assertThat(train("--out", model).exit()).isZero();
        List<String> lines = CliRun.of("predict", "--model", model, "--data", data, "--probabilities", "--spread")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("prediction,p_high,p_low,spread");
        float[] expected = ModelFile.read(model).predict(0.0, 0.0).spread();
        assertThat(Float.parseFloat(lines.get(1).split(",")[3]))
                .isEqualTo(expected[0])
                .isPositive();
        assertThat(lines).hasSize(ROWS + 1);

        assertThat(train(
                                "--out",
                                model,
                                "--set",
                                "ensemble={\"kind\": \"pack\", \"members\": 4}",
                                "--set",
                                "training.validationFraction=0.2")
                        .out())
                .containsPattern("ensemble +\\d networks, chosen of 4");
        CliRun one = CliRun.of("predict", "--model", singleNetwork(), "--data", data, "--spread");
        assertThat(one.exit()).isEqualTo(2);
        assertThat(one.err()).contains("--spread: ", "is one network");
    }

    @Test
    void pictureAndPageShowAllMembers() throws IOException {
        Path plot = folder.resolve("p.svg");
        Path page = folder.resolve("r.html");
        assertThat(train("--plot", plot, "--report", page).exit()).isZero();
        assertThat(Files.readString(plot)).contains("<svg");
        assertThat(Files.readString(page)).contains("\"networks\"", "\"validated\"");
    }

    private Path singleNetwork() throws IOException {
        Path single = folder.resolve("single.nn");
        ModelFile.write(ModelFile.read(model).member(0), single);
        return single;
    }

    @Test
    void theReportIsOfRowsThatTheMembersHaveNotSeen() throws IOException {
        CliRun text = train("--out", model);
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.err()).contains("member 1/3  epochs 9, kept ", "member 3/3  epochs 9, kept ");
        assertThat(text.out())
                .contains("classification report (out-of-fold data)")
                .containsPattern(" +training +out-of-fold\n")
                .contains("ensemble  3 networks\nmember 1  9 epochs, of epoch ");

        JsonNode json = new ObjectMapper().readTree(train("--json").out());
        assertThat(json.at("/heldOut/rows").intValue()).isEqualTo(ROWS);
        assertThat(json.at("/validation").isNull()).isTrue();
        assertThat(json.get("members")).hasSize(3);
        assertThat(json.at("/members/2/member").intValue()).isEqualTo(3);
        assertThat(json.at("/members/0/seed").intValue()).isEqualTo(3);
    }

    @Test
    void everyCommandTakesTheModel() throws IOException {
        assertThat(train("--out", model).exit()).isZero();
        Model written = ModelFile.read(model);

        assertThat(written.members()).isEqualTo(3);
        CliRun inspected = CliRun.of("inspect", model);
        assertThat(inspected.out())
                .contains("3 networks of one architecture, whose outputs' mean is the answer")
                .containsPattern("ensemble +3 networks of 3 folds, each trained on all but one and validated on that;"
                        + " kept epochs \\d of 9, \\d of 9, \\d of 9");
        assertThat(new ObjectMapper()
                        .readTree(CliRun.of("inspect", model, "--json").out())
                        .get("members"))
                .hasSize(3);
        assertThat(CliRun.of("verify", model).exit()).isZero();
        assertThat(CliRun.of("predict", "--model", model, "--data", data).out().lines())
                .hasSize(ROWS + 1);
        assertThat(CliRun.of("evaluate", "--model", model, "--data", data).exit())
                .isZero();
        assertThat(CliRun.of("export", model, "--out", folder.resolve("m.onnx")).exit())
                .isZero();
    }

    @Test
    void membersAndKindAreSetOnTheCommandLine() throws IOException {
        CliRun run = train(
                "--set",
                "ensemble.kind=seeds",
                "--set",
                "ensemble.members=2",
                "--set",
                "training.validationFraction=0.3",
                "--out",
                model);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("classification report (validation data)");
        assertThat(ModelFile.read(model).members()).isEqualTo(2);
        assertThat(train("--set", "ensemble.members=1").error())
                .contains("ensemble.members: must be a whole number at least 2, got 1");
        assertThat(train("--set", "ensemble.kind=bag").error()).contains("ensemble.kind: unknown kind 'bag'");
        assertThat(train("--set", "training.validationFraction=0.3").error())
                .contains("training.validationFraction: must be 0 for an ensemble of folds");
        assertThat(train("--validation", data).error()).contains("ensemble: of folds validates each network");
    }

    @Test
    void anEnsembleIsNoModelToStartFrom() {
        assertThat(train("--out", model).exit()).isZero();
        CliRun run =
                CliRun.of("train", "--config", config, "--data", data, "--init", model, "--set", "ensemble.members=2");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.error()).contains("ensemble: starts all of its networks afresh");
    }

    @Test
    void theHistoryHasAColumnOfMembers() throws IOException {
        Path history = folder.resolve("h.csv");
        assertThat(train("--history", history).exit()).isZero();
        List<String> lines = Files.readAllLines(history);
        assertThat(lines).hasSize(1 + 3 * 9);
        assertThat(lines.get(0)).startsWith("member,epoch,loss,");
        assertThat(lines.get(1)).startsWith("1,1,");
        assertThat(lines.get(27)).startsWith("3,9,");
    }

    @Test
    void aTrainingGoesOnFromTheCheckpointsThatAreThere() throws IOException {
        Path run = folder.resolve("run.checkpoint");
        assertThat(train("--out", model, "--checkpoint", run).exit()).isZero();
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(member -> folder.resolve("run.checkpoint." + member)))
                .allSatisfy(file -> assertThat(file).isRegularFile());
        Checkpoint second = CheckpointFile.read(folder.resolve("run.checkpoint.2"));
        assertThat(second.member()).isEqualTo(2);
        assertThat(CliRun.of("inspect", folder.resolve("run.checkpoint.2")).out())
                .containsPattern("member +2 of 3, an ensemble of folds");
        Files.delete(folder.resolve("run.checkpoint.1"));

        Path again = folder.resolve("again.nn");
        CliRun resumed = CliRun.of("train", "--resume", run, "--data", data, "--out", again);
        assertThat(resumed.exit()).as(resumed.err()).isZero();
        Model wanted = ModelFile.read(model);
        Model found = ModelFile.read(again);
        for (int member = 0; member < 3; member++) {
            assertThat(found.networks().get(member).parameters())
                    .isEqualTo(wanted.networks().get(member).parameters());
        }
        assertThat(CliRun.of("train", "--resume", folder.resolve("other"), "--data", data)
                        .exit())
                .isEqualTo(7);
    }

    @Test
    void interruptedItLeavesNothingBehind() {
        CliRun run = CliRun.interrupted("train", "--config", config, "--data", data, "--out", model);
        assertThat(run.exit()).isEqualTo(130);
        assertThat(run.error()).contains("nothing was written");
        assertThat(model).doesNotExist();
    }
}
