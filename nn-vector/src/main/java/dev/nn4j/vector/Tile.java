// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The heart of the large products: a tile of 4 rows by two vectors, held in eight registers. A is packed in panels of
 * four rows {@code [depth][4]}, B in panels of two vectors {@code [depth][2·lanes]}; the constant strides let the JIT
 * drop its range checks, and more accumulators would spill. The accumulators start from C, so each element goes on with
 * its one chain.
 */
final class Tile {
    static final int ROWS = 4;
    static final int COLUMNS = 2 * Lanes.COUNT;

    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;

    private Tile() {}

    /** {@code C += A·B} for one tile whose C is at {@code cAt} with rows {@code cRow} apart. */
    static void multiply(float[] a, int aAt, float[] b, int bAt, int depth, float[] c, int cAt, int cRow) {
        int c1 = cAt + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        FloatVector c00 = FloatVector.fromArray(S, c, cAt);
        FloatVector c01 = FloatVector.fromArray(S, c, cAt + W);
        FloatVector c10 = FloatVector.fromArray(S, c, c1);
        FloatVector c11 = FloatVector.fromArray(S, c, c1 + W);
        FloatVector c20 = FloatVector.fromArray(S, c, c2);
        FloatVector c21 = FloatVector.fromArray(S, c, c2 + W);
        FloatVector c30 = FloatVector.fromArray(S, c, c3);
        FloatVector c31 = FloatVector.fromArray(S, c, c3 + W);
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
