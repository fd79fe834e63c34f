// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.initializer;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Range;
import dev.nn4j.api.math.RandomStream;
import java.util.Arrays;

/**
 * All weights the same. Units that start alike stay alike, so this suits a network of a single layer, and trials.
 *
 * @param value of every weight; 0 unless one is given, as in Keras
 * @since 0.1.0
 */
public record Constant(double value) implements Initializer {
    private static final Hyperparameter<Double> VALUE =
            Hyperparameter.floatNumber("value", 0, Range.closed(-1e6, 1e6), "value of every weight");

    /** Checks the value. */
    public Constant {
        VALUE.check("constant", value);
    }

    /** With the default value. */
    public Constant() {
        this(VALUE.defaultValue());
    }

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(VALUE, value);
    }

    @Override
    public Constant with(Hyperparameters values) {
        return new Constant(values.get(VALUE));
    }

    @Override
    public void initialize(float[] w, int from, int fanIn, int fanOut, RandomStream random) {
        Arrays.fill(w, from, from + fanIn * fanOut, (float) value);
    }
}
