// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.registry.Registration;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten epochs, against four that are stopped in the fifth, put into a file, read again and gone on with for six: for every
 * optimizer the same bytes of the model's file and the same history. docs/model-format.md shows the table of this test.
 */
class ResumeMatrixTest {
    @TempDir
    private Path folder;

    private final Set<StopReason> reasons = EnumSet.noneOf(StopReason.class);
    private final Set<Double> rates = new HashSet<>();

    private static Map<String, ExperimentBuilder> trainings() {
        Map<String, ExperimentBuilder> trainings = new LinkedHashMap<>();
        trainings.put("dropout, shuffling", Trainings.experiment());
        trainings.put("early stopping, best weights", stoppingEarly(Trainings.experiment()));
        trainings.put("the same with normalisation layers", stoppingEarly(Trainings.normalised()));
        trainings.put(
                "plateau schedule",
                Trainings.experiment()
                        .training(options -> options.schedule(new Schedules.Plateau("accuracy", 0.5, 0, 0.01, 0))));
        return trainings;
    }

    private static ExperimentBuilder stoppingEarly(ExperimentBuilder experiment) {
        return experiment.training(options -> options.validationFraction(0.3)
                .earlyStopping(
                        EarlyStopping.builder().patience(3).minDelta(0.002).build()));
    }

    @Test
    void everyOptimizerGoesOnToTheSameBytes() throws IOException {
        StringJoiner table = new StringJoiner("\n");
        table.add(
                "| optimizer | its state | " + String.join(" | ", trainings().keySet()) + " | on 3 threads after 1 |");
        table.add("|---|---|" + "---|".repeat(trainings().size() + 1));
        for (Registration registration : Trainings.REGISTRY.registrations()) {
            if (registration.component() instanceof Optimizer optimizer) {
                table.add(row(optimizer));
            }
        }
        assertThat(rates).as("the plateau schedule changed the rate").hasSizeGreaterThan(1);
        assertThat(reasons).contains(StopReason.EARLY_STOPPING);
        String document = Files.readString(Path.of("..", "docs", "model-format.md"));

        assertThat(document).contains(table.toString());
    }

    private String row(Optimizer optimizer) throws IOException {
        StringJoiner row = new StringJoiner(" | ", "| ", " |");
        List<String> state = new ArrayList<>(optimizer.stateArrays());
        state.addAll(optimizer.stateScalars());
        row.add(optimizer.name()).add(state.isEmpty() ? "none" : String.join(", ", state));
        for (ExperimentBuilder training : trainings().values()) {
            row.add(compared(optimizer, training, Trainings.ONE_THREAD));
        }
        return row.add(compared(optimizer, Trainings.normalised(), new Execution(3, KernelChoice.SCALAR)))
                .toString();
    }

    private String compared(Optimizer optimizer, ExperimentBuilder described, Execution execution) throws IOException {
        Experiment experiment =
                described.optimizer(optimizer, optimizer.defaultRate() * 5).build();
        Table table = Trainings.table(experiment, 1);
        TrainingResult whole =
                Training.of(experiment).withExecution(Trainings.ONE_THREAD).run(table);
        Path file = folder.resolve("run.checkpoint");
        CheckpointFile.write(Trainings.stopped(experiment, table), file, Trainings.REGISTRY);

        TrainingResult resumed = Training.resume(CheckpointFile.read(file, Trainings.REGISTRY))
                .withExecution(execution)
                .run(table);

        boolean same = Arrays.equals(bytes(whole), bytes(resumed))
                && untimed(whole).equals(untimed(resumed))
                && whole.stopReason() == resumed.stopReason()
                && whole.bestEpoch() == resumed.bestEpoch();
        reasons.add(whole.stopReason());
        experiment
                .options()
                .schedule()
                .ifPresent(schedule -> whole.history().forEach(epoch -> rates.add(epoch.learningRate())));
        return same ? "same bytes" : "DIFFERENT";
    }

    private byte[] bytes(TrainingResult outcome) throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(outcome.model(), file, Trainings.REGISTRY);
        return Files.readAllBytes(file);
    }

    private static List<EpochRecord> untimed(TrainingResult outcome) {
        return outcome.history().stream()
                .map(epoch -> EpochRecord.builder(epoch.epoch())
                        .loss(epoch.loss())
                        .accuracy(epoch.accuracy())
                        .validationLoss(epoch.validationLoss())
                        .validationAccuracy(epoch.validationAccuracy())
                        .learningRate(epoch.learningRate())
                        .seconds(0)
                        .build())
                .toList();
    }
}
