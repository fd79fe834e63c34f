// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Four rows of a matrix as one of {@code [columns][4]}: a transposition in two rounds, in each of which the elements of two
 * vectors are dealt out in turn. A round is said by permuting and blending, because JDK 17 compiles the JDK's own
 * rearrangement of two vectors to something slower than plain Java.
 */
final class FourRows {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;

    /** Each element of the lower half twice. */
    private static final VectorShuffle<Float> LOW = VectorShuffle.fromOp(S, lane -> lane / 2);

    /** Each element of the upper half twice. */
    private static final VectorShuffle<Float> HIGH = VectorShuffle.fromOp(S, lane -> W / 2 + lane / 2);

    private static final VectorMask<Float> ODD = VectorMask.fromLong(S, 0xAAAA_AAAA_AAAA_AAAAL);

    private FourRows() {}

    /** Writes element (r, p), which is at {@code from + r·row + p}, to {@code to + 4p + r}. */
    static void interleave(float[] a, int from, int row, int columns, float[] out, int to) {
        int from1 = from + row;
        int from2 = from1 + row;
        int from3 = from2 + row;
        int p = 0;
        for (; p <= columns - W; p += W) {
            FloatVector r0 = FloatVector.fromArray(S, a, from + p);
            FloatVector r1 = FloatVector.fromArray(S, a, from1 + p);
            FloatVector r2 = FloatVector.fromArray(S, a, from2 + p);
            FloatVector r3 = FloatVector.fromArray(S, a, from3 + p);
            FloatVector low02 = low(r0, r2);
            FloatVector low13 = low(r1, r3);
            FloatVector high02 = high(r0, r2);
            FloatVector high13 = high(r1, r3);
            int at = to + 4 * p;
            low(low02, low13).intoArray(out, at);
            high(low02, low13).intoArray(out, at + W);
            low(high02, high13).intoArray(out, at + 2 * W);
            high(high02, high13).intoArray(out, at + 3 * W);
        }
        for (; p < columns; p++) {
            int at = to + 4 * p;
            out[at] = a[from + p];
            out[at + 1] = a[from1 + p];
            out[at + 2] = a[from2 + p];
            out[at + 3] = a[from3 + p];
        }
    }

    /** The lower halves of two vectors, in turn. */
    private static FloatVector low(FloatVector even, FloatVector odd) {
        return even.rearrange(LOW).blend(odd.rearrange(LOW), ODD);
    }

    private static FloatVector high(FloatVector even, FloatVector odd) {
        return even.rearrange(HIGH).blend(odd.rearrange(HIGH), ODD);
    }
}
