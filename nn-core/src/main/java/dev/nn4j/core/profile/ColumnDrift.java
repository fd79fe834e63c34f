// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.OptionalDouble;

/**
 * How far a column has moved from what training rows held.
 *
 * @param name of the column
 * @param psi the population stability index, at least 0: of numbers over tenths of the training rows, of texts over those
 *     that one row in a hundred had, with parts for the rarer ones, for new ones and for gaps
 * @param ks the Kolmogorov–Smirnov statistic, the largest distance of the two distribution functions, in [0, 1]; empty for
 *     texts, and where either side has no value. Where the profile has quantiles alone it is at most 1/200 too small
 * @param outside values that lie outside what training rows held
 * @param missingBefore share of the training rows without a value
 * @param missing share of the rows without a value
 * @since 0.1.0
 */
public record ColumnDrift(
        String name, double psi, OptionalDouble ks, long outside, double missingBefore, double missing) {
    private static final double SOME = 0.1;
    private static final double MUCH = 0.25;

    /** What a population stability index means, by the usual rule of thumb. */
    public enum Level {
        /** At most 0.1. */
        STEADY("steady"),
        /** More than 0.1: worth a look. */
        MOVED("moved"),
        /** More than 0.25: the model may no longer fit. */
        FAR("moved far");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** As reports name it. */
        public String word() {
            return word;
        }
    }

    /** What the index means. */
    public Level level() {
        if (psi > MUCH) {
            return Level.FAR;
        }
        return psi > SOME ? Level.MOVED : Level.STEADY;
    }
}
