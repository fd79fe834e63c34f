// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

/**
 * Looks for the factor β on the logits with which a log-loss, convex in β, is least: where its slope is zero. Newton's steps
 * in ln β, and halves of what is left wherever those do not close in fast enough.
 */
public final class TemperatureSearch {
    /** Factors are looked for from one over this to this. */
    public static final double MOST = 64;

    private static final double CLOSE_ENOUGH = 1e-5;
    private static final int MOST_STEPS = 60;

    private TemperatureSearch() {}

    /** A log-loss as a function of the factor. */
    public interface Curve {
        /** Moves to a factor. */
        void moveTo(double factor);

        /** The derivative by the factor, there. */
        double slope();

        /** The second derivative. */
        double curvature();
    }

    /** The factor of the least loss, or an end of the range beyond which it lies. */
    public static double factor(Curve curve) {
        double low = -StrictMath.log(MOST);
        double high = -low;
        double at = 0;
        double moved = high - low;
        for (int step = 0; step < MOST_STEPS && Math.abs(moved) > CLOSE_ENOUGH; step++) {
            double factor = StrictMath.exp(at);
            curve.moveTo(factor);
            double slope = curve.slope();
            if (slope == 0) {
                return factor;
            }
            if (slope > 0) {
                high = at;
            } else {
                low = at;
            }
            double next = at - slope / (factor * curve.curvature());
            boolean closesIn = next > low && next < high && Math.abs(next - at) <= Math.abs(moved) / 2;
            next = closesIn ? next : (low + high) / 2;
            moved = next - at;
            at = next;
        }
        return StrictMath.exp(at);
    }

    /** Whether a factor that was found is an end of the range: there is none that is best. */
    public static boolean isEnd(double factor) {
        return !(Math.abs(StrictMath.log(factor)) < StrictMath.log(MOST) - 2 * CLOSE_ENOUGH);
    }
}
