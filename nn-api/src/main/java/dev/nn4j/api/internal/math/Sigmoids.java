// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * The odd functions that level off at ±1, as rational minimax approximations
 *
 * <pre>
 * f(x) = x P(x²) / Q(x²)
 * </pre>
 *
 * on the interval outside of which the nearest float is ±1. Arithmetic, {@code Math.min}, {@code max} and {@code abs}
 * alone: a loop over these is one that the compiler turns into vector instructions by itself. Even and odd powers of x²
 * are summed apart, which rounds less often along the way than Horner's scheme. The divisor is at least the dividend,
 * so that rounding cannot carry the quotient past ±1.
 *
 * <p>The coefficients are floats whose rounding was chosen, by search, for the least error of the whole computation.
 */
public final class Sigmoids {
    private static final float TANH_LIMIT = 9.03f;

    private static final float TANH_P1 = 0x1.120432p-3f;
    private static final float TANH_P2 = 0x1.c9f7dap-9f;
    private static final float TANH_P3 = 0x1.595460p-16f;
    private static final float TANH_P4 = 0x1.c9a0f4p-27f;

    private static final float TANH_Q1 = 0x1.de5764p-2f;
    private static final float TANH_Q2 = 0x1.a7deeap-6f;
    private static final float TANH_Q3 = 0x1.584136p-12f;
    private static final float TANH_Q4 = 0x1.a0b69cp-21f;

    private static final float ERF_LIMIT = 3.93f;

    private static final float ERF_P1 = 0x1.5a44c8p-3f;
    private static final float ERF_P2 = 0x1.7f4126p-5f;
    private static final float ERF_P3 = 0x1.b707cap-9f;
    private static final float ERF_P4 = 0x1.08aa04p-12f;
    private static final float ERF_P5 = 0x1.e5c62ep-20f;

    private static final float ERF_Q0 = 0x1.c5bf88p-1f; // √π / 2
    private static final float ERF_Q1 = 0x1.c7ef3ep-2f;
    private static final float ERF_Q2 = 0x1.9ec046p-4f;
    private static final float ERF_Q3 = 0x1.b38524p-7f;
    private static final float ERF_Q4 = 0x1.0eb28ep-10f;
    private static final float ERF_Q5 = 0x1.1a879ap-15f;

    private Sigmoids() {}

    /** P(0) = Q(0) = 1, and x joins P last, so that tanh x is x where x is small. */
    public static float tanh(float x) {
        float v = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, x));
        float s = v * v;
        float s2 = s * s;
        float p = Fma.of(Fma.of(TANH_P4, s2, TANH_P2), s, Fma.of(TANH_P3, s2, TANH_P1));
        float dividend = Fma.of(v * s, p, v);
        float even = Fma.of(Fma.of(TANH_Q4, s2, TANH_Q2), s2, 1f);
        float divisor = Fma.of(Fma.of(TANH_Q3, s2, TANH_Q1), s, even);
        return dividend / Math.max(divisor, Math.abs(dividend));
    }

    public static float erf(float x) {
        float v = Math.max(-ERF_LIMIT, Math.min(ERF_LIMIT, x));
        float s = v * v;
        float s2 = s * s;
        float evenP = Fma.of(Fma.of(ERF_P4, s2, ERF_P2), s2, 1f);
        float oddP = Fma.of(Fma.of(ERF_P5, s2, ERF_P3), s2, ERF_P1);
        float dividend = v * Fma.of(oddP, s, evenP);
        float evenQ = Fma.of(Fma.of(ERF_Q4, s2, ERF_Q2), s2, ERF_Q0);
        float oddQ = Fma.of(Fma.of(ERF_Q5, s2, ERF_Q3), s2, ERF_Q1);
        float divisor = Fma.of(oddQ, s, evenQ);
        return dividend / Math.max(divisor, Math.abs(dividend));
    }
}
