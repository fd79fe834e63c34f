// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of three rows by two vectors of doubles, each sum rounded to a float in every step as fma rounds it, for
 * processors that have no fma.
 *
 * <p>The product of two floats is exact as a double, and the sum of it and a float is rounded to 53 bits. Veltkamp's product
 * with 2²⁹ + 1 rounds that to the nearest number of 24 bits (Dekker 1971; proved by Boldo 2006). The two roundings together are
 * that of fma, unless the sum of 53 bits lies half-way between two numbers of 24, or is less than the least normal float,
 * which has fewer bits. Then the tile says so and has written nothing. A third case is left to who calls: no sum may exceed
 * the greatest float, which the {@link #greatest} of all factors tells beforehand.
 *
 * <p>To notice either takes three operations on the halves of each sum: they are multiplied, moved and the least of all is kept.
 * Of a number half-way the lower half ends in a 1 and 28 zeros, and times 8 that is the least int. The upper half times 2
 * is exponent and leading bits without the sign; moved by half of the range of int less one, it lies below that of the
 * least normal float for smaller ones only, since 0 goes to the greatest int.
 */
final class DoubleTile {
    static final int ROWS = 3;

    private static final VectorSpecies<Double> D = Lanes.DOUBLES;
    private static final VectorSpecies<Integer> I = Lanes.HALVES;
    private static final int N = D.length();

    static final int COLUMNS = 2 * N;
    static final int SUMS = ROWS * COLUMNS;

    /** Splits off the last 29 bits of a double: what it has beyond a float. */
    private static final double SPLITTER = 0x1p29 + 1;

    /** What the halves of a sum are multiplied by, and what is added, to notice how it lies; nobody writes to either. */
    static final int[] FACTORS = alternating(1 << (Integer.SIZE - 29), 2);

    static final int[] OFFSETS = alternating(0, Integer.MAX_VALUE);
    private static final int OF_LEAST_NORMAL =
            2 * (int) (Double.doubleToRawLongBits(Float.MIN_NORMAL) >>> Integer.SIZE) + Integer.MAX_VALUE;

    private static final int INFINITE = 0x7FF0_0000;

    private DoubleTile() {}

    /**
     * Adds the products of three packed rows of A and a packed panel of B to the sums, row by row.
     *
     * @param ends receives one int for each half of a double
     * @return whether the sums are right; if not, they are as before
     */
    static boolean multiply(double[] a, int aAt, double[] b, int bAt, double[] sums, int depth, int[] ends) {
        DoubleVector splitter = DoubleVector.broadcast(D, SPLITTER);
        IntVector factors = IntVector.fromArray(I, FACTORS, 0);
        IntVector offsets = IntVector.fromArray(I, OFFSETS, 0);
        DoubleVector l0 = DoubleVector.fromArray(D, sums, 0);
        DoubleVector r0 = DoubleVector.fromArray(D, sums, N);
        DoubleVector l1 = DoubleVector.fromArray(D, sums, 2 * N);
        DoubleVector r1 = DoubleVector.fromArray(D, sums, 3 * N);
        DoubleVector l2 = DoubleVector.fromArray(D, sums, 4 * N);
        DoubleVector r2 = DoubleVector.fromArray(D, sums, 5 * N);
        IntVector least = IntVector.zero(I);
        for (int p = 0; p < depth; p++) {
            DoubleVector bLeft = DoubleVector.fromArray(D, b, bAt + p * COLUMNS);
            DoubleVector bRight = DoubleVector.fromArray(D, b, bAt + p * COLUMNS + N);
            DoubleVector x0 = DoubleVector.broadcast(D, a[aAt + p * ROWS]);
            DoubleVector s = x0.mul(bLeft).add(l0);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            DoubleVector scaled = s.mul(splitter);
            l0 = scaled.sub(scaled.sub(s));
            s = x0.mul(bRight).add(r0);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            scaled = s.mul(splitter);
            r0 = scaled.sub(scaled.sub(s));
            DoubleVector x1 = DoubleVector.broadcast(D, a[aAt + p * ROWS + 1]);
            s = x1.mul(bLeft).add(l1);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            scaled = s.mul(splitter);
            l1 = scaled.sub(scaled.sub(s));
            s = x1.mul(bRight).add(r1);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            scaled = s.mul(splitter);
            r1 = scaled.sub(scaled.sub(s));
            DoubleVector x2 = DoubleVector.broadcast(D, a[aAt + p * ROWS + 2]);
            s = x2.mul(bLeft).add(l2);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            scaled = s.mul(splitter);
            l2 = scaled.sub(scaled.sub(s));
            s = x2.mul(bRight).add(r2);
            least = s.reinterpretAsInts().mul(factors).add(offsets).min(least);
            scaled = s.mul(splitter);
            r2 = scaled.sub(scaled.sub(s));
        }
        least.intoArray(ends, 0);
        if (!areRight(ends)) {
            return false;
        }
        l0.intoArray(sums, 0);
        r0.intoArray(sums, N);
        l1.intoArray(sums, 2 * N);
        r1.intoArray(sums, 3 * N);
        l2.intoArray(sums, 4 * N);
        r2.intoArray(sums, 5 * N);
        return true;
    }

    /**
     * The greatest magnitude of the first {@code count} numbers, a multiple of the lanes, rounded up to the twenty bits beside
     * the exponent; infinite if one of them is not finite.
     *
     * @param ends as above
     */
    static double greatest(double[] values, int count, int[] ends) {
        IntVector greatest = IntVector.zero(I);
        for (int i = 0; i < count; i += N) {
            IntVector halves = DoubleVector.fromArray(D, values, i).reinterpretAsInts();
            greatest = halves.and(Integer.MAX_VALUE).max(greatest);
        }
        greatest.intoArray(ends, 0);
        int upper = 0;
        for (int i = 1; i < 2 * N; i += 2) {
            upper = Math.max(upper, ends[i]);
        }
        return upper >= INFINITE - 1
                ? Double.POSITIVE_INFINITY
                : Double.longBitsToDouble((long) (upper + 1) << Integer.SIZE);
    }

    static boolean areRight(int[] ends) {
        int lower = 0;
        int upper = 0;
        for (int i = 0; i < 2 * N; i += 2) {
            lower = Math.min(lower, ends[i]);
            upper = Math.min(upper, ends[i + 1]);
        }
        return lower != Integer.MIN_VALUE && upper >= OF_LEAST_NORMAL;
    }

    /** For the halves of doubles; the lower one comes first in a lane, whatever the machine's order of bytes. */
    private static int[] alternating(int lower, int upper) {
        int[] both = new int[2 * N];
        for (int i = 0; i < 2 * N; i += 2) {
            both[i] = lower;
            both[i + 1] = upper;
        }
        return both;
    }
}
