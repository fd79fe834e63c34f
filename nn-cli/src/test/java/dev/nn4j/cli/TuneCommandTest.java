// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search by the command line. */
class TuneCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path config;
    private Path space;
    private Path table;

    @BeforeEach
    void rowsAndAConfiguration() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,y,t"));
        for (int row = 0; row < 120; row++) {
            int x = row * 37 % 100;
            int y = row * 61 % 100;
            lines.add(x + "," + y + "," + (x > y ? "yes" : "no"));
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        table = folder.resolve("trials.csv");
        config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 4, "activation": "tanh" }, { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": { "type": "adam", "learningRate": 0.0005 },
              "training": { "epochs": 15, "validationFraction": 0.25, "refit": true, "schedule": "coslog" } }
            """);
        space = Files.writeString(folder.resolve("space.json"), """
            { "optimizer.learningRate": { "from": 0.0005, "to": 0.1, "scale": "log" },
              "network.layers[*].outputDim": [4, 8] }
            """);
    }

    private CliRun tune(Object... more) {
        List<Object> all = new ArrayList<>(
                List.of("tune", "--config", config, "--data", data, "--space", space, "--trials", 9, "--table", table));
        all.addAll(Arrays.asList(more));
        return CliRun.of(all.toArray());
    }

    @Test
    void theTableHasALineForEachRungThatATrialReached() throws IOException {
        CliRun run = tune("--threads", 1);
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0))
                .isEqualTo("trial,rung,epochs,score,optimizer.learningRate,network.layers[*].outputDim");
        assertThat(lines.get(1)).startsWith("0,1,1,").endsWith(",0.0005,4");
        assertThat(run.out()).contains("rows held out", "as given", "chosen", "came to their end");
        assertThat(run.err()).contains("the search sees 96 rows; 24 are held out", "no model was made");
    }

    @Test
    void aStoppedSearchGoesOnToTheSameTableAndModel() throws IOException {
        Path model = folder.resolve("m.nn");
        Path again = folder.resolve("again.nn");
        assertThat(tune("--threads", 1, "--out", model).exit()).isZero();
        String whole = Files.readString(table);
        Files.write(table, Files.readAllLines(table).subList(0, 8));
        assertThat(tune("--threads", 3, "--kernels", "scalar", "--out", again).exit())
                .isZero();
        assertThat(Files.readString(table)).isEqualTo(whole);
        assertThat(predicted(again)).isEqualTo(predicted(model));
        assertThat(CliRun.of("inspect", model).out()).contains("tuning");
        assertThat(CliRun.of("verify", again).exit()).isZero();
    }

    @Test
    void whoStopsASearchIsToldHowItGoesOn() {
        Object[] search = {"tune", "--config", config, "--data", data, "--space", space, "--trials", 9};
        CliRun alone = CliRun.interrupted(search);
        assertThat(alone.exit()).isEqualTo(130);
        assertThat(alone.error())
                .isEqualTo("error: interrupted; nothing was written; with --table FILE a search can go on later");
        List<Object> kept = new ArrayList<>(Arrays.asList(search));
        kept.addAll(List.of("--table", table));
        assertThat(CliRun.interrupted(kept.toArray()).error())
                .isEqualTo("error: interrupted; the same command goes on with " + table);
    }

    private String predicted(Path model) {
        return CliRun.of("predict", "--model", model, "--data", data, "--probabilities")
                .out();
    }

    @Test
    void jsonHasTheBestTheDefaultAndFiguresOfRowsHeldOut() throws IOException {
        Path best = folder.resolve("best.json");
        CliRun run = tune("--json", "--ensemble", "--out-config", best);
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("trials").intValue()).isEqualTo(9);
        assertThat(json.get("score").textValue()).isEqualTo("val_loss");
        assertThat(json.at("/heldOut/rows").intValue()).isEqualTo(24);
        assertThat(json.at("/defaultHeldOut/accuracy").isNumber()).isTrue();
        assertThat(json.at("/best/score").doubleValue())
                .isLessThanOrEqualTo(json.at("/default/score").doubleValue());
        assertThat(json.at("/best/settings/optimizer.learningRate").isNumber()).isTrue();
        assertThat(new ObjectMapper().readTree(best.toFile())).isEqualTo(json.get("configuration"));
        assertThat(CliRun.of("train", "--config", best, "--data", data).exit()).isZero();
    }

    @Test
    void withoutAConfigurationTrialNoughtIsThePresetsRecipe() {
        CliRun run = CliRun.of(
                "tune",
                "--data",
                data,
                "--target",
                "t",
                "--preset",
                "fast",
                "--set",
                "training.epochs=2",
                "--space",
                "small",
                "--trials",
                2);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("preset fast");
        assertThat(run.out()).contains("optimizer.weightDecay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trials 0|2|error: --trials: must be in [1, 10000], got 0",
                "--folds 1|2|error: --folds: must be at least 2, got 1",
                "--held-out 1|2|error: --held-out: the share must be in [0, 1)",
                "--folds 3 --ensemble|2|error: --ensemble: is chosen by rows",
                "--space smal|2|error: --space: there is no space 'smal'; did you mean 'small'?",
                "--space nowhere.json|7|error: nowhere.json",
                "--table -|2|error: --table: must be a file",
                "--preset good|2|error: --preset: the configuration says"
            })
    void whatCannotBeIsRefusedFirst(String options, int exit, String message) {
        List<Object> all = new ArrayList<>(List.of("tune", "--config", config, "--data", data));
        all.addAll(List.of(options.split(" ")));
        CliRun run = CliRun.of(all.toArray());
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.error()).startsWith(message);
    }

    @Test
    void theModelKnowsItsDataAndItsFigures() {
        Path model = folder.resolve("m.nn");
        assertThat(tune("--out", model).exit()).isZero();
        CliRun again = CliRun.of("reproduce", model, "--data", data);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(CliRun.of("card", model).out())
                .contains(
                        "On 24 rows held out of the search, before the training on all",
                        "Trained on data.csv, 120 rows");
    }

    @Test
    void misuseIsSaidBeforeDataAreLookedAt() {
        CliRun run = CliRun.of("tune", "--data", data, "--target", "t", "--trials", 0);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: --trials: must be in [1, 10000]");
    }

    @Test
    void faultsOfTheSpaceTheConfigurationAndTheTableNameTheirFile() throws IOException {
        Files.writeString(space, "{ \"training.l3\": [0] }");
        assertThat(tune().exit()).isEqualTo(5);
        assertThat(tune().error()).startsWith("error: " + space + ": training.l3: can be 0, but");
        Files.writeString(space, "{ \"training.l2\": [0, 0.1] }");
        Files.writeString(table, "trial,rung,epochs,score,training.l2\n0,1,1,0.7,0.5\n");
        assertThat(tune().exit()).isEqualTo(5);
        assertThat(tune().error()).startsWith("error: " + table + ": trial 0, rung 1: has the settings");
        Files.writeString(table, "a,b\n1,2\n");
        assertThat(tune().exit()).isEqualTo(3);
        assertThat(tune().error()).startsWith("error: " + table + ":1:1: ");
    }

    /** A page and event files beside the search, which finds the same. */
    @Test
    void aSearchIsWatchedAsATrainingIs() throws IOException {
        Path runs = folder.resolve("runs");
        CliRun first = tune("--watch", "--tensorboard", runs, "--out", folder.resolve("m.nn"));
        assertThat(first.exit()).isZero();
        assertThat(first.err()).containsPattern("can be watched at http://127\\.0\\.0\\.1:\\d+/\n");
        try (Stream<Path> all = Files.list(runs)) {
            assertThat(all.map(run -> run.getFileName().toString()).sorted())
                    .hasSize(10)
                    .contains("trial-0", "trial-1", "trial-8");
        }
        try (Stream<Path> events = Files.list(runs.resolve("trial-1"))) {
            assertThat(Files.readString(events.sorted().findFirst().orElseThrow(), StandardCharsets.ISO_8859_1))
                    .contains("configuration", "| `optimizer.learningRate` | ", "val_loss");
        }
        String table1 = Files.readString(table);
        Files.delete(table);
        assertThat(tune("--tensorboard", runs).error())
                .isEqualTo("error: " + runs + ": has the event files of another training; name another folder");
        assertThat(tune().exit()).isZero();
        assertThat(Files.readString(table)).isEqualTo(table1);
    }
}
