// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an experiment refuses, a training on bare numbers refuses too; and listeners add up in both. */
class TrainingDescriptionChecksTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final TrainingOptions TWO =
            TrainingOptions.builder().epochs(2).build();

    private static NetworkTraining training(String loss, TrainingOptions options) {
        return NetworkTraining.of(REGISTRY.loss(loss), REGISTRY.optimizer("gradient-descent"), 0.1, options);
    }

    private static Network network(int outputs, String activation) {
        NetworkSpec spec = new NetworkSpec(
                1,
                List.of(new DenseSpec(
                        0, outputs, REGISTRY.activation(activation), REGISTRY.initializer("zeros"), true)));
        return Network.initialized(spec, 0);
    }

    private static DataSet rows(int width, float... targets) {
        return DataSet.of(new float[targets.length / width], 1, targets, width);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatDoesNotDescendIsRefused(double rate) {
        Loss loss = REGISTRY.loss("mean-squared-error");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NetworkTraining.of(loss, REGISTRY.optimizer("adam"), rate, TWO))
                .withMessage("optimizer.learningRate: must be greater than 0, got " + rate);
    }

    @Test
    void optionsThatAreForTablesAreNotPassedOver() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(
                        "mean-squared-error",
                        TrainingOptions.builder().validationFraction(0.1).build()))
                .withMessageStartingWith("training.validationFraction: is for trainings on tables");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(
                        "binary-cross-entropy",
                        TrainingOptions.builder()
                                .classWeights(ClassWeights.balanced())
                                .build()))
                .withMessageStartingWith("training.classWeights: are for trainings on tables");
    }

    @ParameterizedTest
    @CsvSource({
        "binary-cross-entropy, identity, use sigmoid",
        "binary-cross-entropy, tanh, use sigmoid",
        "categorical-cross-entropy, sigmoid, use softmax"
    })
    void outputsThatTheLossCannotJudgeAreRefused(String loss, String activation, String remedy) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(loss, TWO).run(network(2, activation), rows(2, 1, 0)))
                .withMessageStartingWith("network.layers[0].activation: " + loss + " needs ")
                .withMessageContaining(remedy);
    }

    @Test
    void oneClassIsNoChoice() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training("categorical-cross-entropy", TWO).run(network(1, "softmax"), rows(1, 1)))
                .withMessageStartingWith("network.layers[0].outputDim: must be at least 2");
    }

    @Test
    void targetsThatTheLossDoesNotTakeAreRefusedByRow() {
        assertTargets("binary-cross-entropy", "sigmoid", rows(1, 0, 1, 2), "got 2.0 in row 2");
        assertTargets("binary-cross-entropy", "sigmoid", rows(1, 0, Float.NaN), "got NaN in row 1");
        assertTargets("categorical-cross-entropy", "softmax", rows(2, 0, 1, 1, 1), "sums to 2.0 in row 1");
        assertTargets("mean-squared-error", "identity", rows(1, Float.POSITIVE_INFINITY), "got Infinity in row 0");
        DataSet fine = rows(2, 0, 1, 0.25f, 0.75f);
        assertThat(training("categorical-cross-entropy", TWO)
                        .run(network(2, "softmax"), fine)
                        .history())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training("categorical-cross-entropy", TWO)
                        .run(network(2, "softmax"), fine, Optional.of(rows(2, 3, 1))))
                .withMessageContaining("got 3.0 in row 0");
    }

    private static void assertTargets(String loss, String activation, DataSet data, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(loss, TWO).run(network(data.targetWidth(), activation), data))
                .withMessageStartingWith("network training: " + loss + " takes ")
                .withMessageEndingWith(message);
    }

    private record Told(String name, List<String> told) implements TrainingListener {
        @Override
        public void epochEnded(EpochRecord epoch) {
            told.add(name + epoch.epoch());
        }
    }

    /** Wants every batch too. */
    private record Batches(List<String> told) implements TrainingListener {
        @Override
        public boolean wantsBatches() {
            return true;
        }

        @Override
        public void batchEnded(BatchProgress progress) {
            told.add("batch");
        }
    }

    @Test
    void listenersOfBareNumbersAddUpInOrder() {
        List<String> told = new ArrayList<>();
        training("mean-squared-error", TWO)
                .withListener(new Told("a", told))
                .withListener(new Batches(told))
                .withListener(new Told("b", told))
                .run(network(1, "identity"), rows(1, 1, 2));
        assertThat(told).containsExactly("batch", "a1", "b1", "batch", "a2", "b2");
    }

    @Test
    void listenersAndCancellationsOfATableAddUp() {
        Experiment experiment = Experiment.builder()
                .target("y")
                .loss("mean-squared-error")
                .dense(1, "identity")
                .options(TrainingOptions.builder().epochs(5).build())
                .build();
        Table table = Tables.of(experiment::cellType, "x,y", "1,2", "2,4");
        List<String> told = new ArrayList<>();
        Training training = Training.of(experiment)
                .withListener(new Told("a", told))
                .withListener(new Told("b", told))
                .withCancellation(() -> told.size() >= 4)
                .withCancellation(() -> false);
        assertThat(training.run(table).stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(told).containsExactly("a1", "b1", "a2", "b2");
    }

    @Test
    void aSecondKeeperOfCheckpointsIsRefusedAndNotPutInThePlaceOfTheFirst() {
        Experiment experiment =
                Experiment.builder().target("y").dense(1, "sigmoid").build();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Training.of(experiment).withCheckpoints(1, kept -> {}).withCheckpoints(1, kept -> {}))
                .withMessageStartingWith("training: its checkpoints are handed out already");
        assertThatIllegalStateException()
                .isThrownBy(() -> training("mean-squared-error", TWO)
                        .withStateKeeping(new StateKeeping(1, kept -> {}))
                        .withStateKeeping(new StateKeeping(1, kept -> {})))
                .withMessageStartingWith("network training: its states are handed out already");
    }

    @Test
    void optionsThatCannotBeAreRefusedByTheirBuilders() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TrainingOptions.builder().epochs(0).build())
                .withMessageStartingWith("training.epochs: ");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EarlyStopping.builder().patience(0).build())
                .withMessageStartingWith("training.earlyStopping.patience: ");
        assertThat(TrainingOptions.builder().build()).isEqualTo(TrainingOptions.defaults());
        assertThat(EarlyStopping.builder().build()).isEqualTo(EarlyStopping.defaults());
    }
}
