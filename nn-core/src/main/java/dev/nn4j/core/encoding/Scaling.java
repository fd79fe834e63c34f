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
    MIN_MAX("min-max");

    private final String word;

    Scaling(String word) {
        this.word = word;
    }

    /** As configurations and files say it: {@code min-max}. */
    public String word() {
        return word;
    }
}
