// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** One row of a product, {@code c += a·B} with the rows of B contiguous, read where they lie. */
final class RowProduct {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int W = Lanes.COUNT;

    private RowProduct() {}

    static void addTo(
            float[] a, int aAt, int aStride, float[] b, int bAt, int bRow, int depth, float[] c, int cAt, int columns) {
        int j = 0;
        for (; j + 8 * W <= columns; j += 8 * W) {
            eight(a, aAt, aStride, b, bAt + j, bRow, depth, c, cAt + j);
        }
        for (; j + 4 * W <= columns; j += 4 * W) {
            four(a, aAt, aStride, b, bAt + j, bRow, depth, c, cAt + j);
        }
        for (; j + W <= columns; j += W) {
            one(a, aAt, aStride, b, bAt + j, bRow, depth, c, cAt + j);
        }
        for (; j < columns; j++) {
            c[cAt + j] = Dots.one(a, aAt, aStride, b, bAt + j, bRow, depth, c[cAt + j]);
        }
    }

    private static void eight(
            float[] a, int aAt, int aStride, float[] b, int bAt, int bRow, int depth, float[] c, int at) {
        FloatVector c0 = FloatVector.fromArray(S, c, at);
        FloatVector c1 = FloatVector.fromArray(S, c, at + W);
        FloatVector c2 = FloatVector.fromArray(S, c, at + 2 * W);
        FloatVector c3 = FloatVector.fromArray(S, c, at + 3 * W);
        FloatVector c4 = FloatVector.fromArray(S, c, at + 4 * W);
        FloatVector c5 = FloatVector.fromArray(S, c, at + 5 * W);
        FloatVector c6 = FloatVector.fromArray(S, c, at + 6 * W);
        FloatVector c7 = FloatVector.fromArray(S, c, at + 7 * W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, a[aAt + p * aStride]);
            int row = bAt + p * bRow;
            c0 = s.fma(FloatVector.fromArray(S, b, row), c0);
            c1 = s.fma(FloatVector.fromArray(S, b, row + W), c1);
            c2 = s.fma(FloatVector.fromArray(S, b, row + 2 * W), c2);
            c3 = s.fma(FloatVector.fromArray(S, b, row + 3 * W), c3);
            c4 = s.fma(FloatVector.fromArray(S, b, row + 4 * W), c4);
            c5 = s.fma(FloatVector.fromArray(S, b, row + 5 * W), c5);
            c6 = s.fma(FloatVector.fromArray(S, b, row + 6 * W), c6);
            c7 = s.fma(FloatVector.fromArray(S, b, row + 7 * W), c7);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + W);
        c2.intoArray(c, at + 2 * W);
        c3.intoArray(c, at + 3 * W);
        c4.intoArray(c, at + 4 * W);
        c5.intoArray(c, at + 5 * W);
        c6.intoArray(c, at + 6 * W);
        c7.intoArray(c, at + 7 * W);
    }

    private static void four(
            float[] a, int aAt, int aStride, float[] b, int bAt, int bRow, int depth, float[] c, int at) {
        FloatVector c0 = FloatVector.fromArray(S, c, at);
        FloatVector c1 = FloatVector.fromArray(S, c, at + W);
        FloatVector c2 = FloatVector.fromArray(S, c, at + 2 * W);
        FloatVector c3 = FloatVector.fromArray(S, c, at + 3 * W);
        for (int p = 0; p < depth; p++) {
            FloatVector s = FloatVector.broadcast(S, a[aAt + p * aStride]);
            int row = bAt + p * bRow;
            c0 = s.fma(FloatVector.fromArray(S, b, row), c0);
            c1 = s.fma(FloatVector.fromArray(S, b, row + W), c1);
            c2 = s.fma(FloatVector.fromArray(S, b, row + 2 * W), c2);
            c3 = s.fma(FloatVector.fromArray(S, b, row + 3 * W), c3);
        }
        c0.intoArray(c, at);
        c1.intoArray(c, at + W);
        c2.intoArray(c, at + 2 * W);
        c3.intoArray(c, at + 3 * W);
    }

    private static void one(
            float[] a, int aAt, int aStride, float[] b, int bAt, int bRow, int depth, float[] c, int at) {
        FloatVector sum = FloatVector.fromArray(S, c, at);
        for (int p = 0; p < depth; p++) {
            sum = FloatVector.broadcast(S, a[aAt + p * aStride]).fma(FloatVector.fromArray(S, b, bAt + p * bRow), sum);
        }
        sum.intoArray(c, at);
    }
}
