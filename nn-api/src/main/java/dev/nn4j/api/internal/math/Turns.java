// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * Cosine and sine of angles in turns. In turns an angle loses its whole turns exactly, however many there are, so that no
 * argument is worse than another. What they leave of |t| is r, between −½ and ½, and with v = min(|r|, ½ − |r|) and u = ¼ −
 * |r|, of which one is at most an eighth,
 *
 * <pre>
 * v ≤ ⅛    cos 2πt = ± cos 2πv      sin 2πt = ± sin 2πv
 * else     cos 2πt =   sin 2πu      sin 2πt = ± cos 2πu
 *
 * sin 2πu = 2π·u + u³·P(u²)         cos 2πu = 1 + u²·Q(u²)
 * </pre>
 *
 * where P and Q are minimax polynomials of degree 2 and 3, and 2π is a float and its rest. Nothing branches: the choice
 * between the two is made by mask, as it is lane by lane in a vector kernel.
 */
public final class Turns {
    /** From here on a float is an integer; what is added to it is rounded to one. */
    public static final float INTEGERS = 0x1p23f;

    public static final float QUARTER = 0.25f;
    public static final float EIGHTH = 0.125f;

    public static final float TWO_PI = 0x1.921fb6p2f;
    public static final float TWO_PI_REST = -0x1.777a5cp-23f;

    // P for the least relative error of the sine, 2^-28.0
    public static final float P0 = -0x1.4abbbep5f;
    public static final float P1 = 0x1.466006p6f;
    public static final float P2 = -0x1.2dc89ep6f;

    // Q for the least relative error of the cosine, 2^-33.9
    public static final float Q0 = -0x1.3bd3ccp4f;
    public static final float Q1 = 0x1.03c1dep6f;
    public static final float Q2 = -0x1.55c5e2p6f;
    public static final float Q3 = 0x1.d9d604p5f;

    private Turns() {}

    public static float cos(float t) {
        float r = Math.abs(part(Math.abs(t)));
        float u = QUARTER - r;
        float v = Math.min(r, 0.5f - r);
        return choose(v, sineOf(u), Math.copySign(cosineOf(v), u));
    }

    public static float sin(float t) {
        float part = part(Math.abs(t));
        float r = Math.abs(part);
        float v = Math.min(r, 0.5f - r);
        float size = choose(v, cosineOf(QUARTER - r), sineOf(v));
        return size * Math.copySign(1f, part) * Math.copySign(1f, t);
    }

    /** What whole turns leave of a magnitude; NaN if it is not finite. */
    private static float part(float magnitude) {
        float below = Math.min(magnitude, INTEGERS);
        float whole = (below + INTEGERS) - INTEGERS;
        return (below - whole) + magnitude * 0f;
    }

    private static float sineOf(float u) {
        float s = u * u;
        float p = Fma.of(Fma.of(P2, s, P1), s, P0);
        return Fma.of(u, TWO_PI, u * Fma.of(s, p, TWO_PI_REST));
    }

    private static float cosineOf(float u) {
        float s = u * u;
        float q = Fma.of(Fma.of(Fma.of(Q3, s, Q2), s, Q1), s, Q0);
        return Fma.of(s, q, 1f);
    }

    /** One where v is above an eighth, else the other; by mask, since which it is cannot be predicted. */
    private static float choose(float v, float one, float other) {
        int above = Float.floatToRawIntBits(EIGHTH - v) >> 31;
        int bits = Float.floatToRawIntBits(other);
        return Float.intBitsToFloat(bits ^ ((bits ^ Float.floatToRawIntBits(one)) & above));
    }
}
