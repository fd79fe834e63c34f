// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn predict} as part of a pipe: rows flow through it. */
class PredictStreamTest {
    private static final int MANY_ROWS = 2_000_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void train() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
    }

    @Test
    void twoMillionRowsFlowThroughAHeapThatCouldNotHoldThem() throws IOException, InterruptedException {
        Process process = start(Launcher.in(folder).with("NN_JAVA_OPTS", "-Xmx64m"));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(process, MANY_ROWS));
        int rows = 0;
        int low = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("id,prediction");
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.startsWith(rows + ",")) {
                    throw new AssertionError("row " + rows + " out of order: " + line);
                }
                low += line.endsWith(",low") ? 1 : 0;
                rows++;
            }
        }
        writing.join();

        assertThat(Launcher.exitOf(process)).isZero();
        assertThat(rows).isEqualTo(MANY_ROWS);
        assertThat(low).isEqualTo(MANY_ROWS / 2);
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItQuietly() throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process process = Launcher.optimising(folder)
                .builder(Launcher.command("predict", "--model", "model.nn", "--data", "-", "--keep", "id"))
                .redirectError(err.toFile())
                .start();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(process, MANY_ROWS));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("id,prediction");
        }

        assertThat(Launcher.exitOf(process)).isZero();
        writing.join();
        assertThat(err).content().doesNotContain("error", "Exception", "roken pipe");
    }

    private static Process start(Launcher nn) throws IOException {
        return nn.builder(Launcher.command("predict", "--model", "model.nn", "--data", "-", "--keep", "id"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Every second point is low, the others are high. Who reads may go away before all is written. */
    private static void write(Process process, int rows) {
        try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write("id,x,y\n");
            for (int row = 0; row < rows; row++) {
                in.write(Integer.toString(row));
                in.write(row % 2 == 0 ? ",-4,0.5\n" : ",4,0.5\n");
            }
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (!message.contains("broken pipe") && !message.contains("closed")) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
