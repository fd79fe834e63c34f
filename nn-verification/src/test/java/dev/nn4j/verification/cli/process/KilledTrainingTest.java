// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import dev.nn4j.verification.cli.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A training that writes a checkpoint every epoch, killed again and again while it does. */
@Timeout(1800)
class KilledTrainingTest {
    private static final long SEED = 110;
    private static final int KILLS = 12;
    private static final int MOST_MILLISECONDS = 80;

    @TempDir
    private Path folder;

    private Path file;

    @Test
    void case110_killedAtAnyMomentItGoesOnFromTheLastCompleteCheckpoint(TestReporter reporter)
            throws IOException, InterruptedException {
        Sample.MULTICLASS.writeTo(folder);
        file = folder.resolve("run.checkpoint");
        Random random = new Random(SEED);
        List<String> moments = new ArrayList<>();
        int epochs = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int delay = random.nextInt(MOST_MILLISECONDS * 1000);
            trainAndKill(epochs > 0, delay);

            Checkpoint last = CheckpointFile.read(file);

            assertThat(last.state().epochs()).as("after kill " + kill).isGreaterThan(epochs);
            epochs = last.state().epochs();
            moments.add(delay + " µs: epoch " + epochs);
        }
        reporter.publishEntry("kills with seed " + SEED, moments.toString());

        String whole = "training.epochs=" + (epochs + 5);
        Sample.train(folder, "whole.nn", whole);
        Launcher.in(folder)
                .succeed("train", "--data", "data.csv", "--resume", file, "--set", whole, "--out", "resumed.nn");

        assertThat(StoredModel.bytes(folder.resolve("resumed.nn")))
                .as("after kills at %s", moments)
                .isEqualTo(StoredModel.bytes(folder.resolve("whole.nn")));
    }

    /** Kills a training so many microseconds after it has replaced the checkpoint for the first time. */
    private void trainAndKill(boolean resume, int microseconds) throws IOException, InterruptedException {
        Optional<Object> before = identity();
        List<String> command = Launcher.command(
                "train", "--data", "data.csv", "--checkpoint", file, "--set", "training.epochs=1000000", "--quiet");
        command.addAll(resume ? List.of("--resume", file.toString()) : List.of("--config", "config.json"));
        Process process = Launcher.in(folder)
                .builder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (identity().equals(before)) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("err.txt")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MICROSECONDS.sleep(microseconds);
        process.destroyForcibly().waitFor();
    }

    /** Another one for each file that takes the name. */
    private Optional<Object> identity() throws IOException {
        return Files.exists(file)
                ? Optional.of(List.of(
                        String.valueOf(Files.readAttributes(file, BasicFileAttributes.class)
                                .fileKey()),
                        Files.getLastModifiedTime(file)))
                : Optional.empty();
    }
}
