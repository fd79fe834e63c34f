// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.cli.command.PresetConverter;
import dev.nn4j.config.starter.Preset;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One command, no configuration: {@code nn train --data FILE --target COL}. */
class TrainWithoutConfigurationTest {
    private static final int ROWS = 240;

    @TempDir
    private Path folder;

    private Path data;
    private Path model;

    @BeforeEach
    void aTableOfTwoLabels() throws IOException {
        StringBuilder csv = new StringBuilder("amount, region ,active,churned\n");
        for (int row = 0; row < ROWS; row++) {
            int amount = row * 37 % 101;
            String region = row % 3 == 0 ? "north" : row % 3 == 1 ? "south" : "west";
            csv.append(amount).append(',').append(region).append(',').append(row % 2 == 0 ? "yes" : "no");
            csv.append(',').append(amount > 50 ? "left" : "stayed").append('\n');
        }
        data = Files.writeString(folder.resolve("customers.csv"), csv);
        model = folder.resolve("model.nn");
    }

    private CliRun train(Object... more) {
        Object[] first = {"train", "--data", data, "--threads", 1, "--set", "training.epochs=12"};
        return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
    }

    @Test
    void itSaysWhatItTakesColumnsAndTargetForAndReportsOnRowsNotSeen() throws IOException {
        CliRun run = train("--target", "churned", "--out", model, "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("amount: number", "region: category of 3", "active: boolean", "churned: 2 labels")
                .contains(
                        "preset good: 5 networks, each on all folds but one, of 2 × 128 units, at most 12 epochs of 192 rows, then one on all 240");
        assertThat(new ObjectMapper().readTree(run.out()).at("/heldOut/rows").intValue())
                .isPositive();
        assertThat(CliRun.of("predict", "--model", model, "--data", data).out().lines())
                .hasSize(ROWS + 1);
    }

    @Test
    void theModelHoldsTheConfigurationThatWasMade() throws IOException {
        train("--target", "churned", "--out", model);

        assertThat(ModelFile.read(model).provenance().configuration())
                .contains("\"target\":\"churned\"", "\"epochs\":12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "good", "best"})
    void itTrainsWhatNewWrites(String preset) throws IOException {
        Path configuration = folder.resolve("written.json");
        assertThat(CliRun.of("new", "--data", data, "--target", "churned", "--preset", preset, "--out", configuration)
                        .exit())
                .isZero();
        Path written = folder.resolve("written.nn");
        assertThat(train("--target", "churned", "--preset", preset, "--out", model)
                        .exit())
                .isZero();
        assertThat(train("--config", configuration, "--out", written).exit()).isZero();

        assertThat(CliRun.of("predict", "--model", model, "--data", data, "--probabilities")
                        .out())
                .isEqualTo(CliRun.of("predict", "--model", written, "--data", data, "--probabilities")
                        .out());
    }

    @Test
    void theWordsThatAreCompletedAreThePresets() {
        assertThat(new PresetConverter.Accepted())
                .isEqualTo(Stream.of(Preset.values()).map(Preset::word).toList());
    }

    @Test
    void blanksAroundTheTargetDoNotMatter() {
        assertThat(train("--target", " region").err()).contains("region: 3 labels");
        assertThat(CliRun.of("new", "--data", data, "--target", " churned ").exit())
                .isZero();
    }

    @Test
    void foldsNeedNoConfigurationEither() {
        CliRun run = train("--target", "churned", "--folds", 3);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("accuracy");
    }

    @Test
    void aFaultOfASettingIsSaidToBeOne() {
        assertThat(train("--target", "churned", "--set", "training.epoch=3").error())
                .contains("preset good", "from --set training.epoch=3");
    }

    @Test
    void whatCannotBeSaidWithoutAConfigurationIsRefused() {
        assertThat(train().error()).contains("'--config=FILE'; or '--target=COL', the column that is to be learnt");
        assertThat(train("--target", "churned", "--target", "region").error())
                .contains("--target: without --config one column can be learnt, got 2");
        assertThat(CliRun.of("train", "--data", "-", "--target", "y").error())
                .contains("--data: stdin can be read once only");
        assertThat(train("--target", "churned", "--preset", "great").error())
                .contains("must be fast, good or best, got 'great'");
        assertThat(train("--config", "c.json", "--preset", "fast").error()).contains("--preset: the configuration");
    }

    @Test
    void aTargetThatIsNotThereIsNamedWithTheNearest() {
        assertThat(train("--target", "churn").error())
                .contains("customers.csv:1:1: there is no column 'churn'; did you mean 'churned'?");
    }
}
