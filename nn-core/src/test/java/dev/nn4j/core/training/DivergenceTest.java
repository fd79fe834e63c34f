// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.sample.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training that stops making sense says where it did. */
class DivergenceTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Loss SQUARES = REGISTRY.loss("mean-squared-error");
    private static final NetworkSpec SPEC =
            Architectures.inputs(3).dense(4, "relu").dense(1, "identity").spec();
    private static final String REMEDY =
            "; try a lower learning rate, scaled features (preprocessing.scaling) or gradient clipping";

    @Test
    void aHugeLearningRateNamesEpochBatchAndLayer() {
        TrainingDivergedException diverged = diverging(SPEC, SQUARES, 1e6, Rows.regression(40, 3, 1, 1), 8);
        assertThat(diverged.epoch()).isBetween(1, 5);
        assertThat(diverged.batch()).isBetween(1, 5);
        assertThat(diverged.place()).matches("layer [12] \\(dense, (4 units, relu|1 unit, identity)\\)");
        assertThat(diverged).hasMessageEndingWith(REMEDY);
    }

    @Test
    void aTargetThatWasNotScaledIsTheFirstThingToLookAt() {
        float[] targets = new float[40];
        Arrays.fill(targets, 3e30f);
        TrainingDivergedException diverged =
                diverging(SPEC, SQUARES, 0.01, DataSet.of(Rows.numbers(3 * 40, 1), 3, targets, 1), 8);
        assertThat(diverged)
                .hasMessageContaining(
                        "; scale the target (preprocessing.targetScaling), which is as large as 3.0E30, or try a"
                                + " lower learning rate, ");
    }

    @Test
    void aWeightThatOverflowsInAnEpochsLastStepIsNoticedAtItsEnd() {
        TrainingDivergedException diverged = diverging(SPEC, SQUARES, 3e38, Rows.regression(40, 3, 1, 1), 40);
        assertThat(diverged.epoch()).isEqualTo(1);
        assertThat(diverged.batch()).isEqualTo(1);
        assertThat(diverged).hasMessageContaining("a weight is not finite");
    }

    @Test
    void anActivationThatReturnsNanIsNamedWithItsLayer() {
        NetworkSpec spec = Architectures.inputs(3)
                .dense(4, "relu")
                .dense(2, new NanAtTheThird())
                .dense(1, "identity")
                .spec();
        TrainingDivergedException diverged = diverging(spec, SQUARES, 0.01, Rows.regression(40, 3, 1, 1), 8);
        assertThat(diverged)
                .hasMessage("training diverged in epoch 1, batch 3, at layer 2 (dense, 2 units, test:nan): an output is"
                        + " not finite" + REMEDY);
    }

    @Test
    void aLossThatReturnsNanIsNamed() {
        TrainingDivergedException diverged = diverging(SPEC, new NanLoss(), 0.01, Rows.regression(40, 3, 1, 1), 8);
        assertThat(diverged)
                .hasMessage("training diverged in epoch 1, batch 1, at loss test:nan-loss: the loss is not finite"
                        + REMEDY);
    }

    /** Its weights would not be finite after a step, for which the learning rate would be blamed. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anInputThatIsNotFiniteIsTheDatasFaultAndNamedByItsRow(float bad) {
        for (int row : new int[] {0, 600, 1999}) {
            float[] inputs = Rows.numbers(3 * 2000, 1);
            inputs[3 * row + 1] = bad;
            DataSet data = DataSet.of(inputs, 3, new float[2000], 1);
            NetworkTraining training = NetworkTraining.of(
                    SQUARES, REGISTRY.optimizer("gradient-descent"), 0.01, TrainingOptions.defaults());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> training.run(Network.initialized(SPEC, 3), data))
                    .withMessageStartingWith("network training: training data, row " + row + " (the first is 0): ")
                    .withMessageEndingWith("input 1 is " + bad + ", and must be finite");
        }
    }

    @Test
    void aLayerIsNamedWhoseOutputIsNotFiniteInTheFirstOfManyChunks() {
        float[] inputs = new float[3 * 2000];
        inputs[0] = Float.MAX_VALUE;
        inputs[1] = Float.MAX_VALUE;
        inputs[2] = -Float.MAX_VALUE;
        NetworkSpec spec = Architectures.inputs(3)
                .dense(4, "identity")
                .dense(1, "identity")
                .spec();
        assertThat(diverging(spec, SQUARES, 0.01, DataSet.of(inputs, 3, new float[2000], 1), 2000)
                        .place())
                .startsWith("layer ");
    }

    private static TrainingDivergedException diverging(
            NetworkSpec spec, Loss loss, double rate, DataSet data, int batchSize) {
        TrainingOptions options = TrainingOptions.builder()
                .epochs(5)
                .shuffle(false)
                .batchSize(batchSize)
                .build();
        NetworkTraining training = NetworkTraining.of(loss, REGISTRY.optimizer("gradient-descent"), rate, options);
        return catchThrowableOfType(
                TrainingDivergedException.class, () -> training.run(Network.initialized(spec, 3), data));
    }

    /** Gives NaN from its third batch on. */
    private static final class NanAtTheThird implements Activation {
        private int calls;

        @Override
        public String name() {
            return "test:nan";
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            calls++;
            Arrays.fill(a, from, to, calls < 3 ? 1 : Float.NaN);
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            Arrays.fill(dz, from, to, 0);
        }
    }

    private static final class NanLoss implements Loss {
        @Override
        public String name() {
            return "test:nan-loss";
        }

        @Override
        public TargetKind targets() {
            return TargetKind.NUMBERS;
        }

        @Override
        public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
            Arrays.fill(rowLoss, from / width, to / width, Double.NaN);
        }

        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            Arrays.fill(dy, from, to, 0);
        }
    }
}
