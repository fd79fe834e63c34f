// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two {@link Tile}s, one below the other: eight rows by two vectors, held in sixteen registers. A vector of B is used twice
 * as often, which matters where a core works two vectors of 512 bits in a cycle. Written out, because the JIT keeps sums in
 * registers only as local variables; apart from {@link FoldingTile}, from whose strides the JIT hoists no range check.
 */
final class TallTile {
    static final int ROWS = 2 * Tile.ROWS;

    /** Whether there are registers enough: 32 come with vectors of 512 bits. */
    static final boolean IS_WORTHWHILE = Lanes.COUNT >= 16;

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;
    private static final int COLUMNS = Tile.COLUMNS;

    private TallTile() {}

    /**
     * {@code C = start + A·B}.
     *
     * @param upper where the upper tile's packed panel of A begins
     * @param lower where the lower tile's begins
     */
    static void multiplyPacked(
            float[] a,
            int upper,
            int lower,
            float[] b,
            int bAt,
            int depth,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow) {
        int s0 = startAt;
        int s1 = s0 + startRow;
        int s2 = s1 + startRow;
        int s3 = s2 + startRow;
        int s4 = s3 + startRow;
        int s5 = s4 + startRow;
        int s6 = s5 + startRow;
        int s7 = s6 + startRow;
        FloatVector l0 = FloatVector.fromArray(S, start, s0);
        FloatVector r0 = FloatVector.fromArray(S, start, s0 + W);
        FloatVector l1 = FloatVector.fromArray(S, start, s1);
        FloatVector r1 = FloatVector.fromArray(S, start, s1 + W);
        FloatVector l2 = FloatVector.fromArray(S, start, s2);
        FloatVector r2 = FloatVector.fromArray(S, start, s2 + W);
        FloatVector l3 = FloatVector.fromArray(S, start, s3);
        FloatVector r3 = FloatVector.fromArray(S, start, s3 + W);
        FloatVector l4 = FloatVector.fromArray(S, start, s4);
        FloatVector r4 = FloatVector.fromArray(S, start, s4 + W);
        FloatVector l5 = FloatVector.fromArray(S, start, s5);
        FloatVector r5 = FloatVector.fromArray(S, start, s5 + W);
        FloatVector l6 = FloatVector.fromArray(S, start, s6);
        FloatVector r6 = FloatVector.fromArray(S, start, s6 + W);
        FloatVector l7 = FloatVector.fromArray(S, start, s7);
        FloatVector r7 = FloatVector.fromArray(S, start, s7 + W);
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector right = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector x0 = FloatVector.broadcast(S, a[upper + p * Tile.ROWS]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(S, a[upper + p * Tile.ROWS + 1]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            FloatVector x2 = FloatVector.broadcast(S, a[upper + p * Tile.ROWS + 2]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(S, a[upper + p * Tile.ROWS + 3]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            FloatVector x4 = FloatVector.broadcast(S, a[lower + p * Tile.ROWS]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(S, a[lower + p * Tile.ROWS + 1]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
            FloatVector x6 = FloatVector.broadcast(S, a[lower + p * Tile.ROWS + 2]);
            l6 = x6.fma(left, l6);
            r6 = x6.fma(right, r6);
            FloatVector x7 = FloatVector.broadcast(S, a[lower + p * Tile.ROWS + 3]);
            l7 = x7.fma(left, l7);
            r7 = x7.fma(right, r7);
        }
        int c0 = cAt;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        int c6 = c5 + cRow;
        int c7 = c6 + cRow;
        l0.intoArray(c, c0);
        r0.intoArray(c, c0 + W);
        l1.intoArray(c, c1);
        r1.intoArray(c, c1 + W);
        l2.intoArray(c, c2);
        r2.intoArray(c, c2 + W);
        l3.intoArray(c, c3);
        r3.intoArray(c, c3 + W);
        l4.intoArray(c, c4);
        r4.intoArray(c, c4 + W);
        l5.intoArray(c, c5);
        r5.intoArray(c, c5 + W);
        l6.intoArray(c, c6);
        r6.intoArray(c, c6 + W);
        l7.intoArray(c, c7);
        r7.intoArray(c, c7 + W);
    }
}
