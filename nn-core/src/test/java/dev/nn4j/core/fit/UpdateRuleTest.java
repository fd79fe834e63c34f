// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.nn4j.api.Optimizer;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.network.LayerTensor.Role;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of parameters may be updated by rules of their own. */
class UpdateRuleTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Optimizer ADAMW = REGISTRY.optimizer("adamw");
    private static final UpdateRule USUAL = UpdateRule.of(ADAMW);
    /** So many parameters that threads share their update. */
    private static final NetworkSpec SPEC = Architectures.inputs(3)
            .dense(300, "tanh")
            .layerNormalization()
            .dense(300, "relu")
            .dense(1, "sigmoid")
            .spec();

    private static final DataSet DATA = Rows.binary(40, 3, 1);

    @Test
    @SuppressWarnings("NullAway") // what a program in another language may do
    void aRuleWithoutAnOptimizerIsRefusedInWords() {
        assertThatNullPointerException()
                .isThrownBy(() -> UpdateRule.of(null))
                .withMessage("update rule: the optimizer is null");
    }

    @Test
    void rangesLieSideBySideAndSayWhatTheyAreFor() {
        assertThat(SPEC.ranges())
                .containsExactly(
                        new ParameterRange(0, Role.WEIGHT, 0, 900),
                        new ParameterRange(0, Role.BIAS, 900, 1200),
                        new ParameterRange(1, Role.SCALE, 1200, 1500),
                        new ParameterRange(1, Role.SHIFT, 1500, 1800),
                        new ParameterRange(2, Role.WEIGHT, 1800, 91_800),
                        new ParameterRange(2, Role.BIAS, 91_800, 92_100),
                        new ParameterRange(3, Role.WEIGHT, 92_100, 92_400),
                        new ParameterRange(3, Role.BIAS, 92_400, 92_401));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theUsualRuleForEveryRangeChangesNothing(int threads) {
        float[] plain = trained(training(1));
        assertThat(trained(training(threads).withUpdateRules(range -> USUAL))).isEqualTo(plain);
        assertThat(trained(training(threads))).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void frozenRangesStayAndTheOthersMove(int threads) {
        float[] before = network().parameters();
        float[] after =
                trained(training(threads).withUpdateRules(range -> range.layer() == 2 ? USUAL.frozen() : USUAL));
        for (ParameterRange range : SPEC.ranges()) {
            float[] was = Arrays.copyOfRange(before, range.from(), range.to());
            float[] is = Arrays.copyOfRange(after, range.from(), range.to());
            if (range.layer() == 2) {
                assertThat(is).as("%s", range).isEqualTo(was);
            } else {
                assertThat(is).as("%s", range).isNotEqualTo(was);
            }
        }
    }

    @Test
    void weightDecayCanBeForWeightsAlone() {
        // One step of AdamW from 0 gradient moves a parameter by decay alone: w ← w − rate·decay·w.
        NetworkSpec line = Architectures.inputs(1).dense(1, "identity").spec();
        DataSet exact = DataSet.of(new float[] {1}, 1, new float[] {5}, 1);
        Network start = Network.of(line, new float[] {2, 3});
        NetworkTraining squares = NetworkTraining.of(
                REGISTRY.loss("mean-squared-error"),
                ADAMW,
                0.5,
                TrainingOptions.builder().epochs(1).build());
        UpdateRule decaying = USUAL.withHyperparameter("weightDecay", 0.1);
        UpdateRule bare = USUAL.withHyperparameter("weightDecay", 0.0);
        float[] after = squares.withUpdateRules(range -> range.role() == Role.WEIGHT ? decaying : bare)
                .run(start, exact)
                .network()
                .parameters();
        assertThat(after[0]).isEqualTo(2 - 0.5f * 0.1f * 2);
        assertThat(after[1]).isEqualTo(3);
    }

    @Test
    void aFactorIsOnTheRate() {
        NetworkSpec line =
                Architectures.inputs(1).denseWithoutBias(1, "identity").spec();
        DataSet one = DataSet.of(new float[] {1}, 1, new float[] {3}, 1);
        NetworkTraining descent = NetworkTraining.of(
                REGISTRY.loss("mean-squared-error"),
                REGISTRY.optimizer("gradient-descent"),
                0.25,
                TrainingOptions.builder().epochs(1).build());
        // The gradient of (w − 3)² at 1 is −4.
        UpdateRule half = UpdateRule.of(REGISTRY.optimizer("gradient-descent")).withRateFactor(0.5);
        NetworkResult fit = descent.withUpdateRules(range -> half).run(Network.of(line, new float[] {1}), one);
        assertThat(fit.network().parameters()).containsExactly(1.5f);
    }

    @Test
    void whatCannotShareTheMemoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withHyperparameter("beta1", 0.5))
                .withMessageContaining("change only hyperparameters that its memory does not depend on");
        NetworkTraining other =
                training(1).withUpdateRules(range -> UpdateRule.of(REGISTRY.optimizer("gradient-descent")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained(other))
                .withMessageStartingWith("update rule: gradient-descent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withHyperparameter("decay", 0.5))
                .withMessage("adamw: unknown parameter 'decay'; there is beta1, beta2, epsilon, weightDecay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.withRateFactor(-1))
                .withMessage("update rule: the rate's factor must be at least 0, got -1.0");
    }

    private static NetworkTraining training(int threads) {
        return NetworkTraining.of(
                        REGISTRY.loss("binary-cross-entropy"),
                        ADAMW,
                        0.01,
                        TrainingOptions.builder()
                                .epochs(2)
                                .batchSize(16)
                                .seed(3)
                                .build())
                .withExecution(new Execution(threads, KernelChoice.SCALAR));
    }

    private static Network network() {
        return Network.initialized(SPEC, 3);
    }

    private static float[] trained(NetworkTraining training) {
        return training.run(network(), DATA).network().parameters();
    }
}
