// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import java.util.OptionalDouble;

/**
 * How far a figure of one model is from that of another on the same rows.
 *
 * @param first the one, by its place among the models, from 0
 * @param second the other
 * @param difference the second's figure less the first's, in the metric's own units
 * @param standardError of the difference; empty where none is known, as of medians, or of a single row
 * @since 0.1.0
 */
public record PairedDifference(int first, int second, double difference, OptionalDouble standardError) {
    /** The quantile of the normal distribution between −z and z of which 95 % lie. */
    private static final double NORMAL_95 = 1.959963984540054;

    /** The lower end of the interval that has the true difference in 95 of 100 samples of rows. */
    public OptionalDouble low() {
        return at(-NORMAL_95);
    }

    /** The upper end of that interval. */
    public OptionalDouble high() {
        return at(NORMAL_95);
    }

    /** Whether the interval leaves zero out: the difference is more than the chance of the rows. */
    public boolean isClear() {
        return standardError.isPresent() && (low().getAsDouble() > 0 || high().getAsDouble() < 0);
    }

    private OptionalDouble at(double deviations) {
        return standardError.isPresent()
                ? OptionalDouble.of(difference + deviations * standardError.getAsDouble())
                : OptionalDouble.empty();
    }
}
