// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The heart of the large products: a tile of 4 rows by two vectors, held in eight registers; with sixteen in all, more would
 * spill. The accumulators begin with what the sum starts from (bias, zero, or the sum so far), so each element is one chain.
 * B is packed in panels of two vectors {@code [depth][2·lanes]}.
 */
final class Tile {
    static final int ROWS = 4;
    static final int COLUMNS = 2 * Lanes.COUNT;

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;

    private Tile() {}

    /** {@code C = start + A·B} for one tile, A in a packed panel {@code [depth][4]}. */
    static void multiplyPacked(
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            int depth,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow) {
        int start1 = startAt + startRow;
        int start2 = start1 + startRow;
        int start3 = start2 + startRow;
        FloatVector c00 = FloatVector.fromArray(S, start, startAt);
        FloatVector c01 = FloatVector.fromArray(S, start, startAt + W);
        FloatVector c10 = FloatVector.fromArray(S, start, start1);
        FloatVector c11 = FloatVector.fromArray(S, start, start1 + W);
        FloatVector c20 = FloatVector.fromArray(S, start, start2);
        FloatVector c21 = FloatVector.fromArray(S, start, start2 + W);
        FloatVector c30 = FloatVector.fromArray(S, start, start3);
        FloatVector c31 = FloatVector.fromArray(S, start, start3 + W);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector a0 = FloatVector.broadcast(S, a[aAt + p * ROWS]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, a[aAt + p * ROWS + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, a[aAt + p * ROWS + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, a[aAt + p * ROWS + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + W);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + W);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + W);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + W);
    }

    /**
     * {@code C = start + A·B} for one tile. The four elements of a column of A lie side by side, columns {@code aColumn}
     * apart: a transposed matrix where it lies.
     */
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
        int start1 = startAt + startRow;
        int start2 = start1 + startRow;
        int start3 = start2 + startRow;
        FloatVector c00 = FloatVector.fromArray(S, start, startAt);
        FloatVector c01 = FloatVector.fromArray(S, start, startAt + W);
        FloatVector c10 = FloatVector.fromArray(S, start, start1);
        FloatVector c11 = FloatVector.fromArray(S, start, start1 + W);
        FloatVector c20 = FloatVector.fromArray(S, start, start2);
        FloatVector c21 = FloatVector.fromArray(S, start, start2 + W);
        FloatVector c30 = FloatVector.fromArray(S, start, start3);
        FloatVector c31 = FloatVector.fromArray(S, start, start3 + W);
        int at = aAt;
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector a0 = FloatVector.broadcast(S, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, a[at + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, a[at + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, a[at + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            at += aColumn;
        }
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + W);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + W);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + W);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + W);
    }

    /** {@code C = start + A·B} for one tile, the elements of a row of A lying side by side, rows {@code aRow} apart. */
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
        int a1At = aAt + aRow;
        int a2At = a1At + aRow;
        int a3At = a2At + aRow;
        int start1 = startAt + startRow;
        int start2 = start1 + startRow;
        int start3 = start2 + startRow;
        FloatVector c00 = FloatVector.fromArray(S, start, startAt);
        FloatVector c01 = FloatVector.fromArray(S, start, startAt + W);
        FloatVector c10 = FloatVector.fromArray(S, start, start1);
        FloatVector c11 = FloatVector.fromArray(S, start, start1 + W);
        FloatVector c20 = FloatVector.fromArray(S, start, start2);
        FloatVector c21 = FloatVector.fromArray(S, start, start2 + W);
        FloatVector c30 = FloatVector.fromArray(S, start, start3);
        FloatVector c31 = FloatVector.fromArray(S, start, start3 + W);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(S, b, bAt + p * COLUMNS);
            FloatVector b1 = FloatVector.fromArray(S, b, bAt + p * COLUMNS + W);
            FloatVector a0 = FloatVector.broadcast(S, a[aAt + p]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, a[a1At + p]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, a[a2At + p]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, a[a3At + p]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + W);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + W);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + W);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + W);
    }
}
