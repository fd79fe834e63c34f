// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of 6 rows by two vectors: twelve sums, two vectors of B and two elements of A are just the sixteen registers of AVX2,
 * and twelve sums keep two units busy that take four cycles each, with some to spare, where {@link Tile}'s eight have none.
 *
 * <p>C2 loads what waits for nothing as early as it can: on JDK 25 all elements of A that a step needs, so that two sums have
 * no register left and go through memory, at half of the speed. Two branches that are never taken part the step into three
 * blocks, and since they would end with the sums as they are, C2 may move no sum across them, nor what is loaded for it.
 */
final class SixTile {
    static final int ROWS = 6;

    /** Rows of whole packed panels that make whole tiles: three panels, two tiles. */
    static final int PACKED_ROWS = 2 * ROWS;

    /** Longer vectors come with 32 registers, see {@link TallTile}. */
    static final boolean IS_WORTHWHILE = Lanes.COUNT < 16;

    /** More summands than an array has room for; two such numbers, because C2 would ask once only for the same. */
    private static final int NEVER = 1 << 30;

    private static final int NOR_EVER = NEVER + 1;

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;
    private static final int COLUMNS = Tile.COLUMNS;

    private SixTile() {}

    /** How many of so many rows to take by six, so that what remains makes fours, or is less than four. */
    static int rowsOf(int rows) {
        int rest = rows % ROWS;
        return Math.max(0, rows - (rest == 2 ? 2 * Tile.ROWS : rest));
    }

    /**
     * {@code C = start + A·B}. A lies in panels {@code [depth][4]}: a whole one, and two rows of another.
     *
     * @param four where the panel of the first four rows begins
     * @param two where the first element of the other two rows is
     * @param startTwo where in {@code start} those two begin, as {@code cTwo} is in C
     */
    static void multiplyPacked(
            float[] a,
            int four,
            int two,
            float[] b,
            int bAt,
            int depth,
            float[] start,
            int startFour,
            int startTwo,
            int startRow,
            float[] c,
            int cFour,
            int cTwo,
            int cRow) {
        int s0 = startFour;
        int s1 = s0 + startRow;
        int s2 = s1 + startRow;
        int s3 = s2 + startRow;
        int s4 = startTwo;
        int s5 = s4 + startRow;
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
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector right = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector x0 = FloatVector.broadcast(S, a[four + p * Tile.ROWS]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(S, a[four + p * Tile.ROWS + 1]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            if (p == NEVER) {
                break;
            }
            FloatVector x2 = FloatVector.broadcast(S, a[four + p * Tile.ROWS + 2]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(S, a[four + p * Tile.ROWS + 3]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            if (p == NOR_EVER) {
                break;
            }
            FloatVector x4 = FloatVector.broadcast(S, a[two + p * Tile.ROWS]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(S, a[two + p * Tile.ROWS + 1]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
        }
        int c0 = cFour;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = cTwo;
        int c5 = c4 + cRow;
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
    }

    /** The same for six elements of a column of A that lie side by side, columns {@code aColumn} apart. */
    static void multiplyColumns(
            float[] a,
            int aAt,
            int aColumn,
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
        int at = aAt;
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector right = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector x0 = FloatVector.broadcast(S, a[at]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(S, a[at + 1]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            if (p == NEVER) {
                break;
            }
            FloatVector x2 = FloatVector.broadcast(S, a[at + 2]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(S, a[at + 3]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            if (p == NOR_EVER) {
                break;
            }
            FloatVector x4 = FloatVector.broadcast(S, a[at + 4]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(S, a[at + 5]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
            at += aColumn;
        }
        int c0 = cAt;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
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
    }

    /** The same for rows of A whose elements lie side by side, rows {@code aRow} apart. */
    static void multiplyRows(
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int depth,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow) {
        int a1 = aAt + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int s0 = startAt;
        int s1 = s0 + startRow;
        int s2 = s1 + startRow;
        int s3 = s2 + startRow;
        int s4 = s3 + startRow;
        int s5 = s4 + startRow;
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
        for (int p = 0; p < depth; p++) {
            FloatVector left = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector right = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector x0 = FloatVector.broadcast(S, a[aAt + p]);
            l0 = x0.fma(left, l0);
            r0 = x0.fma(right, r0);
            FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
            l1 = x1.fma(left, l1);
            r1 = x1.fma(right, r1);
            if (p == NEVER) {
                break;
            }
            FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
            l2 = x2.fma(left, l2);
            r2 = x2.fma(right, r2);
            FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
            l3 = x3.fma(left, l3);
            r3 = x3.fma(right, r3);
            if (p == NOR_EVER) {
                break;
            }
            FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
            l4 = x4.fma(left, l4);
            r4 = x4.fma(right, r4);
            FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
            l5 = x5.fma(left, l5);
            r5 = x5.fma(right, r5);
        }
        int c0 = cAt;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
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
    }
}
