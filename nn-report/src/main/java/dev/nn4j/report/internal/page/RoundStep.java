// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

/** Steps between the numbers of an axis: 1, 2 or 5 times a power of ten. */
public final class RoundStep {
    private static final int[] MULTIPLES = {1, 2, 5, 10};
    /** Because 0.3 / 3 is less than 0.1. */
    private static final double ROUNDING = 1e-9;

    private RoundStep() {}

    /** The smallest that is no less. */
    public static double atLeast(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (int multiple : MULTIPLES) {
            if (multiple * power >= least * (1 - ROUNDING)) {
                return multiple * power;
            }
        }
        return MULTIPLES[MULTIPLES.length - 1] * power;
    }

    /** The decimals that numbers need which are such steps apart. */
    public static int decimals(double step) {
        return (int) Math.max(0, Math.ceil(-StrictMath.log10(step) - ROUNDING));
    }
}
