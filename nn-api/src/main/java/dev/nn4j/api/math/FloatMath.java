// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import dev.nn4j.api.internal.math.Exponentials;
import dev.nn4j.api.internal.math.Logarithms;
import dev.nn4j.api.internal.math.LongSlices;
import dev.nn4j.api.internal.math.Sigmoids;
import dev.nn4j.api.internal.math.Turns;

/**
 * The transcendental functions of components, on floats: fast, of stated accuracy, and the same to the bit on every
 * machine, which {@link Math} does not promise.
 *
 * <p>They are made of {@code + − × ÷}, fused multiply-add, {@code min}, {@code max}, {@code abs}, {@code copySign} and
 * operations on bits alone, all of which are exactly rounded or exact everywhere, and they choose between values but do
 * not branch; so a vector kernel that does the same, lane by lane, gives the same bits. The errors stated are the
 * greatest over all 2<sup>32</sup> floats, in units in the last place of the true result (subnormal results included).
 * NaN gives NaN, whose payload is not defined.
 *
 * <p>Each function has a form for a slice of an array, which gives exactly what the form for a value gives. Its two
 * arrays may be one and the same. Where nn-vector is there, long slices run on the JDK's Vector API once there have been
 * enough of them to pay for loading it; since the bits are the same, the choice of kernels for a run has no say in it.
 *
 * @since 0.1.0
 */
public final class FloatMath {
    private static final float HUGE = 0x1p127f;

    private FloatMath() {}

    /**
     * 1 where x &gt; 0, else 0 (±0 too): the derivative of max(x, 0), and by products and sums the choice between two
     * values. Exact. A loop over it becomes vector instructions without the Vector API, where a conditional expression
     * would become a jump that is mispredicted half of the time.
     *
     * @param x any value
     * @return 0, 1 or, for NaN, NaN
     */
    public static float unitStep(float x) {
        // The least float times 2^254 is far above 1.
        return Math.min(Math.max(x * HUGE * HUGE, 0f), 1f);
    }

    /**
     * E<sup>x</sup>, within 1.06 ulp.
     *
     * <p>Reduces to x − n ln 2 with a two-part ln 2, then a polynomial of degree 6, scaled by 2<sup>n</sup> in two
     * factors. exp(−∞) is 0 and exp(∞) is ∞; overflow begins where e<sup>x</sup> rounds past the greatest float, and
     * underflow is gradual.
     *
     * @param x any value
     * @return e<sup>x</sup>
     */
    public static float exp(float x) {
        return Exponentials.exp(x);
    }

    /**
     * {@link #exp(float)} of a slice: y[i] = exp(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void exp(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().exp(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Exponentials.exp(x[i]);
        }
    }

    /**
     * E<sup>x</sup> − 1, within 1.34 ulp.
     *
     * <p>Reduces as {@link #exp(float) exp} does, with the −1 joined to 2<sup>n</sup> before either is rounded away, so
     * that all digits stand near 0. expm1(±0) is ±0, expm1(−∞) is −1 and expm1(∞) is ∞.
     *
     * @param x any value
     * @return e<sup>x</sup> − 1
     */
    public static float expm1(float x) {
        return Exponentials.expm1(x);
    }

    /**
     * {@link #expm1(float)} of a slice: y[i] = expm1(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void expm1(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().expm1(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Exponentials.expm1(x[i]);
        }
    }

    /**
     * Ln x, within 1 ulp.
     *
     * <p>Splits x into 2<sup>n</sup> (1 + f) with 1 + f between √½ and √2, then a polynomial in f of degree 10.
     * Subnormal arguments are as good as others. log(±0) is −∞, log(∞) is ∞ and a negative argument gives NaN.
     *
     * @param x any value
     * @return the natural logarithm of x
     */
    public static float log(float x) {
        return Logarithms.log(x);
    }

    /**
     * {@link #log(float)} of a slice: y[i] = log(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void log(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().log(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Logarithms.log(x[i]);
        }
    }

    /**
     * Ln(1 + x), within 1.6 ulp.
     *
     * <p>Splits 1 + x as {@link #log(float) log} does, with f taken from x itself, so that all digits stand near 0.
     * log1p(±0) is ±0, log1p(−1) is −∞, log1p(∞) is ∞ and an argument below −1 gives NaN.
     *
     * @param x any value
     * @return the natural logarithm of 1 + x
     */
    public static float log1p(float x) {
        return Logarithms.log1p(x);
    }

