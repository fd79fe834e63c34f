// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * One weight learns y = x from 0: after k epochs it is 1 − 0.9ᵏ. Validation wants it to be one half, which it is nearest
 * to after epoch 7 and leaves behind from then on.
 */
class EarlyStoppingTest {
    private static final int BEST = 7;
    private static final NetworkSpec SPEC =
            Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
    private static final DataSet TRAINING = DataSet.of(new float[] {1}, 1, new float[] {1}, 1);
    private static final DataSet VALIDATION = DataSet.of(new float[] {1}, 1, new float[] {0.5f}, 1);

    @Test
    void stopsAfterPatienceEpochsWithoutImprovementAndRestoresTheBestWeights() {
        NetworkResult fit =
                train(50, Optional.of(EarlyStopping.builder().patience(3).build()));
        assertThat(fit.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(fit.history()).hasSize(BEST + 3);
        assertThat(fit.bestEpoch()).isEqualTo(BEST);
        assertThat(fit.network().parameters())
                .isEqualTo(train(BEST, Optional.empty()).network().parameters());
    }

    @Test
    void withoutRestoringTheLastWeightsStay() {
        NetworkResult fit = train(
                50,
                Optional.of(
                        EarlyStopping.builder().patience(3).restoreBest(false).build()));
        assertThat(fit.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(fit.bestEpoch()).isEqualTo(BEST + 3);
        assertThat(fit.network().parameters())
                .isEqualTo(train(BEST + 3, Optional.empty()).network().parameters());
    }

    @Test
    void restoresTheBestWeightsAlsoWhenTheEpochsRunOut() {
        NetworkResult fit =
                train(BEST + 2, Optional.of(EarlyStopping.builder().patience(3).build()));
        assertThat(fit.stopReason()).isEqualTo(StopReason.COMPLETED);
        assertThat(fit.bestEpoch()).isEqualTo(BEST);
        assertThat(fit.network().parameters())
                .isEqualTo(train(BEST, Optional.empty()).network().parameters());
    }

    @Test
    void runningStatisticsOfTheBestEpochComeBackWithItsWeights() {
        NetworkSpec spec = Architectures.inputs(4)
                .batchNormalization()
                .dense(6, "tanh")
                .batchNormalization()
                .dense(1, "identity")
                .spec();
        DataSet training = Rows.regression(24, 4, 1, 1);
        Optional<DataSet> validation = Optional.of(Rows.regression(24, 4, 1, 2));
        NetworkResult stopped =
                normalized(40, Optional.of(EarlyStopping.defaults())).run(start(spec), training, validation);
        assertThat(stopped.bestEpoch()).isBetween(1, 39);
        NetworkResult best = normalized(stopped.bestEpoch(), Optional.empty()).run(start(spec), training, validation);
        assertThat(stopped.network().parameters()).isEqualTo(best.network().parameters());
    }

    private static Network start(NetworkSpec spec) {
        return Network.initialized(spec, 3);
    }

    private static NetworkTraining normalized(int epochs, Optional<EarlyStopping> rule) {
        TrainingOptionsBuilder options =
                TrainingOptions.builder().epochs(epochs).batchSize(8);
        rule.ifPresent(options::earlyStopping);
        return NetworkTraining.of(
                        ComponentRegistry.standard().loss("mean-squared-error"),
                        ComponentRegistry.standard().optimizer("adam"),
                        0.1,
                        options.build())
                .withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    @Test
    void onlyMoreThanTheDeltaCountsAsImprovement() {
        NetworkResult fit = train(
                50, Optional.of(EarlyStopping.builder().patience(2).minDelta(10).build()));
        assertThat(fit.history()).hasSize(3);
        assertThat(fit.bestEpoch()).isEqualTo(1);
    }

    @Test
    void aLossThatKeepsFallingNeverStops() {
        NetworkResult fit = train(
                20,
                Optional.of(EarlyStopping.builder()
                        .monitor(Monitor.LOSS)
                        .patience(1)
                        .build()));
        assertThat(fit.stopReason()).isEqualTo(StopReason.COMPLETED);
        assertThat(fit.history()).hasSize(20);
        assertThat(fit.bestEpoch()).isEqualTo(20);
    }

    @Test
    void anAccuracyIsWatchedUpwards() {
        EarlyStoppingWatch watch = new EarlyStoppingWatch(
                EarlyStopping.builder()
                        .monitor(Monitor.VALIDATION_ACCURACY)
                        .patience(2)
                        .build(),
                1);
        assertThat(watch.stopsAfter(accuracy(1, 0.5), new float[] {1})).isFalse();
        assertThat(watch.stopsAfter(accuracy(2, 0.7), new float[] {2})).isFalse();
        assertThat(watch.stopsAfter(accuracy(3, 0.6), new float[] {3})).isFalse();
        assertThat(watch.stopsAfter(accuracy(4, 0.7), new float[] {4})).isTrue();
        assertThat(watch.bestEpoch()).isEqualTo(2);
        assertThat(watch.bestParameters()).containsExactly(2);
    }

    @Test
    void aFactorWaitsForLongerTheLaterTheBestEpochWas() {
        NetworkResult fit = train(
                50, Optional.of(EarlyStopping.builder().patience(3).factor(2.5).build()));
        assertThat(fit.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(fit.history()).as("2.5 · 7 + 3, rounded up").hasSize(21);
        assertThat(fit.bestEpoch()).isEqualTo(BEST);
    }

    @Test
    void beforeAnyEpochWasGoodTheFactorDoesNotCount() {
        EarlyStoppingWatch watch = new EarlyStoppingWatch(
                EarlyStopping.builder().patience(2).factor(10).build(), 1);
        EpochRecord nothing = EpochRecord.builder(1).loss(1).build();
        assertThat(watch.stopsAfter(nothing, new float[] {1})).isFalse();
        assertThat(watch.stopsAfter(nothing, new float[] {1})).isTrue();
    }

    @Test
    void ofEquallyGoodEpochsTheLastIsKeptWhereThatIsAskedFor() {
        EarlyStoppingWatch watch = new EarlyStoppingWatch(
                EarlyStopping.builder()
                        .monitor(Monitor.VALIDATION_ACCURACY)
                        .patience(2)
                        .minDelta(0.05)
                        .ties(EarlyStopping.Ties.LAST)
                        .build(),
                1);
        assertThat(watch.stopsAfter(accuracy(1, 0.7), new float[] {1})).isFalse();
        assertThat(watch.stopsAfter(accuracy(2, 0.6), new float[] {2})).isFalse();
        assertThat(watch.stopsAfter(accuracy(3, 0.7), new float[] {3})).isFalse();
        assertThat(watch.bestParameters()).as("patience begins anew").containsExactly(3);
        assertThat(watch.stopsAfter(accuracy(4, 0.74), new float[] {4}))
                .as("better, but by less than counts")
                .isFalse();
        assertThat(watch.stopsAfter(accuracy(5, 0.69), new float[] {5})).isTrue();
        assertThat(watch.bestEpoch()).isEqualTo(3);
    }

    @Test
    void theDefaultWatchesTheValidationLossWithPatienceTen() {
        assertThat(EarlyStopping.defaults())
                .isEqualTo(EarlyStopping.builder().patience(10).build());
    }

    @Test
    void watchingValidationDataThatIsNotThereIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(5, Optional.of(EarlyStopping.defaults()), Optional.empty())
                        .run(zero(), TRAINING))
                .withMessage("training.earlyStopping.monitor: watches validation data, and there is none; set"
                        + " training.validationFraction, give validation data, or watch \"loss\"");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(5, Optional.empty(), Optional.of(new Schedules.Plateau()))
                        .run(zero(), TRAINING))
                .withMessageStartingWith("training.schedule.monitor: watches validation data, and there is none");
    }

    @Test
    void watchingAnAccuracyWhereNothingIsRightOrWrongIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> train(
                        5,
                        Optional.of(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_ACCURACY)
                                .patience(3)
                                .build())))
                .withMessage("training.earlyStopping.monitor: watches accuracy, which mean-squared-error does not have;"
                        + " watch \"loss\" or \"val_loss\"");
    }

    @Test
    void valuesThatCannotWorkAreRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EarlyStopping.builder()
                        .monitor(Monitor.LOSS)
                        .patience(0)
                        .build())
                .withMessage("training.earlyStopping.patience: must be a whole number at least 1, got 0");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EarlyStopping.builder()
                        .monitor(Monitor.LOSS)
                        .patience(1)
                        .minDelta(Double.NaN)
                        .build())
                .withMessage("training.earlyStopping.minDelta: must be at least 0, got NaN");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EarlyStopping.builder().factor(0.5).build())
                .withMessage("training.earlyStopping.factor: must be at least 1, got 0.5");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> EarlyStopping.builder().set("ties", "both").build())
                .withMessage("training.earlyStopping.ties: must be one of first, last, got both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarlyStopping.builder().set("patienc", 3))
                .withMessage("early stopping: unknown option 'patienc'; did you mean 'patience'?");
    }

    private static NetworkResult train(int epochs, Optional<EarlyStopping> stopping) {
        return training(epochs, stopping, Optional.empty()).run(zero(), TRAINING, Optional.of(VALIDATION));
    }

    private static NetworkTraining training(int epochs, Optional<EarlyStopping> stopping, Optional<Schedule> schedule) {
        ComponentRegistry registry = ComponentRegistry.standard();
        TrainingOptionsBuilder options = TrainingOptions.builder().epochs(epochs);
        stopping.ifPresent(options::earlyStopping);
        schedule.ifPresent(options::schedule);
        return NetworkTraining.of(
                        registry.loss("mean-squared-error"),
                        registry.optimizer("gradient-descent"),
                        0.05,
                        options.build())
                .withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static Network zero() {
        return Network.of(SPEC, new float[] {0});
    }

    private static EpochRecord accuracy(int epoch, double value) {
        return new EpochRecord(epoch, 1, OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.of(value), 0.1, 0);
    }
}
