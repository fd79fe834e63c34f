// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

/**
 * The population stability index: Σ (a − e)·ln(a / e) over parts of which training rows had the share e and others have a.
 * Shares below {@value #LEAST_SHARE} count as that, and a part that neither has counts nothing.
 */
final class PopulationStability {
    static final double LEAST_SHARE = 1e-4;

    private final double expectedRows;
    private final double actualRows;
    private double sum;

    PopulationStability(long expectedRows, long actualRows) {
        this.expectedRows = expectedRows;
        this.actualRows = actualRows;
    }

    PopulationStability part(long expected, long actual) {
        if (expected > 0 || actual > 0) {
            double e = Math.max(LEAST_SHARE, expected / expectedRows);
            double a = Math.max(LEAST_SHARE, actual / actualRows);
            sum += (a - e) * StrictMath.log(a / e);
        }
        return this;
    }

    double index() {
        return sum;
    }
}
