// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/** How far two columns say the same, from 0 to 1, less what chance alone would give. */
public final class ChanceCorrected {
    private ChanceCorrected() {}

    /**
     * Cramér's V of two columns of categories (Bergsma 2013).
     *
     * @param phiSquared χ² over the number of rows
     * @param k categories of one that occur
     * @param r categories of the other that occur
     * @param rows of both
     */
    public static double cramer(double phiSquared, double k, double r, double rows) {
        double phiOfChance = (k - 1) * (r - 1) / (rows - 1);
        double least = Math.min(k - 1 - (k - 1) * (k - 1) / (rows - 1), r - 1 - (r - 1) * (r - 1) / (rows - 1));
        double square = (phiSquared - phiOfChance) / least;
        return rows < 2 || !(square > 0) || !(least > 0) ? 0 : Math.min(1, Math.sqrt(square));
    }

    /**
     * The correlation ratio of numbers and groups, the root of ε² (Kelley 1935).
     *
     * @param within the share of the numbers' variance that is within groups
     * @param groups that occur
     * @param rows of both
     */
    public static double correlationRatio(double within, double groups, double rows) {
        return rows <= groups ? 0 : Math.sqrt(Math.max(0, 1 - within * (rows - 1) / (rows - groups)));
    }
}
