// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * Adagrad (Duchi, Hazan and Singer 2011).
 *
 * <p>{@code s ← s + g²}, then {@code θ ← θ − η·g / (√s + epsilon)}.
 *
 * @param epsilon added to the denominator, greater than 0
 * @since 0.1.0
 */
public record Adagrad(double epsilon) implements Optimizer {
    private static final String NAME = "adagrad";
    private static final List<String> ARRAYS = List.of("sum");
    private static final Hyperparameter<Double> EPSILON =
            Hyperparameter.floatNumber("epsilon", 1e-10, Range.greaterThan(0), "added to the denominator");

    /**
     * With the given value.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad {
        EPSILON.check(NAME, epsilon);
    }

    /** With the default 1e-10. */
    public Adagrad() {
        this(EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(EPSILON, epsilon);
    }

    @Override
    public Adagrad with(Hyperparameters values) {
        return new Adagrad(values.get(EPSILON));
    }

    @Override
    public double defaultRate() {
        return 0.01;
    }

    @Override
    public List<String> stateArrays() {
        return ARRAYS;
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float[] s = arrays[0];
        float eta = (float) rate;
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float sum = s[i] + g[i] * g[i];
            s[i] = sum;
            w[i] -= eta * g[i] / ((float) Math.sqrt(sum) + eps);
        }
    }
}
