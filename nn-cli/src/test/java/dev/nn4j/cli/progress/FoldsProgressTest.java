// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.cli.console.Verbosity;
import dev.nn4j.core.fit.BatchProgress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two folds of ten epochs beside each other, half a second an epoch. */
class FoldsProgressTest {
    private static final long EPOCH_NANOS = 500_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private String shown(boolean interactive, Verbosity verbosity, int columns) {
        Console console = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(interactive, columns));
        console.setVerbosity(verbosity);
        try (FoldsProgress progress = new FoldsProgress(console, 2, nanos::get)) {
            for (int epoch = 1; epoch <= 10; epoch++) {
                nanos.addAndGet(EPOCH_NANOS);
                for (int fold = 1; fold <= 2; fold++) {
                    progress.listener(fold).batchEnded(new BatchProgress(epoch, 10, 8, 8, 0.5, OptionalDouble.empty()));
                }
            }
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutATerminalALineComesEveryTwoSeconds() {
        assertThat(shown(false, Verbosity.NORMAL, 80).lines())
                .containsExactly("folds: 0 of 2 complete, 35 %, 0:03 left", "folds: 0 of 2 complete, 75 %, 0:01 left");
    }

    @Test
    void onATerminalOneLineMovesAndTellsNoTimeBeforeItMeansSomething() {
        String[] frames = shown(true, Verbosity.NORMAL, 80).split("\r\033\\[K");
        assertThat(frames[1]).isEqualTo("folds: 0 of 2 complete, 5 %  [=>                            ]");
        assertThat(frames[9]).matches("folds: 0 of 2 complete, 85 %  \\[=+> +\\]  0:00 left");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\n").endsWith("\r\033[K");
    }

    @Test
    void aNarrowTerminalGetsNoBar() {
        assertThat(shown(true, Verbosity.NORMAL, 40).split("\r\033\\[K"))
                .allSatisfy(frame -> assertThat(frame).hasSizeLessThan(40).doesNotContain("["));
    }

    @Test
    void quietFoldsSayNothing() {
        assertThat(shown(true, Verbosity.QUIET, 80)).isEmpty();
    }
}
