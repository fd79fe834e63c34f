// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core;

/**
 * Between what the truth is said to lie, in the target's own units.
 *
 * @param low the lower end
 * @param high the upper end
 * @since 0.1.0
 */
public record Interval(double low, double high) {
    /** Whether a number lies in it, its ends included. */
    public boolean contains(double number) {
        return number >= low && number <= high;
    }

    /** How wide it is. */
    public double width() {
        return high - low;
    }
}
