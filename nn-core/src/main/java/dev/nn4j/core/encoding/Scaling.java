// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

/**
 * How columns are scaled before the network sees them.
 *
 * @since 0.1.0
 */
public enum Scaling {
    /** Left as they are. */
    NONE("none"),
    /** Mean subtracted, divided by the population deviation. */
    STANDARD("standard"),
    /** Minimum subtracted, divided by the range: [0, 1]. */
    MIN_MAX("min-max"),
    /**
     * Median subtracted, divided by the distance of the quartiles, or by half the range where the quartiles are one: a
     * few wild values change neither.
     */
    ROBUST("robust"),
    /**
     * As {@link #ROBUST}, then bent to within ±3 by {@code z / √(1 + (z/3)²)}: a wild value moves nothing far (Holzmüller
     * et al., <a href="https://arxiv.org/abs/2407.04491">Better by Default</a>, 2024). For inputs only: the way back
     * from near the bounds leads anywhere.
     */
    ROBUST_SMOOTH("robust-smooth");

    private final String word;

    Scaling(String word) {
        this.word = word;
    }

    /** As configurations and files say it: {@code min-max}. */
    public String word() {
        return word;
    }

    /**
     * Whether it goes by order statistics: a constant input is then 0 whatever comes, where others only shift it.
     *
     * @since 0.1.0
     */
    public boolean isRobust() {
        return this == ROBUST || this == ROBUST_SMOOTH;
    }

    /**
     * Whether values are bent to within bounds, which targets cannot be.
     *
     * @since 0.1.0
     */
    public boolean isBounded() {
        return this == ROBUST_SMOOTH;
    }
}
