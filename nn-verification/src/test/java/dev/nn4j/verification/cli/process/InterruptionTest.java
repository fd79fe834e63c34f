// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C: exit 130, and nothing half-done is left. */
@Timeout(600)
class InterruptionTest {
    @TempDir
    private Path folder;

    private Path err;

    @BeforeEach
    void prepare() throws IOException {
        Sample.MULTICLASS.writeTo(folder);
        err = Files.createFile(folder.resolve("err.txt"));
    }

    @Test
    void aTrainingGivesTheRunningEpochUpAndLeavesTheOldFiles() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("model.nn"), "the old model");
        Process process = start(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--set",
                "training.epochs=100000000",
                "--out",
                "model.nn",
                "--history",
                "history.csv");
        awaitOnStderr(process, "epoch 1/100000000");

        Nn ended = interrupt(process);

        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.error()).matches("error: interrupted after \\d+ complete epochs; nothing was written");
        assertThat(folder.resolve("model.nn")).hasContent("the old model");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("config.json", "data.csv", "err.txt", "model.nn");
    }

    @Test
    void aCommandThatWaitsForStdinEndsAtOnceAndSaysSo() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
        Path loaded = folder.resolve("loaded.txt");
        ProcessBuilder builder = builder("evaluate", "--verbose", "--model", "model.nn", "--data", "-");
        builder.environment().put("NN_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
        Process process = builder.start();
        process.outputWriter().append("x,y,kind\n").flush();
        awaitReading(process, loaded);

        Nn ended = interrupt(process);

        assertThat(ended.exit()).isEqualTo(130);
        assertThat(ended.error()).isEqualTo("error: interrupted");
    }

    private Process start(Object... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(Object... arguments) {
        return Launcher.in(folder)
                .builder(Launcher.command(arguments))
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private Nn interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        int exit = Launcher.exitOf(process);
        return new Nn(exit, "", Files.readString(err));
    }

    private void awaitOnStderr(Process process, String text) throws IOException, InterruptedException {
        while (!Files.readString(err).contains(text)) {
            assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Once the class that reads rows is loaded, a moment later it waits for the next. */
    private static void awaitReading(Process process, Path loaded) throws IOException, InterruptedException {
        while (Files.notExists(loaded) || !Files.readString(loaded).contains("dev.nn4j.io.internal.csv.RowReader ")) {
            assertThat(process.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.SECONDS.sleep(1);
    }
}
