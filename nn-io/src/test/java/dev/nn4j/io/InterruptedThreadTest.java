// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a thread that is interrupted, short work on files is done and long work is cancelled; it stays interrupted. */
class InterruptedThreadTest {
    /** So many that what is noted of them lies in files. */
    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    private final Experiment experiment = Experiment.builder()
            .target("y")
            .dense(1, "sigmoid")
            .loss("binary-cross-entropy")
            .optimizer("gradient-descent", 0.1)
            .training(options -> options.epochs(3).batchSize(500).validationFraction(0.2))
            .build();

    private Path csv;
    private Path file;

    @BeforeEach
    void writeData() throws IOException {
        csv = folder.resolve("data.csv");
        file = folder.resolve("data.table");
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row % 13)
                    .append(',')
                    .append(row % 3 == 0 ? "no" : "yes")
                    .append('\n');
        }
        Files.writeString(csv, text);
    }

    @AfterEach
    void noInterruptIsLeftToOthers() {
        Thread.interrupted();
    }

    @Test
    void aStoredTableIsEvaluatedAsEver() throws IOException {
        Table table = TableFile.convert(csv, experiment::cellType, file);
        Model model = training().run(table).model();
        Evaluation expected = Evaluation.of(model, table);
        Thread.currentThread().interrupt();
        assertThat(Evaluation.of(model, table)).isEqualTo(expected);
        assertStillInterrupted();
    }

    @Test
    void aTrainingOnAStoredTableIsCancelledAndItsBestCanBeSaved() throws IOException {
        Table table = TableFile.convert(csv, experiment::cellType, file);
        Path checkpoint = folder.resolve("c.ckpt");
        TrainingResult outcome = training()
                .withCheckpoints(100, state -> {
                    try {
                        CheckpointFile.write(state, checkpoint);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .withListener(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochRecord epoch) {
                        Thread.currentThread().interrupt();
                    }
                })
                .run(table);
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.history()).hasSize(1);
        Path saved = folder.resolve("best.nn");
        ModelFile.write(outcome.model(), saved);
        assertThat(ModelFile.read(saved).network().parameters())
                .isEqualTo(outcome.model().network().parameters());
        assertThat(CheckpointFile.read(checkpoint).state().history()).hasSize(1);
        assertStillInterrupted();
        assertThat(names()).containsExactly("best.nn", "c.ckpt", "data.csv", "data.table");
    }

    @Test
    void aConversionIsCancelledAndLeavesNothing() throws IOException {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> TableFile.convert(csv, experiment::cellType, file))
                .withMessage("the conversion of " + csv + " was given up");
        assertStillInterrupted();
        assertThat(names()).containsExactly("data.csv");
    }

    @Test
    void theCheckOfAConvertedFileIsCancelled() throws IOException {
        TableFile.convert(csv, experiment::cellType, file);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> TableFile.open(file));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> TableFile.open(file, csv, experiment::cellType));
        assertStillInterrupted();
        TableReading cancelled = TableReading.of(experiment::cellType).withCancellation(() -> true);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> TableFile.open(file, csv, Header.FIRST_LINE, cancelled));
    }

    @Test
    void readingIsCancelledInMemoryAndBeyond() throws IOException {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> Csv.read(csv, experiment::cellType));
        try (CsvRows rows = CsvRows.open(csv)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(
                            () -> TableFile.read(rows, TableReading.of(experiment::cellType), 1 << 10, moving -> {}));
        }
        assertStillInterrupted();
    }

    @Test
    void anInterruptWhileRowsGoToAFileCancelsToo() throws IOException {
        try (CsvRows rows = CsvRows.open(csv)) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> TableFile.read(
                            rows,
                            TableReading.of(experiment::cellType),
                            1 << 10,
                            moving -> Thread.currentThread().interrupt()));
        }
        assertStillInterrupted();
    }

    private Training training() {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static void assertStillInterrupted() {
        assertThat(Thread.interrupted()).isTrue();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList().stream();
        }
    }
}
