// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of eight rows by two vectors, held in sixteen registers, which reads A and B by strides. It takes vectors of 512
 * bits: with them a core spends so long on the sixteen sums that addresses and range checks go unnoticed beside them.
 *
 * <p>A smaller tile is the same tile folded: its lower four rows overlap the upper four, its right vector the left one. What
 * is thus computed twice comes out the same, since all sums are begun before any is stored.
 */
final class FoldingTile {
    static final int ROWS = 8;
    static final int COLUMNS = 2 * Lanes.COUNT;
    static final int FEWEST_ROWS = ROWS / 2;
    static final int FEWEST_COLUMNS = Lanes.COUNT;

    private static final VectorSpecies<Float> S = Lanes.SPECIES;

    private FoldingTile() {}

    /** {@code C = start + A·B} for the {@code height} rows from i and {@code width} columns from j on; B's rows are contiguous. */
    static void multiply(Matrix a, Matrix b, Matrix start, Matrix c, int depth, int i, int height, int j, int width) {
        if (width == FEWEST_COLUMNS) {
            one(a, b, start, c, depth, i, height - FEWEST_ROWS, j);
        } else {
            two(a, b, start, c, depth, i, height - FEWEST_ROWS, j, width - FEWEST_COLUMNS);
        }
    }

    /** The lower four rows begin {@code down} below the upper ones, the right vector {@code right} beside the left one. */
    private static void two(Matrix a, Matrix b, Matrix start, Matrix c, int depth, int i, int down, int j, int right) {
        float[] av = a.values;
        int aColumn = a.column;
        int a0 = a.at(i, 0);
        int a1 = a0 + a.row;
        int a2 = a1 + a.row;
        int a3 = a2 + a.row;
        int a4 = a.at(i + down, 0);
        int a5 = a4 + a.row;
        int a6 = a5 + a.row;
        int a7 = a6 + a.row;
        float[] bv = b.values;
        int bRow = b.row;
        int bAt = b.at(0, j);
        float[] from = start.values;
        int s0 = start.at(i, j);
        int s1 = s0 + start.row;
        int s2 = s1 + start.row;
        int s3 = s2 + start.row;
        int s4 = start.at(i + down, j);
        int s5 = s4 + start.row;
        int s6 = s5 + start.row;
        int s7 = s6 + start.row;
        FloatVector l0 = FloatVector.fromArray(S, from, s0);
        FloatVector r0 = FloatVector.fromArray(S, from, s0 + right);
        FloatVector l1 = FloatVector.fromArray(S, from, s1);
        FloatVector r1 = FloatVector.fromArray(S, from, s1 + right);
        FloatVector l2 = FloatVector.fromArray(S, from, s2);
        FloatVector r2 = FloatVector.fromArray(S, from, s2 + right);
        FloatVector l3 = FloatVector.fromArray(S, from, s3);
        FloatVector r3 = FloatVector.fromArray(S, from, s3 + right);
        FloatVector l4 = FloatVector.fromArray(S, from, s4);
        FloatVector r4 = FloatVector.fromArray(S, from, s4 + right);
        FloatVector l5 = FloatVector.fromArray(S, from, s5);
        FloatVector r5 = FloatVector.fromArray(S, from, s5 + right);
        FloatVector l6 = FloatVector.fromArray(S, from, s6);
        FloatVector r6 = FloatVector.fromArray(S, from, s6 + right);
        FloatVector l7 = FloatVector.fromArray(S, from, s7);
        FloatVector r7 = FloatVector.fromArray(S, from, s7 + right);
        for (int p = 0; p < depth; p++) {
            int row = bAt + p * bRow;
            FloatVector bLeft = FloatVector.fromArray(S, bv, row);
            FloatVector bRight = FloatVector.fromArray(S, bv, row + right);
            int along = p * aColumn;
            FloatVector x0 = FloatVector.broadcast(S, av[a0 + along]);
            l0 = x0.fma(bLeft, l0);
            r0 = x0.fma(bRight, r0);
            FloatVector x1 = FloatVector.broadcast(S, av[a1 + along]);
            l1 = x1.fma(bLeft, l1);
            r1 = x1.fma(bRight, r1);
            FloatVector x2 = FloatVector.broadcast(S, av[a2 + along]);
            l2 = x2.fma(bLeft, l2);
            r2 = x2.fma(bRight, r2);
            FloatVector x3 = FloatVector.broadcast(S, av[a3 + along]);
            l3 = x3.fma(bLeft, l3);
            r3 = x3.fma(bRight, r3);
            FloatVector x4 = FloatVector.broadcast(S, av[a4 + along]);
            l4 = x4.fma(bLeft, l4);
            r4 = x4.fma(bRight, r4);
            FloatVector x5 = FloatVector.broadcast(S, av[a5 + along]);
            l5 = x5.fma(bLeft, l5);
            r5 = x5.fma(bRight, r5);
            FloatVector x6 = FloatVector.broadcast(S, av[a6 + along]);
            l6 = x6.fma(bLeft, l6);
            r6 = x6.fma(bRight, r6);
            FloatVector x7 = FloatVector.broadcast(S, av[a7 + along]);
            l7 = x7.fma(bLeft, l7);
            r7 = x7.fma(bRight, r7);
        }
        float[] to = c.values;
        int c0 = c.at(i, j);
        int c1 = c0 + c.row;
        int c2 = c1 + c.row;
        int c3 = c2 + c.row;
        int c4 = c.at(i + down, j);
        int c5 = c4 + c.row;
        int c6 = c5 + c.row;
        int c7 = c6 + c.row;
        l0.intoArray(to, c0);
        r0.intoArray(to, c0 + right);
        l1.intoArray(to, c1);
        r1.intoArray(to, c1 + right);
        l2.intoArray(to, c2);
        r2.intoArray(to, c2 + right);
        l3.intoArray(to, c3);
        r3.intoArray(to, c3 + right);
        l4.intoArray(to, c4);
        r4.intoArray(to, c4 + right);
        l5.intoArray(to, c5);
        r5.intoArray(to, c5 + right);
        l6.intoArray(to, c6);
        r6.intoArray(to, c6 + right);
        l7.intoArray(to, c7);
        r7.intoArray(to, c7 + right);
    }

