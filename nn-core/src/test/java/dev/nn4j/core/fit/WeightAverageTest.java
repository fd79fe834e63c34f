// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.EarlyStopping;
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

/** A running mean of the weights may be what a training is judged by and what it gives. */
class WeightAverageTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final NetworkSpec SPEC = Architectures.inputs(4)
            .dense(6, "tanh")
            .batchNormalization()
            .dense(1, "sigmoid")
            .spec();
    private static final DataSet DATA = Rows.binary(40, 4, 1);
    private static final DataSet VALIDATION = Rows.binary(30, 4, 2);

    private final List<TrainingState> states = new ArrayList<>();

    @Test
    void itFollowsTheWeightsStepByStep() {
        NetworkResult whole = run(training(3, options -> options.batchSize(TrainingOptions.FULL_BATCH)));

        // One step to an epoch: (1 + k)/(10 + k) is less than 0.9 in each of them.
        float[] mean = network().parameters();
        for (int k = 1; k <= 3; k++) {
            float takes = (float) (1 - (1.0 + k) / (10.0 + k));
            float[] weights = states.get(k - 1).network().parameters();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += takes * (weights[i] - mean[i]);
            }
        }
        assertThat(whole.network().parameters())
                .isEqualTo(mean)
                .isNotEqualTo(states.get(2).network().parameters());
        assertThat(states.get(2).average().orElseThrow().parameters()).isEqualTo(mean);
    }

    @Test
    void theWeightsAreTrainedAsWithoutIt() {
        run(training(4, options -> options));
        NetworkResult plain = training(4, options -> options.averageWeights(0)).run(network(), DATA);
        assertThat(states.get(3).network().parameters())
                .isEqualTo(plain.network().parameters());
    }

    @Test
    void validationAndEarlyStoppingTakeTheMean() {
        NetworkResult stopped = run(training(
                30,
                options -> options.earlyStopping(
                        EarlyStopping.builder().patience(3).build())));

        Network best = states.get(stopped.bestEpoch() - 1).average().orElseThrow();
        assertThat(stopped.network().parameters()).isEqualTo(best.parameters());
        float[] outputs = new float[VALIDATION.rows()];
        float[] inputs = new float[VALIDATION.rows() * 4];
        float[] targets = new float[VALIDATION.rows()];
        VALIDATION.newReader().read(0, VALIDATION.rows(), inputs, targets);
        best.predict(inputs, VALIDATION.rows(), outputs, best.newScratch());
        double loss = 0;
        for (int row = 0; row < outputs.length; row++) {
            loss -= Math.log(targets[row] == 1 ? outputs[row] : 1 - outputs[row]) / outputs.length;
        }
        EpochRecord record = stopped.history().get(stopped.bestEpoch() - 1);
        assertThat(record.validationLoss().orElseThrow()).isCloseTo(loss, within(1e-5));
    }

    @Test
    void fromTheStateOfAnyEpochTheResultIsTheSame() {
        NetworkTraining training = training(6, options -> options);
        NetworkResult whole = run(training);
        for (TrainingState state : states) {
            NetworkResult resumed = training.resume(state, DATA, Optional.of(VALIDATION));
            assertThat(resumed.network().parameters()).isEqualTo(whole.network().parameters());
        }
    }

    @Test
    void aCancelledTrainingGivesTheMeanAfterTheLastCompleteEpoch() {
        int[] batches = {0};
        NetworkResult cancelled =
                run(training(6, options -> options).withCancellation(() -> ++batches[0] == 3 * 5 + 2));

        assertThat(cancelled.history()).hasSize(3);
        assertThat(cancelled.network().parameters())
                .isEqualTo(states.get(2).average().orElseThrow().parameters());
    }

    @Test
    void aStateWithoutTheMeanIsRefused() {
        run(training(2, options -> options.averageWeights(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(3, options -> options).resume(states.get(0), DATA, Optional.empty()))
                .withMessage("training state: a mean of the weights is asked for but not remembered");
    }

    private NetworkResult run(NetworkTraining training) {
        return training.withStateKeeping(new StateKeeping(1, states::add))
                .run(network(), DATA, Optional.of(VALIDATION));
    }

    private static NetworkTraining training(int epochs, UnaryOperator<TrainingOptionsBuilder> change) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        REGISTRY.optimizer("adam"),
                        0.05,
                        change.apply(TrainingOptions.builder()
                                        .epochs(epochs)
                                        .batchSize(8)
                                        .averageWeights(0.9))
                                .build())
                .withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static Network network() {
        return Network.initialized(SPEC, 7);
    }
}
