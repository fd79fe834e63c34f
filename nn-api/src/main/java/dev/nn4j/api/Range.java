// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import dev.nn4j.api.math.ShortestDecimal;

/**
 * An interval of numbers. NaN lies in none; infinity only in one whose end is infinite and included.
 *
 * @param low lower end
 * @param lowIncluded whether {@code low} itself belongs to it
 * @param high upper end
 * @param highIncluded whether {@code high} itself belongs to it
 * @since 0.1.0
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
    /** Refuses an interval that holds nothing. */
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("range: low must not exceed high, got " + low + " and " + high);
        }
        if (low == high && !(lowIncluded && highIncluded)) {
            throw new IllegalArgumentException("range: (" + end(low) + ", " + end(high) + ") holds no number");
        }
    }

    /** Every finite number. */
    public static Range finite() {
        return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    }

    /** {@code [low, high]}. */
    public static Range closed(double low, double high) {
        return new Range(low, true, high, true);
    }

    /** {@code (low, high)}. */
    public static Range open(double low, double high) {
        return new Range(low, false, high, false);
    }

    /** {@code [low, high)}. */
    public static Range closedOpen(double low, double high) {
        return new Range(low, true, high, false);
    }

    /** Finite numbers of at least {@code low}. */
    public static Range atLeast(double low) {
        return new Range(low, true, Double.POSITIVE_INFINITY, false);
    }

    /** Finite numbers greater than {@code low}. */
    public static Range greaterThan(double low) {
        return new Range(low, false, Double.POSITIVE_INFINITY, false);
    }

    /** Whether {@code value} lies in this interval. */
    public boolean contains(double value) {
        boolean aboveLow = lowIncluded ? value >= low : value > low;
        boolean belowHigh = highIncluded ? value <= high : value < high;
        return aboveLow && belowHigh;
    }

    /**
     * Whether a number of this interval stays what it is when it is rounded to a float: not 0 or infinite if it was
     * neither, and not an end that is left out.
     */
    boolean keepsAsFloat(double value) {
        float rounded = (float) value;
        boolean atLow = !lowIncluded && rounded <= low;
        boolean atHigh = !highIncluded && rounded >= high;
        return Float.isFinite(rounded) && (rounded != 0 || value == 0) && !atLow && !atHigh;
    }

    /** As people read it after "must be": {@code in [0, 1]}, {@code at least 1}, {@code finite}. */
    public String inWords() {
        boolean unboundedLow = low == Double.NEGATIVE_INFINITY && !lowIncluded;
        boolean unboundedHigh = high == Double.POSITIVE_INFINITY && !highIncluded;
        if (unboundedLow && unboundedHigh) {
            return "finite";
        }
        if (unboundedHigh) {
            return (lowIncluded ? "at least " : "greater than ") + end(low);
        }
        return "in " + this;
    }

    /** In interval notation: {@code [0, 1)}. */
    @Override
    public String toString() {
        return (lowIncluded ? "[" : "(") + end(low) + ", " + end(high) + (highIncluded ? "]" : ")");
    }

    private static String end(double value) {
        return value == (long) value ? Long.toString((long) value) : ShortestDecimal.text(value);
    }
}
