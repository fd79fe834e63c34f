// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Range;
import java.util.List;

/** What Adam and its descendants declare alike: running means of the gradient (m) and of its square (v). */
final class Moments {
    static final Hyperparameter<Double> BETA1 =
            Hyperparameter.floatNumber("beta1", 0.9, Range.closedOpen(0, 1), "share of m kept in a step");
    static final Hyperparameter<Double> BETA2 =
            Hyperparameter.floatNumber("beta2", 0.999, Range.closedOpen(0, 1), "share of v kept in a step");
    static final Hyperparameter<Double> EPSILON =
            Hyperparameter.floatNumber("epsilon", 1e-8, Range.greaterThan(0), "added to the denominator");

    static final List<String> ARRAYS = List.of("m", "v");

    private Moments() {}

    /**
     * betaᵏ, by which m and v fall short because they start at zero. A power rather than a running product: it follows
     * from the step alone, so it neither gathers rounding errors nor needs a start other than zero. By squaring, because
     * {@code StrictMath.pow} allocates memory and a step must not.
     */
    static double power(double beta, long step) {
        double power = 1;
        double square = beta;
        for (long rest = step; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }

    /** The factor that makes √v unbiased. */
    static float rootCorrection(double beta2Power) {
        return (float) (1 / Math.sqrt(1 - beta2Power));
    }
}
