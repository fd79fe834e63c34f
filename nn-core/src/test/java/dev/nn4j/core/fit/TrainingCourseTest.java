// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning rate, weight decay and dropout on their course over a training, and the batches it is made of. */
class TrainingCourseTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    /** So many parameters that threads share their update. */
    private static final NetworkSpec SPEC = Architectures.inputs(4)
            .layer(new ScaleSpec())
            .dense(300, "tanh")
            .dropout(0.3)
            .layerNormalization()
            .dense(300, "selu")
            .dropout(0.1)
            .dense(1, "sigmoid")
            .spec();

    private static final DataSet DATA = Rows.weighted(Rows.binary(75, 4, 1));
    private static final Optional<DataSet> VALIDATION = Optional.of(Rows.binary(20, 4, 2));

    /** Every option of this kind at once. */
    private static TrainingOptionsBuilder all(TrainingOptionsBuilder options) {
        return options.schedule(new StepSchedules.CosLog(2))
                .decaySchedule(new StepSchedules.FlatCosine(0.4))
                .dropoutSchedule(new StepSchedules.WarmUpCosine(0.2, 0.1))
                .fanInRates(true)
                .biasRate(0.1)
                .scaleRate(6)
                .slopeRate(0.2)
                .embeddingRate(0.3)
                .decayBiases(false)
                .batchSize(TrainingOptions.AUTO_BATCH)
                .averageWeights(0.9)
                .dropLast(true);
    }

    @Test
    void fromTheStateOfAnyEpochTheResultIsTheSame() {
        List<TrainingState> states = new ArrayList<>();
        NetworkTraining training = training(1, TrainingCourseTest::all);
        NetworkResult whole =
                training.withStateKeeping(new StateKeeping(1, states::add)).run(network(), DATA, VALIDATION);

        assertThat(states).hasSize(6);
        for (TrainingState state : states) {
            NetworkResult resumed = training.resume(state, DATA, VALIDATION);
            assertThat(resumed.network().parameters()).isEqualTo(whole.network().parameters());
            assertThat(rates(resumed)).isEqualTo(rates(whole));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsChangeNothing(int threads) {
        float[] one = trained(training(1, TrainingCourseTest::all));
        assertThat(trained(training(threads, TrainingCourseTest::all))).isEqualTo(one);
        assertThat(one).isNotEqualTo(trained(training(1, options -> options)));
    }

    @Test
    void aFactorThatStays1ChangesNothing() {
        UnaryOperator<TrainingOptionsBuilder> flat =
                options -> options.decaySchedule(new StepSchedules.FlatCosine(0.99))
                        .dropoutSchedule(new StepSchedules.FlatCosine(0.99))
                        .schedule(new StepSchedules.FlatCosine(0.99));
        assertThat(trained(training(2, flat))).isEqualTo(trained(training(2, options -> options)));
    }

    @Test
    void theHistorySaysTheRateOfAnEpochsLastStep() {
        NetworkResult fit = training(
                        1, options -> options.epochs(2).batchSize(25).schedule(new StepSchedules.WarmUpCosine(0.5, 0)))
                .run(network(), DATA);

        // Six steps: 0, ⅓, ⅔ of the rate, then 1, ¾ and ¼.
        assertThat(rates(fit).get(0)).isCloseTo(0.05 * 2 / 3, within(1e-12));
        assertThat(rates(fit).get(1)).isCloseTo(0.05 / 4, within(1e-12));
    }

    @Test
    void weightDecayFollowsItsSchedule() {
        // AdamW moves a parameter without gradient by its decay alone: w ← w − rate·decay·factor·w.
        NetworkSpec line =
                Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
        DataSet nothing = DataSet.of(new float[] {0, 0}, 1, new float[] {0, 0}, 1);
        NetworkTraining squares = NetworkTraining.of(
                REGISTRY.loss("mean-squared-error"),
                UpdateRule.of(REGISTRY.optimizer("adamw"))
                        .withHyperparameter("weightDecay", 0.5)
                        .optimizer(),
                0.5,
                TrainingOptions.builder()
                        .epochs(2)
                        .batchSize(1)
                        .decaySchedule(new StepSchedules.FlatCosine(0.5))
                        .build());
        float[] after = squares.run(Network.of(line, new float[] {64}), nothing)
                .network()
                .parameters();

        // Factors 1, 1, 1 and ½.
        assertThat(after[0]).isEqualTo(64 * 0.75f * 0.75f * 0.75f * 0.875f);
    }

    @Test
    void dropoutFollowsItsSchedule() {
        NetworkSpec plain =
                Architectures.inputs(4).dense(5, "tanh").dense(1, "sigmoid").spec();
        NetworkSpec dropping = Architectures.inputs(4)
                .dense(5, "tanh")
                .dropout(0.6)
                .dense(1, "sigmoid")
                .spec();
        NetworkTraining oneStep = training(
                1,
                options -> options.epochs(1)
                        .batchSize(TrainingOptions.FULL_BATCH)
                        .dropoutSchedule(new StepSchedules.WarmUpCosine(0.5, 0)));

        // The only step is the first, at which nothing is dropped.
        assertThat(trained(oneStep, dropping)).isEqualTo(trained(oneStep, plain));
        assertThat(trained(training(1, options -> options.epochs(1)), dropping))
                .isNotEqualTo(trained(training(1, options -> options.epochs(1)), plain));
    }

    @Test
    void aShortLastBatchIsLeftOutOnRequest() {
        NetworkTraining dropping = training(
                1, options -> options.epochs(1).batchSize(60).shuffle(false).dropLast(true));
        List<Long> rows = new ArrayList<>();
        NetworkResult fit = dropping.withListener(watching(rows)).run(network(), DATA);

        assertThat(rows).containsExactly(60L, 60L);
        assertThat(fit.network().parameters()).isNotEqualTo(network().parameters());
    }

    /** Notes of each batch the rows done and the rows of an epoch. */
    private static TrainingListener watching(List<Long> rows) {
        return new TrainingListener() {
            @Override
            public boolean wantsBatches() {
                return true;
            }

            @Override
            public void batchEnded(BatchProgress progress) {
                rows.add(progress.rowsDone());
                rows.add(progress.rows());
            }
        };
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NetworkTraining.of(
                        REGISTRY.loss("huber"),
                        REGISTRY.optimizer("adagrad"),
                        0.1,
                        TrainingOptions.builder()
                                .decaySchedule(new StepSchedules.FlatCosine())
                                .build()))
                .withMessage(
                        "training.decaySchedule: is for an optimizer with weightDecay, which adagrad does not have;"
                                + " take another, such as adamw, or leave the schedule out");
    }

    private static NetworkTraining training(int threads, UnaryOperator<TrainingOptionsBuilder> change) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        REGISTRY.optimizer("adamw"),
                        0.05,
                        change.apply(TrainingOptions.builder()
                                        .epochs(6)
                                        .batchSize(16)
                                        .seed(5))
                                .build())
                .withExecution(new Execution(threads, KernelChoice.SCALAR));
    }

    private static Network network() {
        return Network.initialized(SPEC, 7);
    }

    private static float[] trained(NetworkTraining training) {
        return training.run(network(), DATA, VALIDATION).network().parameters();
    }

    private static float[] trained(NetworkTraining training, NetworkSpec spec) {
        float[] same = Network.initialized(SPEC, 7).parameters();
        float[] start = new float[spec.parameterCount()];
        System.arraycopy(same, 4, start, 0, start.length);
        return training.run(Network.of(spec, start), DATA).network().parameters();
    }

    private static List<Double> rates(NetworkResult fit) {
        return fit.history().stream().map(EpochRecord::learningRate).toList();
    }
}
