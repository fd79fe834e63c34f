// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/**
 * RMSprop (Tieleman and Hinton 2012, lecture 6.5), uncentred.
 *
 * <p>{@code v ← decay·v + (1 − decay)·g²}, then {@code θ ← θ − η·g / (√v + epsilon)}.
 *
 * @param decay share of v kept in a step, in [0, 1); PyTorch calls it alpha
 * @param epsilon added to the denominator, greater than 0
 * @since 0.1.0
 */
public record RmsProp(double decay, double epsilon) implements Optimizer {
    private static final String NAME = "rmsprop";
    private static final List<String> ARRAYS = List.of("v");
    private static final Hyperparameter<Double> DECAY =
            Hyperparameter.floatNumber("decay", 0.99, Range.closedOpen(0, 1), "share of v kept in a step");
    private static final Hyperparameter<Double> EPSILON =
            Hyperparameter.floatNumber("epsilon", 1e-8, Range.greaterThan(0), "added to the denominator");

    /**
     * With the given values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public RmsProp {
        DECAY.check(NAME, decay);
        EPSILON.check(NAME, epsilon);
    }

    /** With the defaults 0.99 and 1e-8. */
    public RmsProp() {
        this(DECAY.defaultValue(), EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(DECAY, decay).and(EPSILON, epsilon);
    }

    @Override
    public RmsProp with(Hyperparameters values) {
        return new RmsProp(values.get(DECAY), values.get(EPSILON));
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
        float[] v = arrays[0];
        float eta = (float) rate;
        float keep = (float) decay;
        float take = (float) (1 - decay);
        float eps = (float) epsilon;
        for (int i = from; i < to; i++) {
            float square = keep * v[i] + take * g[i] * g[i];
            v[i] = square;
            w[i] -= eta * g[i] / ((float) Math.sqrt(square) + eps);
        }
    }
}
