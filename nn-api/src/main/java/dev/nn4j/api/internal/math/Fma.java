// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.internal.math;

/**
 * {@code a·b + c} with one rounding, as {@code Math.fma} gives it. Where the processor has no such instruction, or the JVM
 * is told not to use it, {@code Math.fma} goes by way of decimal fractions, a thousand times slower; this does the same in
 * a few operations on doubles, to the same bits.
 */
public final class Fma {
    /**
     * Whether the processor does it. A constant, so that the JIT leaves nothing of the choice. {@code Math.fma} in Java
     * gives every NaN the same bits, where the instructions of x86 and ARM hand on those of the operand: that tells the
     * two apart for certain, and takes no time. Of processors that do not hand them on the clock tells: the way by decimal
     * fractions takes microseconds, an instruction nanoseconds, and the fastest of a few calls is what counts.
     */
    public static final boolean IN_HARDWARE = handsOnNaN() || isFast();

    private static final int ODD_NAN = 0x7FC1_2345;
    private static final int CALLS = 16;
    private static final long FAST_NANOS = 1000;

    /** Bits of a double behind those of a float, and their pattern in a number half-way between two floats. */
    private static final long BEHIND_FLOAT = (1L << 29) - 1;

    private static final long HALF_WAY = 1L << 28;

    private Fma() {}

    /** {@code a·b + c}, rounded once. */
    public static float of(float a, float b, float c) {
        return IN_HARDWARE ? Math.fma(a, b, c) : inDoubles(a, b, c);
    }

    /**
     * The product of two floats has at most 48 bits and is exact as a double. The sum is rounded to 53 bits and then to
     * 24. The double between which and the exact sum no number half-way between two floats lies rounds to the same float:
     * rounding is monotonic and every such number is a double, so only a sum that has itself been rounded to one can go
     * wrong. Floats below the least normal one have fewer bits, and other numbers lie half-way; they go the careful way.
     */
    static float inDoubles(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        boolean halfWay = (Double.doubleToRawLongBits(sum) & BEHIND_FLOAT) == HALF_WAY;
        if (!halfWay && (Math.abs(sum) >= Float.MIN_NORMAL || sum == 0)) {
            return (float) sum; // a sum of 0 is exact, and has the sign that it must have
        }
        return (float) toOdd(product, c, sum);
    }

    /**
     * A sum of two that was rounded to the nearest, rounded to odd instead: of the two doubles beside the exact sum the one
     * whose last bit is 1. It is on the same side of any number of at least two bits fewer as the exact sum is, so that
     * another rounding to such numbers gives what a single one would.
     */
    static double toOdd(double x, double y, double sum) {
        double lost = lostOfSum(x, y, sum);
        long bits = Double.doubleToRawLongBits(sum);
        boolean exactOrOdd = !(lost > 0 || lost < 0) || (bits & 1) == 1; // nothing is lost of what is not finite
        if (exactOrOdd) {
            return sum;
        }
        boolean away = lost > 0 == sum > 0;
        return Double.longBitsToDouble(bits + (away ? 1 : -1));
    }

    /** What rounding lost of a sum (Knuth). */
    static double lostOfSum(double x, double y, double sum) {
        double ofY = sum - x;
        return (x - (sum - ofY)) + (y - ofY);
    }

    private static boolean handsOnNaN() {
        return Float.floatToRawIntBits(Math.fma(Float.intBitsToFloat(ODD_NAN), 1f, 1f)) == ODD_NAN;
    }

    private static boolean isFast() {
        long least = Long.MAX_VALUE;
        float sum = 0.1f;
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            sum = Math.fma(sum, 0.3f, 0.7f);
            least = Math.min(least, System.nanoTime() - start);
        }
        return sum > 0 && least < FAST_NANOS;
    }
}
