// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Terminal;
import dev.nn4j.cli.console.Verbosity;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
    private static final int COLUMNS = 80;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private Console console(boolean interactive) {
        return new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(interactive, COLUMNS));
    }

    private static EpochRecord epoch(int number) {
        return EpochRecord.builder(number)
                .loss(0.5)
                .accuracy(OptionalDouble.of(0.75))
                .validationLoss(OptionalDouble.of(0.6))
                .validationAccuracy(OptionalDouble.of(0.7))
                .learningRate(0.1)
                .seconds(0.25)
                .build();
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutATerminalALineComesNowAndThen() {
        try (PlainProgress progress = new PlainProgress(console(false), 100, nanos::get)) {
            for (int number = 1; number <= 100; number++) {
                nanos.addAndGet(100_000_000L);
                progress.listener().epochEnded(epoch(number));
            }
        }

        assertThat(printed().lines().map(line -> line.substring(0, line.indexOf("  "))))
                .containsExactly(
                        "epoch 1/100", "epoch 21/100", "epoch 41/100", "epoch 61/100", "epoch 81/100", "epoch 100/100");
        assertThat(printed().lines().findFirst())
                .contains("epoch 1/100  loss 0.5000  accuracy 0.7500  val_loss 0.6000  val_accuracy 0.7000  0.25 s");
    }

    @Test
    void quietProgressSaysNothing() {
        Console quiet = console(true);
        quiet.setVerbosity(Verbosity.QUIET);
        try (TrainingProgress progress = TrainingProgress.on(quiet, 1)) {
            assertThat(progress.listener().wantsBatches()).isFalse();
            progress.listener().epochEnded(epoch(1));
        }

        assertThat(printed()).isEmpty();
    }

    @Test
    void onATerminalABarMovesInOneLineAndIsErasedAtTheEnd() {
        try (TrainingProgress progress = TrainingProgress.on(console(true), 4)) {
            assertThat(progress.listener().wantsBatches()).isTrue();
            progress.listener().epochEnded(epoch(1));
            progress.listener().batchEnded(new BatchProgress(2, 4, 50, 100, 0.123, OptionalDouble.of(0.9)));
        }

        assertThat(printed())
                .contains("epoch 2/4 loss 0.123 acc 0.900 val 0.600")
                .contains("[")
                .endsWith("\r\u001b[K");
        assertThat(printed())
                .as("a time that the first batches would give misleads")
                .doesNotContain("left");
        assertThat(printed()).doesNotContain("\n");
        assertThat(printed().split("\r\u001b\\[K"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(COLUMNS));
    }

    @Test
    void aNarrowTerminalGetsWholeFiguresOnly() {
        Console narrow = new Console(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(true, 30));
        try (TrainingProgress progress = TrainingProgress.on(narrow, 4)) {
            progress.listener().batchEnded(new BatchProgress(2, 4, 50, 100, 0.123, OptionalDouble.of(0.987)));
        }

        assertThat(printed()).contains("epoch 2/4 loss 0.123").doesNotContain("acc 0.9");
    }
}
