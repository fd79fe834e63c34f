// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * The logarithm and its kin. With x = 2^n (1 + f), 1 + f between √½ and √2,
 *
 * <pre>
 * ln x = n ln 2 + f + f² Q(f)
 * </pre>
 *
 * where Q is a minimax polynomial of degree 8. No branch here depends on the data save as a choice between two values,
 * which a vector kernel makes lane by lane.
 */
public final class Logarithms {
    public static final int ROOT_HALF_BITS = 0x3F3504F3;
    public static final int FRACTION_MASK = 0x007FFFFF;
    public static final int FRACTION_BITS = 23;
    public static final int EXPONENT_BIAS = 127;

    public static final float LN_2 = 0x1.62e430p-1f;
    public static final float SUBNORMAL_SCALE = 0x1p24f;
    public static final float SUBNORMAL_EXPONENT = -24f;
    public static final int ONE_VANISHES = 60; // from some exponent on, and well before 126, 1 + x is x

    // Q for the least relative error of ln(1 + f), 2^-27.8.
    public static final float Q0 = -0x1.fffff8p-2f;
    public static final float Q1 = 0x1.555550p-2f;
    public static final float Q2 = -0x1.000432p-2f;
    public static final float Q3 = 0x1.99a3e2p-3f;
    public static final float Q4 = -0x1.542584p-3f;
    public static final float Q5 = 0x1.2273f4p-3f;
    public static final float Q6 = -0x1.0f48fep-3f;
    public static final float Q7 = 0x1.083896p-3f;
    public static final float Q8 = -0x1.37acdep-4f;

    private Logarithms() {}

    public static float log(float x) {
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * SUBNORMAL_SCALE : x) - ROOT_HALF_BITS;
        float n = (float) (bits >> FRACTION_BITS) + (subnormal ? SUBNORMAL_EXPONENT : 0f);
        float result = Fma.of(n, LN_2, ofOnePlus(fraction(bits)));
        return atLimits(x, result);
    }

    /**
     * Here 1 + x = 2^n (1 + f) gives f = x / 2^n + (1 / 2^n − 1), rounded once, in which x keeps the digits that 1 + x
     * has lost.
     */
    public static float log1p(float x) {
        float sum = 1f + x;
        int bits = Float.floatToRawIntBits(sum) - ROOT_HALF_BITS;
        int n = bits >> FRACTION_BITS;
        float scale = Float.intBitsToFloat((EXPONENT_BIAS - n) << FRACTION_BITS); // not a number's for n > 126
        float f = n > ONE_VANISHES ? fraction(bits) : Fma.of(x, scale, scale - 1f);
        float result = atLimits(sum, Fma.of((float) n, LN_2, ofOnePlus(f)));
        return Math.copySign(result, x); // for -0
    }

    /** ln(1 + e^x) = max(x, 0) + ln(1 + e^−|x|), in which nothing overflows or cancels. */
    public static float softplus(float x) {
        return Math.max(x, 0f) + log1p(Exponentials.exp(-Math.abs(x)));
    }

    /** f of the float whose bits, less those of √½, are given. */
    private static float fraction(int bits) {
        return Float.intBitsToFloat((bits & FRACTION_MASK) + ROOT_HALF_BITS) - 1f;
    }

    /** ln(1 + f); even and odd powers apart, so that the chain of dependent operations is half as long. */
    private static float ofOnePlus(float f) {
        float s = f * f;
        float even = Fma.of(Fma.of(Fma.of(Fma.of(Q8, s, Q6), s, Q4), s, Q2), s, Q0);
        float odd = Fma.of(Fma.of(Fma.of(Q7, s, Q5), s, Q3), s, Q1);
        return Fma.of(s, Fma.of(odd, f, even), f);
    }

    /** The result for an argument in (0, ∞), and what the logarithm is outside: itself at infinity and NaN. */
    private static float atLimits(float argument, float result) {
        float outside = argument < 0f ? Float.NaN : argument == 0f ? Float.NEGATIVE_INFINITY : argument;
        return argument > 0f && argument < Float.POSITIVE_INFINITY ? result : outside;
    }
}
