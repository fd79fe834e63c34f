// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

/**
 * Watches the numbers of a column for whether floats will do to keep them. They do where all are multiples of 0.1, of 0.01
 * or of another such step that is coarser than the distance of floats: then each number is the multiple nearest to its
 * float, and no two have one float. What else comes, such as a time in milliseconds, needs its {@link FloatRest} kept
 * too. Not safe for several threads.
 *
 * @since 0.1.0
 */
public final class DecimalGrid {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
    /** Up to here a float holds every whole number. */
    private static final double MOST_WHOLE = 1 << 24;

    private int decimals;
    private double most;

    /** Has seen none yet. */
    public DecimalGrid() {}

    /**
     * Sees the next number.
     *
     * @param number NaN where there is none
     * @return whether floats and {@link #decimals} give back this number and all before it; if not, the grid stays that
     *     of those before
     */
    public boolean take(double number) {
        if (Double.isNaN(number)) {
            return true;
        }
        if (Math.abs(number) <= most && onGrid(number, decimals) == number) {
            return true;
        }
        double magnitude = Math.max(most, Math.abs(number));
        for (int d = decimals; d < POWERS.length; d++) {
            if (isCoarse(d, magnitude) && onGrid(number, d) == number) {
                decimals = d;
                most = magnitude;
                return true;
            }
        }
        return (float) number == 0; // too small for any float: no rest gives it back either
    }

    /**
     * Sees all numbers that another grid took, as if they came here: it is the same in whatever order numbers come.
     *
     * @return as {@link #take} says of each
     */
    boolean takeAll(DecimalGrid others) {
        int finest = Math.max(decimals, others.decimals);
        double magnitude = Math.max(most, others.most);
        if (!isCoarse(finest, magnitude)) {
            return false;
        }
        decimals = finest;
        most = magnitude;
        return true;
    }

    /** How many decimals the numbers taken have, at most; at least 0. */
    public int decimals() {
        return decimals;
    }

    /** The number with so many decimals, of a grid that took it, whose nearest float this is. */
    public static double number(float nearest, int decimals) {
        return onGrid(nearest, decimals);
    }

    /** Whether so many decimals are a number that {@link #decimals} can give. */
    public static boolean has(long decimals) {
        return decimals >= 0 && decimals < POWERS.length;
    }

    /** Both are exact below 2^53, so that the quotient is the double nearest to the decimal number. */
    private static double onGrid(double number, int decimals) {
        return Math.rint(number * POWERS[decimals]) / POWERS[decimals];
    }

    private static boolean isCoarse(int decimals, double magnitude) {
        return decimals == 0 ? magnitude <= MOST_WHOLE : 1 / POWERS[decimals] > Math.ulp((float) magnitude);
    }
}