    /**
     * {@link #log1p(float)} of a slice: y[i] = log1p(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void log1p(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().log1p(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Logarithms.log1p(x[i]);
        }
    }

    /**
     * The hyperbolic tangent, within 4.87 ulp.
     *
     * <p>A rational approximation, x times a quotient of polynomials of degree 4 in x²; from |x| = 9.03 on exactly ±1,
     * never beyond. tanh(±0) is ±0. The slice form becomes vector instructions without the Vector API.
     *
     * @param x any value
     * @return the hyperbolic tangent of x, in [−1, 1]
     */
    public static float tanh(float x) {
        return Sigmoids.tanh(x);
    }

    /**
     * {@link #tanh(float)} of a slice: y[i] = tanh(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void tanh(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Sigmoids.tanh(x[i]);
        }
    }

    /**
     * The error function 2/√π ∫₀<sup>x</sup> exp(−t²) dt, within 4.88 ulp.
     *
     * <p>A rational approximation, x times a quotient of polynomials of degree 5 in x²; from |x| = 3.93 on exactly ±1,
     * never beyond. erf(±0) is ±0. The slice form becomes vector instructions without the Vector API.
     *
     * @param x any value
     * @return the error function of x, in [−1, 1]
     */
    public static float erf(float x) {
        return Sigmoids.erf(x);
    }

    /**
     * {@link #erf(float)} of a slice: y[i] = erf(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void erf(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Sigmoids.erf(x[i]);
        }
    }

    /**
     * The logistic function 1 / (1 + e<sup>−x</sup>), within 2.6 ulp.
     *
     * <p>With e = exp(−|x|), 1 / (1 + e) or, for negative x, e / (1 + e): so it keeps its digits as it falls towards 0,
     * down to the subnormals. sigmoid(−∞) is 0 and sigmoid(∞) is 1.
     *
     * @param x any value
     * @return the logistic function of x, in [0, 1]
     */
    public static float sigmoid(float x) {
        return Exponentials.sigmoid(x);
    }

    /**
     * {@link #sigmoid(float)} of a slice: y[i] = sigmoid(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void sigmoid(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().sigmoid(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Exponentials.sigmoid(x[i]);
        }
    }

    /**
     * Ln(1 + e<sup>x</sup>), within 1.9 ulp.
     *
     * <p>As max(x, 0) + log1p(exp(−|x|)), which neither overflows nor cancels. softplus(−∞) is 0 and softplus(∞) is ∞.
     *
     * @param x any value
     * @return ln(1 + e<sup>x</sup>), 0 or more
     */
    public static float softplus(float x) {
        return Logarithms.softplus(x);
    }

    /**
     * {@link #softplus(float)} of a slice: y[i] = softplus(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void softplus(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().softplus(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Logarithms.softplus(x[i]);
        }
    }

    /**
     * The cosine of an angle in turns, within 1 ulp: so of 2πt, where 1 is a whole turn.
     *
     * <p>Whole turns are taken off exactly, then a polynomial of degree 7 of the sine or 8 of the cosine of at most an
     * eighth of a turn. cosTurns(0) is 1, cosTurns(½) is −1 and cosTurns(¼) is 0. An infinite argument gives NaN.
     *
     * @param t any value, in turns
     * @return the cosine of 2πt, in [−1, 1]
     */
    public static float cosTurns(float t) {
        return Turns.cos(t);
    }

    /**
     * {@link #cosTurns(float)} of a slice: y[i] = cosTurns(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void cosTurns(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().cosTurns(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Turns.cos(x[i]);
        }
    }

    /**
     * The sine of an angle in turns, within 1 ulp: so of 2πt, where 1 is a whole turn.
     *
     * <p>Whole turns are taken off exactly, then a polynomial of degree 7 of the sine or 8 of the cosine of at most an
     * eighth of a turn. sinTurns(±0) is ±0 and sinTurns(¼) is 1. An infinite argument gives NaN.
     *
     * @param t any value, in turns
     * @return the sine of 2πt, in [−1, 1]
     */
    public static float sinTurns(float t) {
        return Turns.sin(t);
    }

    /**
     * {@link #sinTurns(float)} of a slice: y[i] = sinTurns(x[i]) for from ≤ i &lt; to.
     *
     * @param x arguments
     * @param y results; may be x
     * @param from first index
     * @param to index after the last
     * @throws IndexOutOfBoundsException if the slice is not within both arrays
     */
    public static void sinTurns(float[] x, float[] y, int from, int to) {
        int rest = LongSlices.arePaidBy(to - from) ? LongSlices.functions().sinTurns(x, y, from, to) : from;
        for (int i = rest; i < to; i++) {
            y[i] = Turns.sin(x[i]);
        }
    }
}
