// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * The exponential and what is a step away from it. With n = round(x / ln 2) and r = x − n ln 2, |r| ≤ ln 2 / 2,
 *
 * <pre>
 * e^x = 2^n · (1 + r + r² P(r))
 * </pre>
 *
 * where P is a minimax polynomial of degree 4, its even and odd powers summed apart, so that the chain of dependent
 * operations is short. No branch here depends on the data save as a choice between two values, which a vector kernel
 * makes lane by lane.
 */
public final class Exponentials {
    /** Adding 1.5 · 2^23 leaves the nearest integer in the low bits of the sum. */
    public static final float ROUNDER = 12582912f;

    public static final int ROUNDER_BITS = 0x4B400000;
    public static final int EXPONENT_BIAS = 127;
    public static final int FRACTION_BITS = 23;
    public static final int ONE_BITS = 0x3F800000;

    public static final float LOG2_E = 0x1.715476p0f;
    // ln 2 as the nearest float and the rest: fma takes their products with n unrounded.
    public static final float LN_2 = 0x1.62e430p-1f;
    public static final float LN_2_REST = -0x1.05c610p-29f;

    // Beyond these the results are 0, infinity and -1 anyway; the clamp keeps n within what two factors can scale.
    public static final float EXP_MIN = -104f;
    public static final float EXP_MAX = 89f;
    public static final float EXPM1_MIN = -18f;

    // P for the least relative error of e^x, 2^-28.2.
    public static final float P0 = 0x1.fffffcp-2f;
    public static final float P1 = 0x1.555492p-3f;
    public static final float P2 = 0x1.5558b0p-5f;
    public static final float P3 = 0x1.12398ep-7f;
    public static final float P4 = 0x1.6a4d60p-10f;

    // P for the least relative error of e^x - 1, 2^-26.1.
    public static final float M0 = 0x1.fffffep-2f;
    public static final float M1 = 0x1.5554b4p-3f;
    public static final float M2 = 0x1.5556f2p-5f;
    public static final float M3 = 0x1.12254ap-7f;
    public static final float M4 = 0x1.6b9c68p-10f;

    private Exponentials() {}

    public static float exp(float x) {
        float high = x > EXP_MAX ? EXP_MAX : x;
        float clamped = high < EXP_MIN ? EXP_MIN : high;
        float shifted = Fma.of(clamped, LOG2_E, ROUNDER);
        float n = shifted - ROUNDER;
        float r = Fma.of(n, -LN_2_REST, Fma.of(n, -LN_2, clamped));
        float s = r * r;
        float p = Fma.of(Fma.of(P3, s, P1), r, Fma.of(Fma.of(P4, s, P2), s, P0));
        float scaled = Fma.of(s, p, r) + 1f;
        // Two factors, of which the first is exact: so 2^128 is reached without overflow, and a subnormal result is
        // rounded once.
        int exponent = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
        int half = exponent >> 1;
        return scaled * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    public static float expm1(float x) {
        float high = x > EXP_MAX ? EXP_MAX : x;
        float clamped = high < EXPM1_MIN ? EXPM1_MIN : high;
        float shifted = Fma.of(clamped, LOG2_E, ROUNDER);
        float n = shifted - ROUNDER;
        float r = Fma.of(n, -LN_2_REST, Fma.of(n, -LN_2, clamped));
        float s = r * r;
        float p = Fma.of(Fma.of(M3, s, M1), r, Fma.of(Fma.of(M4, s, M2), s, M0));
        // 2^n (r + r² P) + (2^n - 1); a second factor of 2 stands in for n = 128, where the -1 no longer shows.
        int exponent = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
        int capped = Math.min(exponent, EXPONENT_BIAS);
        float scale = powerOfTwo(capped);
        float linear = Fma.of(r, scale, scale - 1f);
        float result = Fma.of(s * p, scale, linear) * powerOfTwo(exponent - capped);
        return Math.copySign(result, x); // for -0
    }

    /** Through e = exp(−|x|) on both sides: 1 / (1 + e) and e / (1 + e), of which neither cancels or overflows. */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        // e where x is negative, else 1, chosen by mask: the sign of an activation is not predictable.
        int negative = Float.floatToRawIntBits(x) >> 31;
        int numerator = ONE_BITS ^ ((ONE_BITS ^ Float.floatToRawIntBits(e)) & negative);
        return Float.intBitsToFloat(numerator) / (1f + e);
    }

    private static float powerOfTwo(int exponent) {
        return Float.intBitsToFloat((exponent + EXPONENT_BIAS) << FRACTION_BITS);
    }
}
