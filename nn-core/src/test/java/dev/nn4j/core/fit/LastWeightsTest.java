// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An equal mean of the last weights, and rates that warm up. */
class LastWeightsTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final NetworkSpec SPEC =
            Architectures.inputs(4).dense(6, "tanh").dense(1, "sigmoid").spec();
    private static final DataSet DATA = Rows.binary(40, 4, 1);
    private static final Optional<DataSet> VALIDATION = Optional.of(Rows.binary(30, 4, 2));

    private final List<TrainingState> states = new ArrayList<>();

    private NetworkResult run(NetworkTraining training) {
        return training.withStateKeeping(new StateKeeping(1, states::add))
                .run(Network.initialized(SPEC, 1), DATA, VALIDATION);
    }

    private static NetworkTraining training(UnaryOperator<TrainingOptionsBuilder> change) {
        TrainingOptionsBuilder options = TrainingOptions.builder().epochs(6).batchSize(TrainingOptions.FULL_BATCH);
        return NetworkTraining.of(
                REGISTRY.loss("binary-cross-entropy"),
                REGISTRY.optimizer("adam"),
                0.05,
                change.apply(options).build());
    }

    /** One step to an epoch: of six the last three. */
    @Test
    void theResultIsTheEqualMeanOfTheLastWeights() {
        NetworkResult result = run(training(options -> options.averageLast(0.5)));

        float[] mean = states.get(3).network().parameters();
        for (int k = 2; k <= 3; k++) {
            float[] weights = states.get(2 + k).network().parameters();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (float) (1.0 / k) * (weights[i] - mean[i]);
            }
        }
        assertThat(result.network().parameters())
                .isEqualTo(mean)
                .isNotEqualTo(states.get(5).network().parameters());
        for (int epoch = 0; epoch < 4; epoch++) {
            assertThat(states.get(epoch).average().orElseThrow().parameters())
                    .isEqualTo(states.get(epoch).network().parameters());
        }
    }

    @Test
    void theLeastShareIsTheLastStep() {
        NetworkResult result = run(training(options -> options.averageLast(1e-9)));
        assertThat(result.network().parameters())
                .isEqualTo(states.get(5).network().parameters());
    }

    @Test
    void fromTheStateOfAnyEpochTheResultIsTheSame() {
        NetworkTraining training = training(options ->
                options.averageLast(0.4).batchSize(7).warmUp(0.3).schedule(new StepSchedules.FlatCosine(0.6)));
        NetworkResult whole = run(training);
        for (TrainingState state : states) {
            NetworkResult resumed = training.resume(state, DATA, VALIDATION);
            assertThat(resumed.network().parameters()).isEqualTo(whole.network().parameters());
            assertThat(rates(resumed)).isEqualTo(rates(whole));
        }
    }

    @Test
    void ratesWarmUpToWhatAnyScheduleSays() {
        List<Double> alone = rates(run(training(options -> options.warmUp(0.5))));
        List<Double> exponential = rates(run(training(options -> options.schedule(new Schedules.Exponential(0.5)))));
        List<Double> warmed = rates(run(training(
                options -> options.schedule(new Schedules.Exponential(0.5)).warmUp(0.5))));
        for (int epoch = 0; epoch < 6; epoch++) {
            double way = epoch / 6.0;
            double factor = way < 0.5 ? way / 0.5 : 1;
            assertThat(alone.get(epoch)).isEqualTo(0.05 * factor);
            assertThat(warmed.get(epoch)).isEqualTo(exponential.get(epoch) * factor);
        }
    }

    private static List<Double> rates(NetworkResult result) {
        return result.history().stream().map(EpochRecord::learningRate).toList();
    }

    @Test
    void whatHasNoSuchMeanIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(options -> options.averageLast(0.5).averageWeights(0.9)))
                .withMessage(
                        "training.averageLast: is another mean of the weights than averageWeights; leave one of the"
                                + " two out");
        NetworkSpec coupled = Architectures.inputs(4)
                .dense(6, "tanh")
                .batchNormalization()
                .dense(1, "sigmoid")
                .spec();
        NetworkTraining training = training(options -> options.averageLast(0.5));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training.run(Network.initialized(coupled, 1), DATA))
                .withMessage("training.averageLast: is not for a network with batch-normalization, whose running"
                        + " statistics are not those of the mean of the weights; use averageWeights or"
                        + " layer-normalization");
    }
}
