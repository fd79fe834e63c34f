// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingState;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.TwoSlopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The states that a training on bare numbers hands out, and going on from them. */
class ResumeTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final NetworkSpec SPEC = Architectures.inputs(4)
            .dense(6, "tanh")
            .dropout(0.3)
            .dense(1, "sigmoid")
            .spec();
    private static final DataSet DATA = Rows.binary(40, 4, 1);
    private static final Optional<DataSet> VALIDATION = Optional.of(Rows.binary(20, 4, 2));

    private final List<TrainingState> states = new ArrayList<>();

    private static NetworkTraining training(String optimizer, UnaryOperator<TrainingOptionsBuilder> change) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        REGISTRY.optimizer(optimizer),
                        0.05,
                        change.apply(TrainingOptions.builder().epochs(10).batchSize(8))
                                .build())
                .withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private NetworkTraining kept(NetworkTraining training, int every) {
        return training.withStateKeeping(new StateKeeping(every, states::add));
    }

    private static NetworkResult run(NetworkTraining training) {
        return training.run(Network.initialized(SPEC, 7), DATA, VALIDATION);
    }

    @Test
    void fromTheStateOfAnyEpochTheResultIsTheSame() {
        NetworkTraining training = training(
                "nadam",
                options -> options.schedule(new Schedules.Plateau("val_loss", 0.5, 0, 0.01, 0))
                        .earlyStopping(EarlyStopping.builder()
                                .monitor(Monitor.VALIDATION_ACCURACY)
                                .patience(4)
                                .minDelta(0.01)
                                .factor(1.5)
                                .ties(EarlyStopping.Ties.LAST)
                                .build()));
        NetworkResult whole = run(kept(training, 1));

        assertThat(states).hasSize(whole.history().size());
        for (TrainingState state : states) {
            NetworkResult resumed = training.resume(state, DATA, VALIDATION);
            assertThat(resumed.network().parameters()).isEqualTo(whole.network().parameters());
            assertThat(untimed(resumed)).isEqualTo(untimed(whole));
            assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
            assertThat(resumed.stopReason()).isEqualTo(whole.stopReason());
        }
    }

    @Test
    void aNetworkOfLayersOfEveryKindGoesOnToTheSameBits() {
        Network fresh = Network.initialized(
                Architectures.inputs(4)
                        .layer(new CategoryEmbeddingSpec().on(List.of(3), List.of(2)))
                        .layer(new PeriodicEmbeddingSpec())
                        .scale()
                        .dense(6, "identity")
                        .layer(new ParametricSpec(REGISTRY.activation("selu")))
                        .layer(new ActivationSpec(new TwoSlopes()))
                        .layerNormalization()
                        .batchNormalization()
                        .activation("relu")
                        .dropout(0.3)
                        .activation("softmax")
                        .residual(2)
                        .residual(4)
                        .dataDriven(5, "selu")
                        .dense(1, "sigmoid")
                        .spec(),
                7);
        NetworkTraining training = training("adam", options -> options);
        NetworkResult whole = kept(training, 4).run(fresh, DATA, VALIDATION);

        assertThat(training.resume(states.get(0), DATA, VALIDATION).network().parameters())
                .isEqualTo(whole.network().parameters());
        assertThat(whole.network().parameters()).isNotEqualTo(fresh.parameters());
    }

    @Test
    void statesComeEverySoManyEpochsAndInTheEnd() {
        run(kept(training("adam", options -> options), 4));

        assertThat(states).extracting(TrainingState::epochs).containsExactly(4, 8, 10);
    }

    @Test
    void aCancelledTrainingHandsOutItsLastCompleteEpoch() {
        NetworkTraining training = training("adam", options -> options);
        NetworkResult whole = run(training);
        int[] batches = {0};

        NetworkResult cancelled = run(kept(training, 100).withCancellation(() -> ++batches[0] == 18));

        assertThat(cancelled.history()).hasSize(3);
        assertThat(states).extracting(TrainingState::epochs).containsExactly(3);
        assertThat(training.resume(states.get(0), DATA, VALIDATION).network().parameters())
                .isEqualTo(whole.network().parameters());
    }

    @Test
    void aResumedTrainingThatIsCancelledAtOnceHandsOutWhatItBeganWith() {
        run(kept(training("adam", options -> options), 5));
        TrainingState fifth = states.get(0);
        states.clear();

        kept(training("adam", options -> options), 1)
                .withCancellation(() -> true)
                .resume(fifth, DATA, VALIDATION);

        assertThat(states).extracting(TrainingState::epochs).containsExactly(5);
    }

    @Test
    void whatIsOverStaysOver() {
        UnaryOperator<TrainingOptionsBuilder> impatient = options -> options.earlyStopping(EarlyStopping.builder()
                .monitor(Monitor.LOSS)
                .patience(2)
                .minDelta(5)
                .build());
        NetworkResult stopped = run(kept(training("adam", impatient), 1));

        NetworkResult resumed = training("adam", impatient).resume(states.get(states.size() - 1), DATA, VALIDATION);

        assertThat(stopped.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(resumed.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(resumed.network().parameters()).isEqualTo(stopped.network().parameters());
    }

    @Test
    void timesOfEarlierEpochsAreNotKnown() {
        run(kept(training("adam", options -> options), 9));

        NetworkResult resumed = training("adam", options -> options).resume(states.get(0), DATA, VALIDATION);

        assertThat(resumed.history().subList(0, 9))
                .allSatisfy(epoch -> assertThat(epoch.seconds()).isEmpty());
        assertThat(resumed.history().get(9).seconds()).isPresent();
    }

    @Test
    void aStateOfAnotherTrainingIsRefused() {
        run(kept(training("momentum", options -> options), 10));
        TrainingState state = states.get(0);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> training("adam", options -> options).resume(state, DATA, VALIDATION))
                .withMessage("optimizer state: adam remembers [m, v] and [beta1_power, beta2_power], the state holds"
                        + " [velocity] and []");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> training("momentum", options -> options.earlyStopping(EarlyStopping.defaults()))
                        .resume(state, DATA, VALIDATION))
                .withMessage("training state: early stopping is asked for but not remembered");
    }

    @Test
    void anIntervalBelowOneIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new StateKeeping(0, state -> {}))
                .withMessage("checkpoints: must be at least 1 epoch apart, got 0");
    }

    private static List<EpochRecord> untimed(NetworkResult fit) {
        return fit.history().stream().map(EpochRecord::withoutTime).toList();
    }
}
