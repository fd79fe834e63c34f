// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.experiment.Draw;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings of ensembles that are stopped in the middle, stored and gone on with. */
class EnsembleCheckpointTest {
    private static final int MEMBERS = 3;
    private static final int EPOCHS = 8;
    private static final List<Draw> DRAWS = List.of(
            Draw.logBetween("optimizer.learningRate", 0.003, 0.03),
            Draw.among("network.layers[*].outputDim", List.of(3, 5, 7)),
            Draw.between("network.layers[1].rate", 0, 0.4),
            Draw.among("training.labelSmoothing", List.of(0, 0.1)));

    private static Experiment experiment(Ensemble.Kind kind) {
        return Trainings.described()
                .dense(5, "tanh")
                .dropout(0.2)
                .dense(1, "sigmoid")
                .optimizer("nadam", 0.01)
                .ensemble(kind == Ensemble.Kind.PACK ? Ensemble.ofPack(5, DRAWS) : new Ensemble(kind, MEMBERS))
                .training(options -> options.epochs(EPOCHS)
                        .validationFraction(kind == Ensemble.Kind.FOLDS ? 0 : 0.2)
                        .schedule(new Schedules.Plateau())
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_LOSS)
                                .patience(3)
                                .restoreBest(true)
                                .build()))
                .build();
    }

    private static Execution threads(int threads) {
        return new Execution(threads, KernelChoice.AUTO);
    }

    /** The last bytes that each member's checkpoint had when the training was stopped after so many epochs in all. */
    private static Map<Integer, byte[]> stopped(Experiment experiment, Table table, int threads, int epochs) {
        Map<Integer, byte[]> files = new ConcurrentHashMap<>();
        AtomicInteger done = new AtomicInteger();
        try {
            Training.of(experiment)
                    .withExecution(threads(threads))
                    .withCheckpoints(1, checkpoint -> {
                        files.put(checkpoint.member(), CheckpointFile.toBytes(checkpoint));
                        done.incrementAndGet();
                    })
                    .withCancellation(() -> done.get() >= epochs)
                    .run(table);
        } catch (CancellationException e) {
            assertThat(files).as("no member is complete, but some have begun").isNotEmpty();
        }
        return files;
    }

    private static List<Checkpoint> read(Map<Integer, byte[]> files) throws Exception {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (byte[] file : files.values()) {
            checkpoints.add(CheckpointFile.read(file));
        }
        return checkpoints;
    }

    private static List<List<EpochRecord>> histories(TrainingResult result) {
        return result.members().stream()
                .map(member ->
                        member.history().stream().map(EpochRecord::withoutTime).toList())
                .toList();
    }

    private static void assertSame(TrainingResult found, TrainingResult wanted) {
        assertThat(ModelFile.toBytes(found.model())).isEqualTo(ModelFile.toBytes(wanted.model()));
        assertThat(histories(found)).isEqualTo(histories(wanted));
        assertThat(found.outOfFold().map(Answers::evaluation))
                .isEqualTo(wanted.outOfFold().map(Answers::evaluation));
    }

    /** Before any member is complete, after one is, and when all but one are. */
    @ParameterizedTest
    @CsvSource({
        "FOLDS,1,3,2",
        "FOLDS,2,11,1",
        "FOLDS,3,20,3",
        "SEEDS,1,10,3",
        "SEEDS,3,5,1",
        "SEEDS,2,18,2",
        "PACK,1,3,2",
        "PACK,2,9,3",
        "PACK,3,17,1",
        "PACK,1,26,2"
    })
    void itGoesOnToTheBytesThatItWouldHaveGivenWithoutTheStop(
            Ensemble.Kind kind, int threads, int epochs, int threadsAfter) throws Exception {
        Experiment experiment = experiment(kind);
        Table table = Trainings.table(experiment, 1);
        TrainingResult whole = Training.of(experiment).run(table);

        List<Checkpoint> checkpoints = read(stopped(experiment, table, threads, epochs));
        assertThat(checkpoints).allSatisfy(one -> {
            assertThat(one.experiment().ensemble()).isEqualTo(experiment.ensemble());
            assertThat(one.experiment().settings()).isEqualTo(experiment.settings());
        });
        TrainingResult resumed = Training.resume(checkpoints)
                .withExecution(threads(threadsAfter))
                .run(table);
        assertSame(resumed, whole);
    }

    @Test
    void membersWithoutACheckpointStartAfresh() throws Exception {
        Experiment experiment = experiment(Ensemble.Kind.FOLDS);
        Table table = Trainings.table(experiment, 1);
        Map<Integer, byte[]> files = stopped(experiment, table, 3, 1000);
        assertThat(files).containsOnlyKeys(1, 2, 3);
        TrainingResult whole = Training.of(experiment).run(table);
        for (byte[] file : files.values()) {
            assertSame(Training.resume(CheckpointFile.read(file)).run(table), whole);
        }
    }

    @Test
    void aMembersCheckpointIsAModelOfOneNetwork() throws Exception {
        Experiment experiment = experiment(Ensemble.Kind.SEEDS);
        byte[] file = stopped(experiment, Trainings.table(experiment, 1), 1, 10).get(2);
        assertThat(ModelFile.read(file).members()).isEqualTo(1);
        assertThat(CheckpointFile.read(file).member()).isEqualTo(2);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains("ensemble.kind", "ensemble.members", "ensemble.member");
    }

    @Test
    void otherDataAndOtherTrainingsAreRefused() throws Exception {
        Experiment folds = experiment(Ensemble.Kind.FOLDS);
        Experiment seeds = experiment(Ensemble.Kind.SEEDS);
        Table table = Trainings.table(folds, 1);
        List<Checkpoint> ofFolds = read(stopped(folds, table, 1, 11));
        List<Checkpoint> ofSeeds = read(stopped(seeds, table, 1, 11));

        assertThatThrownBy(() -> Training.resume(ofFolds).run(Trainings.table(folds, 2)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the training data differ from those of the checkpoint");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.resume(List.of(ofFolds.get(0), ofFolds.get(0))))
                .withMessageContaining("two checkpoints are of member 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.resume(List.of(ofFolds.get(0), ofSeeds.get(1))))
                .withMessageContaining("are not of one training");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.resume(List.of()))
                .withMessageContaining("there is no checkpoint");
        assertThatThrownBy(() -> ofFolds.get(0).goingOnAs(seeds))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be that of the checkpoint");
    }
}
