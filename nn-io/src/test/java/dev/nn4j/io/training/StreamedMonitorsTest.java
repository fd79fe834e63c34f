// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.TargetKind;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.Csv;
import dev.nn4j.io.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is watched is the same, bit for bit, of weighted rows of a file and of memory, whatever the number of threads. */
class StreamedMonitorsTest {
    /** So many that the validation rows are more than one block of a sum. */
    private static final int ROWS = 6000;

    @TempDir
    private static Path folder;

    private static Path csv;

    @BeforeAll
    static void write() throws IOException {
        csv = MixedCsv.write(folder.resolve("mixed.csv"), ROWS);
    }

    @ParameterizedTest
    @EnumSource(Monitor.class)
    void areTheSame(Monitor monitor) throws IOException {
        Experiment experiment = watching(monitor);
        Table memory = Csv.read(csv, experiment::cellType);
        Table file = TableFile.convert(csv, experiment::cellType, folder.resolve(monitor + ".table"));
        assertThat(List.of(memory.isInMemory(), file.isInMemory())).containsExactly(true, false);

        TrainingResult expected = run(experiment, 1, memory);
        TrainingResult streamed = run(experiment, 3, file);

        assertThat(streamed.history().stream().map(EpochRecord::withoutTime))
                .isEqualTo(expected.history().stream()
                        .map(EpochRecord::withoutTime)
                        .toList());
        assertThat(streamed.bestEpoch()).isEqualTo(expected.bestEpoch());
        assertThat(streamed.model().network().parameters())
                .isEqualTo(expected.model().network().parameters());
        assertThat(expected.history().get(0).scores().size()).isEqualTo(monitor.isScore() ? 1 : 0);
    }

    private static TrainingResult run(Experiment experiment, int threads, Table table) {
        return Training.of(experiment)
                .withExecution(new Execution(threads, KernelChoice.SCALAR))
                .run(table);
    }

    private static Experiment watching(Monitor monitor) {
        return described(monitor.judges(TargetKind.BINARY))
                .weight("w")
                .training(options -> options.epochs(2)
                        .validationFraction(0.75)
                        .earlyStopping(EarlyStopping.builder().monitor(monitor).build()))
                .build();
    }

    private static ExperimentBuilder described(boolean classes) {
        return classes
                ? MixedCsv.experiment()
                        .target("kind")
                        .ignore("id", "yes", "also", "y")
                        .dense(3, "softmax")
                        .loss("categorical-cross-entropy")
                : MixedCsv.experiment()
                        .target("y")
                        .ignore("id", "yes", "also", "kind")
                        .dense(1, "identity")
                        .loss("mean-squared-error");
    }
}
