// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

/** The functions of {@link FloatMath} in double, right to a few units in the last place of a double. */
final class Reference {
    private static final double TINY = 0x1p-30; // the next term of a series is then below a double's precision
    private static final double TWO_PI = 6.283185307179586;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    private Reference() {}

    static double exp(double x) {
        return StrictMath.exp(x);
    }

    static double expm1(double x) {
        return Math.abs(x) < TINY ? x * (1 + x / 2) : StrictMath.expm1(x);
    }

    static double log(double x) {
        return StrictMath.log(x);
    }

    static double log1p(double x) {
        return Math.abs(x) < TINY ? x * (1 - x / 2) : StrictMath.log1p(x);
    }

    static double tanh(double x) {
        return Math.abs(x) < TINY ? x : StrictMath.tanh(x);
    }

    /** By erf x = 2/√π exp(−x²) Σ 2^n x^(2n+1) / (1·3·…·(2n+1)), whose terms are of one sign. */
    static double erf(double x) {
        double square = x * x;
        if (square > 36) {
            return Math.copySign(1, x); // 1 - erf 6 is 2e-17
        }
        double sum = x;
        double term = x;
        for (int n = 1; Math.abs(term) > Math.abs(sum) * 0x1p-55; n++) {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return square < TINY * TINY ? TWO_OVER_ROOT_PI * x : TWO_OVER_ROOT_PI * StrictMath.exp(-square) * sum;
    }

    static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /** Through the function of at most an eighth of a turn, which is small where the result is. */
    static double cosTurns(double t) {
        double r = Math.abs(t - Math.rint(t));
        double u = 0.25 - r;
        double beyond = Math.min(r, 0.5 - r);
        return beyond > 0.125 ? StrictMath.sin(TWO_PI * u) : Math.copySign(StrictMath.cos(TWO_PI * beyond), u);
    }

    static double sinTurns(double t) {
        double part = t - Math.rint(t);
        double r = Math.abs(part);
        double beyond = Math.min(r, 0.5 - r);
        double size = beyond > 0.125 ? StrictMath.cos(TWO_PI * (0.25 - r)) : StrictMath.sin(TWO_PI * beyond);
        return Math.copySign(size, part);
    }

    /**
     * The error in float units in the last place of the exact value: 0 for the same NaN or infinity, NaN or infinity
     * where only one of the two is one.
     */
    static double ulps(float actual, double exact) {
        if (Double.isNaN(exact) || Double.isNaN(actual)) {
            return Double.isNaN(exact) && Double.isNaN(actual) ? 0 : Double.NaN;
        }
        if (Double.isInfinite((float) exact) || Float.isInfinite(actual)) {
            return (float) exact == actual ? 0 : Double.POSITIVE_INFINITY;
        }
        int exponent = Math.max(Math.getExponent(exact), Float.MIN_EXPONENT) - 23;
        return Math.scalb(Math.abs(actual - exact), -exponent);
    }
}
