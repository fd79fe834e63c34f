// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The greatest magnitude in an array of doubles, rounded up to the twenty bits that stand beside the exponent. */
final class Magnitudes {
    private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final int N = D.length();
    private static final int INFINITE = 0x7FF0_0000;

    private final int[] ends = new int[2 * N];

    /** That of the first {@code count} numbers, which is a multiple of the lanes; infinite if one of them is not finite. */
    double most(double[] values, int count) {
        IntVector most = IntVector.zero(I);
        for (int i = 0; i < count; i += N) {
            IntVector halves = DoubleVector.fromArray(D, values, i).reinterpretAsInts();
            most = halves.and(Integer.MAX_VALUE).max(most);
        }
        most.intoArray(ends, 0);
        int upper = 0;
        for (int i = 1; i < 2 * N; i += 2) {
            upper = Math.max(upper, ends[i]);
        }
        return upper >= INFINITE - 1
                ? Double.POSITIVE_INFINITY
                : Double.longBitsToDouble((long) (upper + 1) << Integer.SIZE);
    }
}
