// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --tensorboard}: event files beside everything else that a training does. */
class TensorBoardCommandTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path config;

    @BeforeEach
    void aTableAndAConfiguration() throws IOException {
        data = Files.writeString(folder.resolve("data.csv"), "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n");
        config = Files.writeString(
                folder.resolve("config.json"),
                "{\"data\": {\"target\": \"y\"}, \"network\": {\"layers\": [{\"outputDim\": 1, \"activation\":"
                        + " \"identity\"}]}, \"loss\": \"mean-squared-error\", \"training\": {\"epochs\": 3, \"seed\": 3}}");
    }

    private CliRun train(Object... more) {
        Object[] first = {"train", "--config", config, "--data", data};
        return CliRun.of(Stream.concat(Stream.of(first), Stream.of(more)).toArray());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve("runs")
                            .relativize(file)
                            .toString()
                            .replaceAll("tfevents\\.\\d{10}\\.nn4j\\.", "tfevents.TIME."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aTrainingIsTheRunOfItsFolderAndItsModelTheSame() throws IOException {
        Path plain = folder.resolve("plain.nn");
        Path watched = folder.resolve("watched.nn");

        assertThat(train("--history", folder.resolve("a.csv"), "--out", plain).exit())
                .isZero();
        assertThat(train("--out", watched, "--tensorboard", folder.resolve("runs/one"))
                        .err())
                .doesNotContain("error");

        assertThat(files()).containsExactly("one/events.out.tfevents.TIME.0");
        assertThat(CliRun.of("predict", "--model", watched, "--data", data).out())
                .isEqualTo(
                        CliRun.of("predict", "--model", plain, "--data", data).out());
        try (Stream<Path> runs = Files.list(folder.resolve("runs/one"))) {
            assertThat(Files.readString(runs.findFirst().orElseThrow(), StandardCharsets.ISO_8859_1))
                    .contains("brain.Event:2", "configuration", "\"seed\": 3", "loss", "learning_rate");
        }
    }

    @Test
    void membersAndFoldsAreRunsOfTheirOwn() throws IOException {
        assertThat(train("--set", "ensemble.members=2", "--tensorboard", folder.resolve("runs/all"))
                        .exit())
                .isZero();
        assertThat(train("--folds", 2, "--tensorboard", folder.resolve("runs/folds"))
                        .exit())
                .isZero();

        assertThat(files())
                .containsExactly(
                        "all/member-1/events.out.tfevents.TIME.0",
                        "all/member-2/events.out.tfevents.TIME.0",
                        "folds/fold-1/events.out.tfevents.TIME.0",
                        "folds/fold-2/events.out.tfevents.TIME.0");
    }

    @Test
    void twoTrainingsAreNotMixedButOneThatIsResumedGoesOn() throws IOException {
        Path runs = folder.resolve("runs");
        Path checkpoint = folder.resolve("c.nn");
        assertThat(train("--tensorboard", runs, "--checkpoint", checkpoint).exit())
                .isZero();

        CliRun again = train("--tensorboard", runs);
        assertThat(again.error())
                .isEqualTo("error: " + runs + ": has the event files of another training; name another folder");
        assertThat(train("--tensorboard", runs, "--resume", checkpoint, "--set", "training.epochs=5")
                        .err())
                .doesNotContain("error");
        assertThat(files()).containsExactly("events.out.tfevents.TIME.0", "events.out.tfevents.TIME.1");
    }

    @Test
    void whatIsNoFolderIsRefusedBeforeTheTraining() {
        assertThat(train("--tensorboard", data).error())
                .endsWith("is a file, and --tensorboard needs a folder; name another");
        assertThat(train("--tensorboard", "-").error()).contains("must be the name of a folder, got '-'");
    }
}
