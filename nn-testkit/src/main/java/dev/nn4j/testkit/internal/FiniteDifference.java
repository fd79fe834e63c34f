// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Numerical derivative of a function that is computed in float: central differences with one step of Richardson
 * extrapolation, at halving step widths, of which the one with the least estimated error is taken (Ridders 1982). Large
 * steps suffer from curvature, small ones from rounding.
 *
 * <p>The estimated error also measures a kink: the gap between the slopes on both sides vanishes with the step width
 * where the function is smooth and stays where it is not. So at a kink every subgradient is within the error.
 */
final class FiniteDifference {
    /** Exact in float on a grid of 2⁻¹². */
    private static final double WIDEST_STEP = 0.25;

    private static final int HALVINGS = 8;

    /**
     * A derivative.
     *
     * @param value the best estimate
     * @param error how far the truth may lie, roughly
     */
    record Estimate(double value, double error) {
        /** Whether a derivative is within the error and one part in 250 of this one. */
        boolean agreesWith(double derivative) {
            return Math.abs(derivative - value) <= 4 * error + 0.004 * Math.abs(value);
        }
    }

    private FiniteDifference() {}

    /**
     * The derivative at zero.
     *
     * @param change δ ↦ f(x + δ) − f(x)
     * @param noise absolute rounding error of {@code change}
     */
    static Estimate atZero(DoubleUnaryOperator change, double noise) {
        Estimate best = new Estimate(0, Double.POSITIVE_INFINITY);
        Slopes wide = Slopes.of(change, WIDEST_STEP);
        for (int k = 1; k <= HALVINGS; k++) {
            double step = Math.scalb(WIDEST_STEP, -k);
            Slopes narrow = Slopes.of(change, step);
            double value = (4 * narrow.central() - wide.central()) / 3;
            double curvature = Math.abs(value - narrow.central());
            double kink = Math.abs(2 * narrow.gap() - wide.gap());
            double error = curvature + kink + noise / step;
            if (error < best.error()) {
                best = new Estimate(value, error);
            }
            wide = narrow;
        }
        return best;
    }

    private record Slopes(double left, double right) {
        static Slopes of(DoubleUnaryOperator change, double step) {
            return new Slopes(-change.applyAsDouble(-step) / step, change.applyAsDouble(step) / step);
        }

        double central() {
            return (left + right) / 2;
        }

        double gap() {
            return right - left;
        }
    }
}
