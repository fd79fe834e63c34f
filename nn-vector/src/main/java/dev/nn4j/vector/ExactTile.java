// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One row of sums as {@link DoubleTile} makes them, for where sums lie half-way between two floats and are exact: those
 * of a column of 0 and 1 often are. An exact sum is rounded right by a single rounding to the nearest, ties to even, which
 * is done on the bits; what the sum of 53 bits has lost (Knuth's two-sum) tells whether it is exact.
 */
final class ExactTile {
    private static final VectorSpecies<Double> D = Lanes.DOUBLES;
    private static final VectorSpecies<Integer> I = Lanes.HALVES;

    /** What a double has beyond a float. */
    private static final int BEYOND = 29;

    private static final long JUST_BELOW_HALF = (1L << (BEYOND - 1)) - 1;
    private static final long WHAT_A_FLOAT_HAS = -1L << BEYOND;
    /** Makes whatever may be lost a number from 2 up, whose exponent begins with a 1. */
    private static final double UP = 0x1p700;
    /** Moves that 1 to the sign of the lower half. */
    private static final int TO_LOWER_SIGN = 31;
    /** All bits but the sign of the lower half. */
    private static final long OTHERS = ~(1L << TO_LOWER_SIGN);

    private ExactTile() {}

    /**
     * Adds the products of a packed row of A and a packed panel of B to a row of sums.
     *
     * @param aAt index of the row's first number; the next ones follow at a distance of a tile's rows
     * @param ends receives one int for each half of a double
     * @return whether the sums are right; if not, they are as before
     */
    static boolean multiply(double[] a, int aAt, double[] b, double[] sums, int at, int depth, int[] ends) {
        IntVector factors = IntVector.fromArray(I, DoubleTile.FACTORS, 0);
        IntVector offsets = IntVector.fromArray(I, DoubleTile.OFFSETS, 0);
        DoubleVector left = DoubleVector.fromArray(D, sums, at);
        DoubleVector right = DoubleVector.fromArray(D, sums, at + D.length());
        IntVector least = IntVector.zero(I);
        for (int p = 0; p < depth; p++) {
            DoubleVector x = DoubleVector.broadcast(D, a[aAt + p * DoubleTile.ROWS]);
            DoubleVector leftProduct = x.mul(DoubleVector.fromArray(D, b, p * DoubleTile.COLUMNS));
            DoubleVector leftSum = leftProduct.add(left);
            DoubleVector leftMoved = leftSum.sub(leftProduct);
            DoubleVector leftLost = leftProduct.sub(leftSum.sub(leftMoved)).add(left.sub(leftMoved));
            LongVector leftInexact =
                    leftLost.mul(UP).reinterpretAsLongs().lanewise(VectorOperators.LSHR, TO_LOWER_SIGN);
            IntVector leftTold = leftSum.reinterpretAsInts().mul(factors).add(offsets);
            least = leftInexact.or(OTHERS).reinterpretAsInts().and(leftTold).min(least);
            LongVector leftBits = leftSum.reinterpretAsLongs();
            LongVector leftOdd = leftBits.lanewise(VectorOperators.LSHR, BEYOND).and(1);
            left = leftOdd.add(leftBits)
                    .add(JUST_BELOW_HALF)
                    .and(WHAT_A_FLOAT_HAS)
                    .reinterpretAsDoubles();
            DoubleVector rightProduct = x.mul(DoubleVector.fromArray(D, b, p * DoubleTile.COLUMNS + D.length()));
            DoubleVector rightSum = rightProduct.add(right);
            DoubleVector rightMoved = rightSum.sub(rightProduct);
            DoubleVector rightLost = rightProduct.sub(rightSum.sub(rightMoved)).add(right.sub(rightMoved));
            LongVector rightInexact =
                    rightLost.mul(UP).reinterpretAsLongs().lanewise(VectorOperators.LSHR, TO_LOWER_SIGN);
            IntVector rightTold = rightSum.reinterpretAsInts().mul(factors).add(offsets);
            least = rightInexact.or(OTHERS).reinterpretAsInts().and(rightTold).min(least);
            LongVector rightBits = rightSum.reinterpretAsLongs();
            LongVector rightOdd =
                    rightBits.lanewise(VectorOperators.LSHR, BEYOND).and(1);
            right = rightOdd.add(rightBits)
                    .add(JUST_BELOW_HALF)
                    .and(WHAT_A_FLOAT_HAS)
                    .reinterpretAsDoubles();
        }
        least.intoArray(ends, 0);
        if (!DoubleTile.areRight(ends)) {
            return false;
        }
        left.intoArray(sums, at);
        right.intoArray(sums, at + D.length());
        return true;
    }
}
