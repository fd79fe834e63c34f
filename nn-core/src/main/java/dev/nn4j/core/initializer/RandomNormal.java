// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.RandomStream;

/**
 * Normal draws of a fixed deviation, whatever the size of the layer; by default N(0, 0.1²), the {@code randn × 0.1} of
 * many tutorials.
 *
 * @param mean of the weights
 * @param deviation standard deviation of the weights, not negative
 * @since 0.1.0
 */
public record RandomNormal(double mean, double deviation) implements Initializer {
    private static final Hyperparameter<Double> MEAN =
            Hyperparameter.floatNumber("mean", 0, Range.closed(-1e6, 1e6), "mean of the weights");
    private static final Hyperparameter<Double> DEVIATION =
            Hyperparameter.floatNumber("deviation", 0.1, Range.closed(0, 1e6), "standard deviation of the weights");

    /** Checks both. */
    public RandomNormal {
        MEAN.check("random-normal", mean);
        DEVIATION.check("random-normal", deviation);
    }

    /** With the default mean and deviation. */
    public RandomNormal() {
        this(MEAN.defaultValue(), DEVIATION.defaultValue());
    }

    @Override
    public String name() {
        return "random-normal";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(MEAN, mean).and(DEVIATION, deviation);
    }

    @Override
    public RandomNormal with(Hyperparameters values) {
        return new RandomNormal(values.get(MEAN), values.get(DEVIATION));
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        WeightDraws.normal(w, from, fanIn * fanOut, mean, deviation, random);
    }
}
