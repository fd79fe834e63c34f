// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of a matrix as one of {@code [columns][4]}. Each row is turned by another quarter of a vector, so that any
 * quarter of the columns can be blended into one vector, lanes from all four rows beside each other, and one permutation
 * puts them in order. (The JDK's own rearrangement of two vectors is slower than plain Java where JDK 17 compiles it.)
 */
final class FourRows {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;
    private static final int QUARTER = W / 4;

    private static final VectorShuffle<Float> TURN_1 = turn(1);
    private static final VectorShuffle<Float> TURN_2 = turn(2);
    private static final VectorShuffle<Float> TURN_3 = turn(3);

    private static final VectorMask<Float> QUARTER_0 = quarter(0);
    private static final VectorMask<Float> QUARTER_1 = quarter(1);
    private static final VectorMask<Float> QUARTER_2 = quarter(2);
    private static final VectorMask<Float> QUARTER_3 = quarter(3);

    private static final VectorShuffle<Float> ORDER_0 = order(0);
    private static final VectorShuffle<Float> ORDER_1 = order(1);
    private static final VectorShuffle<Float> ORDER_2 = order(2);
    private static final VectorShuffle<Float> ORDER_3 = order(3);

    private FourRows() {}

    /** Writes element (r, p), which is at {@code from + r·row + p}, to {@code to + 4p + r}. */
    static void interleave(float[] a, int from, int row, int columns, float[] out, int to) {
        int from1 = from + row;
        int from2 = from1 + row;
        int from3 = from2 + row;
        int p = 0;
        for (; p <= columns - W; p += W) {
            FloatVector r0 = FloatVector.fromArray(S, a, from + p);
            FloatVector r1 = FloatVector.fromArray(S, a, from1 + p).rearrange(TURN_1);
            FloatVector r2 = FloatVector.fromArray(S, a, from2 + p).rearrange(TURN_2);
            FloatVector r3 = FloatVector.fromArray(S, a, from3 + p).rearrange(TURN_3);
            int at = to + 4 * p;
            r0.blend(r1, QUARTER_1)
                    .blend(r2, QUARTER_2)
                    .blend(r3, QUARTER_3)
                    .rearrange(ORDER_0)
                    .intoArray(out, at);
            r0.blend(r1, QUARTER_2)
                    .blend(r2, QUARTER_3)
                    .blend(r3, QUARTER_0)
                    .rearrange(ORDER_1)
                    .intoArray(out, at + W);
            r0.blend(r1, QUARTER_3)
                    .blend(r2, QUARTER_0)
                    .blend(r3, QUARTER_1)
                    .rearrange(ORDER_2)
                    .intoArray(out, at + 2 * W);
            r0.blend(r1, QUARTER_0)
                    .blend(r2, QUARTER_1)
                    .blend(r3, QUARTER_2)
                    .rearrange(ORDER_3)
                    .intoArray(out, at + 3 * W);
        }
        for (; p < columns; p++) {
            int at = to + 4 * p;
            out[at] = a[from + p];
            out[at + 1] = a[from1 + p];
            out[at + 2] = a[from2 + p];
            out[at + 3] = a[from3 + p];
        }
    }

    /** Moves each lane up by so many quarters. */
    private static VectorShuffle<Float> turn(int quarters) {
        return VectorShuffle.fromOp(S, lane -> Math.floorMod(lane - quarters * QUARTER, W));
    }

    private static VectorMask<Float> quarter(int index) {
        return VectorMask.fromLong(S, ((1L << QUARTER) - 1) << index * QUARTER);
    }

    /** Lane {@code 4p + r} from where column p of that quarter of row r was turned to. */
    private static VectorShuffle<Float> order(int quarter) {
        return VectorShuffle.fromOp(S, lane -> (quarter + lane % 4) % 4 * QUARTER + lane / 4);
    }
}
