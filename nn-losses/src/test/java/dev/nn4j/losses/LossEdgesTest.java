// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.Loss;
import org.junit.jupiter.api.Test;

class LossEdgesTest {
    private static final Loss BINARY = new BinaryCrossEntropy();
    private static final Loss CATEGORICAL = new CategoricalCrossEntropy();
    private static final Loss OVER_SIGMOID = BINARY.overLogits("sigmoid").orElseThrow();
    private static final Loss OVER_SOFTMAX = CATEGORICAL.overLogits("softmax").orElseThrow();

    private static double loss(Loss loss, float[] y, float... t) {
        double[] rowLoss = new double[1];
        loss.loss(y, t, rowLoss, 0, y.length, y.length);
        return rowLoss[0];
    }

    private static float[] gradient(Loss loss, float[] y, float... t) {
        float[] dy = new float[y.length];
        loss.gradient(y, t, dy, 0, y.length, y.length);
        return dy;
    }

    private static float[] row(float... values) {
        return values;
    }

    @Test
    void a_probability_of_zero_or_one_costs_nothing_or_one_hundred() {
        assertThat(loss(BINARY, row(0), 0)).isZero();
        assertThat(loss(BINARY, row(1), 1)).isZero();
        assertThat(loss(BINARY, row(0), 1)).isEqualTo(100);
        assertThat(loss(BINARY, row(1), 0)).isEqualTo(100);
        assertThat(loss(CATEGORICAL, row(1, 0), 1, 0)).isZero();
        assertThat(loss(CATEGORICAL, row(1, 0), 0, 1)).isEqualTo(100);
    }

    @Test
    void a_probability_of_zero_has_the_gradient_of_the_least_denominator() {
        assertThat(gradient(BINARY, row(0), 1)).containsExactly(-1 / 1e-12f);
        assertThat(gradient(CATEGORICAL, row(1, 0), 0, 1)).containsExactly(-0f, -1 / 1e-12f);
    }

    @Test
    void probabilities_beyond_their_interval_give_finite_losses() {
        assertThat(loss(BINARY, row(-3, 5), 1, 0)).isFinite();
        assertThat(loss(CATEGORICAL, row(-3, 5), 1, 0)).isFinite();
    }

    @Test
    void a_small_probability_keeps_its_digits() {
        assertThat(loss(BINARY, row(1e-10f), 0)).isCloseTo(1e-10, within(1e-16));
    }

    @Test
    void wrong_logits_cost_their_size_without_bound() {
        assertThat(loss(OVER_SIGMOID, row(1000), 0)).isEqualTo(1000);
        assertThat(loss(OVER_SIGMOID, row(-1e30f), 1)).isEqualTo(1e30f);
        assertThat(loss(OVER_SOFTMAX, row(1000, 0, -1000), 0, 0, 1)).isEqualTo(2000);
        assertThat(loss(OVER_SOFTMAX, row(1e30f, -1e30f), 0, 1)).isEqualTo(2 * (double) 1e30f);
    }

    @Test
    void wrong_logits_keep_a_full_gradient() {
        assertThat(gradient(OVER_SIGMOID, row(1000, -1e30f), 0, 1)).containsExactly(0.5f, -0.5f);
        assertThat(gradient(OVER_SOFTMAX, row(1000, 0, -1000), 0, 0, 1)).containsExactly(1, 0, -1);
    }

    @Test
    void right_logits_cost_little_but_not_nothing() {
        assertThat(loss(OVER_SIGMOID, row(20), 1)).isCloseTo(2.0611536e-9, within(1e-15));
        assertThat(loss(OVER_SOFTMAX, row(20, 0), 1, 0)).isCloseTo(2.0611536e-9, within(1e-15));
    }

    @Test
    void soft_targets_weigh_the_classes() {
        double even = StrictMath.log(2);
        assertThat(loss(OVER_SOFTMAX, row(7, 7), 0.25f, 0.75f)).isCloseTo(even, within(1e-12));
        assertThat(gradient(OVER_SOFTMAX, row(7, 7), 0.25f, 0.75f)).containsExactly(0.25f, -0.25f);
    }

    @Test
    void only_the_matching_activation_has_a_form_over_logits() {
        assertThat(BINARY.overLogits("softmax")).isEmpty();
        assertThat(CATEGORICAL.overLogits("sigmoid")).isEmpty();
        assertThat(new MeanSquaredError().overLogits("sigmoid")).isEmpty();
    }

    @Test
    void absolute_error_has_no_slope_at_its_kink() {
        assertThat(gradient(new MeanAbsoluteError(), row(3, 4), 3, 3)).containsExactly(0f, 0.5f);
    }

    @Test
    void huber_is_half_the_square_up_to_delta_and_linear_beyond() {
        Huber huber = new Huber(2);
        assertThat(loss(huber, row(2), 0)).isEqualTo(2);
        assertThat(loss(huber, row(-5), 0)).isEqualTo(8);
        assertThat(gradient(huber, row(1, -5), 0, 0)).containsExactly(0.5f, -1f);
    }

    @Test
    void a_quantile_costs_more_on_one_side() {
        Quantile high = new Quantile(0.75);
        assertThat(loss(high, row(1), 3)).isEqualTo(1.5);
        assertThat(loss(high, row(3), 1)).isEqualTo(0.5);
        assertThat(gradient(high, row(1, 3, 2), 3, 1, 2)).containsExactly(-0.25f, 0.25f / 3, 0f);
        assertThat(gradient(high, row(Float.NaN), 1)[0]).isNaN();
    }

    @Test
    void hinge_asks_for_a_margin_of_one() {
        Loss hinge = new Hinge().overLogits("sigmoid").orElseThrow();
        assertThat(loss(hinge, row(1), 1)).isZero();
        assertThat(loss(hinge, row(0.5f), 1)).isEqualTo(0.5);
        assertThat(loss(hinge, row(2), 0)).isEqualTo(3);
        assertThat(gradient(hinge, row(1.5f, 2), 1, 0)).containsExactly(0f, 0.5f);
    }

    @Test
    void a_count_of_zero_costs_its_rate() {
        assertThat(loss(new Poisson(), row(0), 0)).isZero();
        assertThat(loss(new Poisson(), row(2), 0)).isEqualTo(2);
        assertThat(loss(new Poisson(), row(0), 1)).isEqualTo(100);
    }

    @Test
    void the_divergence_of_a_distribution_from_itself_is_nothing() {
        assertThat(loss(new KullbackLeibler(), row(0.25f, 0.75f), 0.25f, 0.75f)).isCloseTo(0, within(1e-7));
    }

    @Test
    void a_large_error_costs_its_size_less_the_logarithm_of_two() {
        assertThat(loss(new LogCosh(), row(1e30f), 0)).isEqualTo((double) 1e30f);
        assertThat(loss(new LogCosh(), row(50), 0)).isCloseTo(50 - StrictMath.log(2), within(1e-12));
    }
}
