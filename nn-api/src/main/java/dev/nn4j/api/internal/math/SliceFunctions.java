// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * FloatMath's functions on slices, several elements at a time: the service by which nn-vector is found.
 *
 * <p>Every function computes y[i] = f(x[i]) from index {@code from} on, for as many elements below {@code to} as it can,
 * and returns the index after the last; the caller computes the rest. The results have the bits of the scalar functions in
 * this package. The arrays may be one and the same.
 */
public interface SliceFunctions {
    /** Whether they are worth using on this machine. */
    boolean areUsable();

    /** As {@link Exponentials#exp}. */
    int exp(float[] x, float[] y, int from, int to);

    /** As {@link Exponentials#expm1}. */
    int expm1(float[] x, float[] y, int from, int to);

    /** As {@link Exponentials#sigmoid}. */
    int sigmoid(float[] x, float[] y, int from, int to);

    /** As {@link Logarithms#log}. */
    int log(float[] x, float[] y, int from, int to);

    /** As {@link Logarithms#log1p}. */
    int log1p(float[] x, float[] y, int from, int to);

    /** As {@link Logarithms#softplus}. */
    int softplus(float[] x, float[] y, int from, int to);

    /** As {@link Turns#cos}. */
    int cosTurns(float[] x, float[] y, int from, int to);

    /** As {@link Turns#sin}. */
    int sinTurns(float[] x, float[] y, int from, int to);
}