    /** The same by one vector: a method of its own, because the JIT keeps sums in registers only as local variables. */
    private static void one(Matrix a, Matrix b, Matrix start, Matrix c, int depth, int i, int down, int j) {
        float[] av = a.values;
        int aColumn = a.column;
        int a0 = a.at(i, 0);
        int a1 = a0 + a.row;
        int a2 = a1 + a.row;
        int a3 = a2 + a.row;
        int a4 = a.at(i + down, 0);
        int a5 = a4 + a.row;
        int a6 = a5 + a.row;
        int a7 = a6 + a.row;
        float[] bv = b.values;
        int bRow = b.row;
        int bAt = b.at(0, j);
        float[] from = start.values;
        int s0 = start.at(i, j);
        int s1 = s0 + start.row;
        int s2 = s1 + start.row;
        int s3 = s2 + start.row;
        int s4 = start.at(i + down, j);
        int s5 = s4 + start.row;
        int s6 = s5 + start.row;
        int s7 = s6 + start.row;
        FloatVector sum0 = FloatVector.fromArray(S, from, s0);
        FloatVector sum1 = FloatVector.fromArray(S, from, s1);
        FloatVector sum2 = FloatVector.fromArray(S, from, s2);
        FloatVector sum3 = FloatVector.fromArray(S, from, s3);
        FloatVector sum4 = FloatVector.fromArray(S, from, s4);
        FloatVector sum5 = FloatVector.fromArray(S, from, s5);
        FloatVector sum6 = FloatVector.fromArray(S, from, s6);
        FloatVector sum7 = FloatVector.fromArray(S, from, s7);
        for (int p = 0; p < depth; p++) {
            FloatVector b0 = FloatVector.fromArray(S, bv, bAt + p * bRow);
            int along = p * aColumn;
            FloatVector x0 = FloatVector.broadcast(S, av[a0 + along]);
            sum0 = x0.fma(b0, sum0);
            FloatVector x1 = FloatVector.broadcast(S, av[a1 + along]);
            sum1 = x1.fma(b0, sum1);
            FloatVector x2 = FloatVector.broadcast(S, av[a2 + along]);
            sum2 = x2.fma(b0, sum2);
            FloatVector x3 = FloatVector.broadcast(S, av[a3 + along]);
            sum3 = x3.fma(b0, sum3);
            FloatVector x4 = FloatVector.broadcast(S, av[a4 + along]);
            sum4 = x4.fma(b0, sum4);
            FloatVector x5 = FloatVector.broadcast(S, av[a5 + along]);
            sum5 = x5.fma(b0, sum5);
            FloatVector x6 = FloatVector.broadcast(S, av[a6 + along]);
            sum6 = x6.fma(b0, sum6);
            FloatVector x7 = FloatVector.broadcast(S, av[a7 + along]);
            sum7 = x7.fma(b0, sum7);
        }
        float[] to = c.values;
        int c0 = c.at(i, j);
        int c1 = c0 + c.row;
        int c2 = c1 + c.row;
        int c3 = c2 + c.row;
        int c4 = c.at(i + down, j);
        int c5 = c4 + c.row;
        int c6 = c5 + c.row;
        int c7 = c6 + c.row;
        sum0.intoArray(to, c0);
        sum1.intoArray(to, c1);
        sum2.intoArray(to, c2);
        sum3.intoArray(to, c3);
        sum4.intoArray(to, c4);
        sum5.intoArray(to, c5);
        sum6.intoArray(to, c6);
        sum7.intoArray(to, c7);
    }
}
