// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/**
 * How often a class was decided for and met, in rows or their weights.
 *
 * @param right decided for and met
 * @param decided decided for
 * @param met met
 */
public record Hits(double right, double decided, double met) {
    /** Of those decided for, the share that is right; 0 if there are none. */
    public double precision() {
        return ratio(right, decided);
    }

    /** Of those met, the share that was decided for; 0 if there are none. */
    public double recall() {
        return ratio(right, met);
    }

    /** The harmonic mean of precision and recall; 0 if both are. */
    public double f1() {
        double precision = precision();
        double recall = recall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
