// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019).
 *
 * <p>{@code m ← beta1·m + (1 − beta1)·g}, {@code v ← beta2·v + (1 − beta2)·g²}, then {@code θ ← (1 − η·weightDecay)·θ −
 * η·m̂ / (√v̂ + epsilon)} where {@code m̂ = m / (1 − beta1ᵏ)} and {@code v̂ = v / (1 − beta2ᵏ)}: the decay does not pass
 * through the running means.
 *
 * @param beta1 share of m kept in a step, in [0, 1)
 * @param beta2 share of v kept in a step, in [0, 1)
 * @param epsilon added to the denominator, greater than 0
 * @param weightDecay pull towards zero beside the gradient, at least 0; on every parameter, biases too
 * @since 0.1.0
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    private static final String NAME = "adamw";
    private static final List<String> SCALARS = List.of("beta1_power", "beta2_power");
    private static final Hyperparameter<Double> WEIGHT_DECAY = Hyperparameter.floatNumber(
            "weightDecay", 0.01, Range.atLeast(0), "shrinks the parameter by learningRate times weightDecay in a step");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public AdamW {
        Moments.BETA1.check(NAME, beta1);
        Moments.BETA2.check(NAME, beta2);
        Moments.EPSILON.check(NAME, epsilon);
        WEIGHT_DECAY.check(NAME, weightDecay);
    }

    /** With the defaults: 0.9, 0.999, 1e-8, weight decay 0.01. */
    public AdamW() {
        this(
                Moments.BETA1.defaultValue(),
                Moments.BETA2.defaultValue(),
                Moments.EPSILON.defaultValue(),
                WEIGHT_DECAY.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(Moments.BETA1, beta1)
                .and(Moments.BETA2, beta2)
                .and(Moments.EPSILON, epsilon)
                .and(WEIGHT_DECAY, weightDecay);
    }

    @Override
    public AdamW with(Hyperparameters values) {
        return new AdamW(
                values.get(Moments.BETA1),
                values.get(Moments.BETA2),
                values.get(Moments.EPSILON),
                values.get(WEIGHT_DECAY));
    }

    @Override
    public AdamW withWeightDecay(double value) {
        return new AdamW(beta1, beta2, epsilon, value);
    }

    @Override
    public double defaultRate() {
        return 0.001;
    }

    @Override
    public List<String> stateArrays() {
        return Moments.ARRAYS;
    }

    @Override
    public List<String> stateScalars() {
        return SCALARS;
    }

    @Override
    public void prepare(double[] scalars, long step, double rate) {
        scalars[0] = Moments.power(beta1, step);
        scalars[1] = Moments.power(beta2, step);
    }

    @Override
    public void update(
            float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
        float[] m = arrays[0];
        float[] v = arrays[1];
        float eta = (float) (rate / (1 - scalars[0]));
        float root = Moments.rootCorrection(scalars[1]);
        float keepMean = (float) beta1;
        float takeMean = (float) (1 - beta1);
        float keepSquare = (float) beta2;
        float takeSquare = (float) (1 - beta2);
        float eps = (float) epsilon;
        float shrink = (float) (1 - rate * weightDecay);
        for (int i = from; i < to; i++) {
            float mean = keepMean * m[i] + takeMean * g[i];
            float square = keepSquare * v[i] + takeSquare * g[i] * g[i];
            m[i] = mean;
            v[i] = square;
            w[i] = shrink * w[i] - eta * mean / ((float) Math.sqrt(square) * root + eps);
        }
    }
}
