// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015).
 *
 * <p>With {@code g' = g + weightDecay·θ}: {@code m ← beta1·m + (1 − beta1)·g'}, {@code v ← beta2·v + (1 − beta2)·g'²},
 * then {@code θ ← θ − η·m̂ / (√v̂ + epsilon)} where {@code m̂ = m / (1 − beta1ᵏ)} and {@code v̂ = v / (1 − beta2ᵏ)}.
 *
 * @param beta1 share of m kept in a step, in [0, 1)
 * @param beta2 share of v kept in a step, in [0, 1)
 * @param epsilon added to the denominator, greater than 0
 * @param weightDecay pull towards zero through the gradient, at least 0; on every parameter, biases too
 * @since 0.1.0
 */
public record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    private static final String NAME = "adam";
    private static final List<String> SCALARS = List.of("beta1_power", "beta2_power");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Adam {
        Moments.BETA1.check(NAME, beta1);
        Moments.BETA2.check(NAME, beta2);
        Moments.EPSILON.check(NAME, epsilon);
        WeightDecay.COUPLED.check(NAME, weightDecay);
    }

    /** With the defaults: 0.9, 0.999, 1e-8, no weight decay. */
    public Adam() {
        this(
                Moments.BETA1.defaultValue(),
                Moments.BETA2.defaultValue(),
                Moments.EPSILON.defaultValue(),
                WeightDecay.COUPLED.defaultValue());
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
                .and(WeightDecay.COUPLED, weightDecay);
    }

    @Override
    public Adam with(Hyperparameters values) {
        return new Adam(
                values.get(Moments.BETA1),
                values.get(Moments.BETA2),
                values.get(Moments.EPSILON),
                values.get(WeightDecay.COUPLED));
    }

    @Override
    public Adam withWeightDecay(double value) {
        return new Adam(beta1, beta2, epsilon, value);
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
        float decay = (float) weightDecay;
        for (int i = from; i < to; i++) {
            float gradient = g[i] + decay * w[i];
            float mean = keepMean * m[i] + takeMean * gradient;
            float square = keepSquare * v[i] + takeSquare * gradient * gradient;
            m[i] = mean;
            v[i] = square;
            w[i] -= eta * mean / ((float) Math.sqrt(square) * root + eps);
        }
    }
}
