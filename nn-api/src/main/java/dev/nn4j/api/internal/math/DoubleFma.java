// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/** {@link Fma} for doubles: where the processor does not do it, by pairs of a double and what its rounding lost. */
public final class DoubleFma {
    /** Splits a double into halves whose products are exact (Veltkamp). */
    private static final double SPLITTER = 0x1p27 + 1;

    private static final double LEAST_SAFE = 0x1p-900;
    private static final double MOST_SAFE = 0x1p900;

    private DoubleFma() {}

    /** {@code a·b + c}, rounded once. */
    public static double of(double a, double b, double c) {
        return Fma.IN_HARDWARE ? Math.fma(a, b, c) : inPairs(a, b, c);
    }

    /**
     * Boldo and Melquiond (2008): product and sums are taken apart into what is rounded and what rounding lost, and the
     * losses added with rounding to odd, so that the last sum rounds as the exact one would. Where losses might underflow
     * or a half overflow, which weights never come near, the long way is right.
     */
    static double inPairs(double a, double b, double c) {
        double product = a * b;
        if (a == 0 || b == 0 || !isSafe(product) || !isSafe(a) || !isSafe(b) || !(c == 0 || isSafe(c))) {
            return Math.fma(a, b, c);
        }
        double lost = lostOfProduct(a, b, product);
        double small = c + lost;
        double lostOfSmall = Fma.lostOfSum(c, lost, small);
        double great = product + small;
        double lostOfGreat = Fma.lostOfSum(product, small, great);
        return great + Fma.toOdd(lostOfSmall, lostOfGreat, lostOfSmall + lostOfGreat);
    }

    private static boolean isSafe(double value) {
        double size = Math.abs(value);
        return size >= LEAST_SAFE && size <= MOST_SAFE;
    }

    /** What rounding lost of a product (Dekker). */
    private static double lostOfProduct(double a, double b, double product) {
        double aHigh = high(a);
        double aLow = a - aHigh;
        double bHigh = high(b);
        double bLow = b - bHigh;
        return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
    }

    private static double high(double value) {
        double scaled = SPLITTER * value;
        return scaled - (scaled - value);
    }
}
