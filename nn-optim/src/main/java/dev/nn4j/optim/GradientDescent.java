// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import java.util.List;

/**
 * Gradient descent: {@code θ ← θ − η·(g + weightDecay·θ)}.
 *
 * @param weightDecay pull towards zero, at least 0; on every parameter, biases too
 * @since 0.1.0
 */
public record GradientDescent(double weightDecay) implements Optimizer {
    private static final String NAME = "gradient-descent";

    /**
     * With the given value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public GradientDescent {
        WeightDecay.COUPLED.check(NAME, weightDecay);
    }

    /** Without weight decay. */
    public GradientDescent() {
        this(WeightDecay.COUPLED.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("sgd", "gd");
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(WeightDecay.COUPLED, weightDecay);
    }

    @Override
    public GradientDescent with(Hyperparameters values) {
        return new GradientDescent(values.get(WeightDecay.COUPLED));
    }

    @Override
    public GradientDescent withWeightDecay(double value) {
        return new GradientDescent(value);
    }

    @Override
    public double defaultRate() {
        return 0.01;
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float eta = (float) rate;
        float decay = (float) weightDecay;
        for (int i = from; i < to; i++) {
            w[i] -= eta * (g[i] + decay * w[i]);
        }
    }
}
