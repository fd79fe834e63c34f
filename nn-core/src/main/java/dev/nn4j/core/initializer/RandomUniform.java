// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.RandomStream;

/**
 * Even draws from a fixed interval, whatever the size of the layer; by default between −0.05 and 0.05, as in Keras.
 *
 * @param low least weight
 * @param high greatest weight, at least low
 * @since 0.1.0
 */
public record RandomUniform(double low, double high) implements Initializer {
    private static final Hyperparameter<Double> LOW =
            Hyperparameter.floatNumber("low", -0.05, Range.closed(-1e6, 1e6), "least weight");
    private static final Hyperparameter<Double> HIGH =
            Hyperparameter.floatNumber("high", 0.05, Range.closed(-1e6, 1e6), "greatest weight");

    /** Checks each, and that low does not exceed high. */
    public RandomUniform {
        LOW.check("random-uniform", low);
        HIGH.check("random-uniform", high);
        if (low > high) {
            throw new IllegalArgumentException(
                    "random-uniform: low must not exceed high, got low " + low + " and high " + high);
        }
    }

    /** With the default interval. */
    public RandomUniform() {
        this(LOW.defaultValue(), HIGH.defaultValue());
    }

    @Override
    public String name() {
        return "random-uniform";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(LOW, low).and(HIGH, high);
    }

    @Override
    public RandomUniform with(Hyperparameters values) {
        return new RandomUniform(values.get(LOW), values.get(HIGH));
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        WeightDraws.uniform(w, from, fanIn * fanOut, low, high, random);
    }
}
