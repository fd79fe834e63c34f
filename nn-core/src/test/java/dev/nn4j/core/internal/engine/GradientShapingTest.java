// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.layer.DenseLayer;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.table.WordArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One unit with weights 3, −2 and 0 and bias 5 on the row 1, 2, 0 with target 0: y = 4 and dW = 8, 16, 0, db = 8. */
class GradientShapingTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @Test
    void withoutPenaltiesAndLimitsTheGradientIsTheLosss() {
        assertThat(gradient(new Shaping(0, 0, 0, 0))).containsExactly(8, 16, 0, 8);
    }

    @Test
    void l2PullsWeightsAndNotBiases() {
        assertThat(gradient(new Shaping(0, 0.5, 0, 0))).containsExactly(9.5f, 15, 0, 8);
    }

    @Test
    void l1PullsWeightsByTheirSignAndNotBiases() {
        assertThat(gradient(new Shaping(0.25, 0, 0, 0))).containsExactly(8.25f, 15.75f, 0, 8);
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0,
                -0f,
                Float.MIN_VALUE,
                -Float.MIN_VALUE,
                Float.MIN_NORMAL,
                -1e-30f,
                0.5f,
                -3,
                Float.MAX_VALUE,
                -Float.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.NaN
            })
    void theSignIsMathSignumsToTheBit(float weight) {
        assertThat(Float.floatToIntBits(DenseLayer.sign(weight))).isEqualTo(Float.floatToIntBits(Math.signum(weight)));
    }

    @Test
    void penaltiesAdd() {
        assertThat(gradient(new Shaping(0.25, 0.5, 0, 0))).containsExactly(9.75f, 14.75f, 0, 8);
    }

    @Test
    void everyElementIsLimitedByValueAfterPenalties() {
        assertThat(gradient(new Shaping(0, 0.5, 9, 0))).containsExactly(9, 9, 0, 8);
    }

    @Test
    void theWholeGradientIsScaledDownToTheNorm() {
        float[] clipped = gradient(new Shaping(0, 0, 0, 1));
        double norm = Math.sqrt(384);
        assertThat((double) clipped[0]).isCloseTo(8 / norm, within(1e-7));
        assertThat((double) clipped[1]).isCloseTo(16 / norm, within(1e-7));
        assertThat((double) clipped[3]).isCloseTo(8 / norm, within(1e-7));
    }

    @Test
    void aGradientWithinTheNormKeepsItsBits() {
        assertThat(gradient(new Shaping(0, 0, 0, 19.6))).containsExactly(8, 16, 0, 8);
    }

    @Test
    void valuesAreLimitedBeforeTheNorm() {
        float[] clipped = gradient(new Shaping(0, 0, 8, Math.sqrt(48)));
        assertThat(clipped).containsExactly(new float[] {4, 4, 0, 4}, within(1e-6f));
    }

    private static float[] gradient(Shaping shaping) {
        NetworkSpec spec = Architectures.inputs(3).dense(1, "identity").spec();
        Batch batch = new Batch(DataSet.of(new float[] {1, 2, 0}, 3, new float[] {0}, 1));
        batch.moveTo(WordArray.of(new int[] {0}), 0, 1);
        try (Trainer trainer = new Trainer(
                spec,
                new float[] {3, -2, 0, 5},
                REGISTRY.loss("mean-squared-error"),
                REGISTRY.optimizer("gradient-descent"),
                shaping,
                0,
                new Execution(1, KernelChoice.SCALAR),
                1)) {
            double loss = trainer.step(batch, 0.1, 1, 1).loss();
            assertThat(loss).as("the data term, penalties out").isEqualTo(16);
            return trainer.gradient();
        }
    }
}
