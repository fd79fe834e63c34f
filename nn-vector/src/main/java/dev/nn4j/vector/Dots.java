// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.vector;

import dev.nn4j.core.internal.kernels.FixedWeights;
import dev.nn4j.core.internal.kernels.Kernels;

/**
 * Products whose columns do not lie side by side, a column at a time in scalar code: lanes have nothing to run along.
 * Eight rows go through the sum together, because one chain alone waits for itself.
 */
final class Dots {
    private Dots() {}

    /** One element: the chain goes on from {@code sum}. */
    static float one(float[] a, int aAt, int aStride, float[] b, int bAt, int bStride, int depth, float sum) {
        float chain = sum;
        for (int p = 0; p < depth; p++) {
            chain = Math.fma(a[aAt + p * aStride], b[bAt + p * bStride], chain);
        }
        return chain;
    }

    /** One row of {@code clamp(X·W + b)}, W where it lies. A single column has a stride that the JIT knows, and no range checks. */
    static void row(float[] x, int xAt, FixedWeights fixed, float[] z, int zAt) {
        float[] parameters = fixed.parameters();
        int out = fixed.out();
        for (int j = 0; j < out; j++) {
            float start = fixed.bias() == Kernels.NO_BIAS ? 0 : parameters[fixed.bias() + j];
            z[zAt + j] = out == 1
                    ? one(x, xAt, 1, parameters, fixed.weights(), 1, fixed.in(), start)
                    : one(x, xAt, 1, parameters, fixed.weights() + j, out, fixed.in(), start);
        }
        fixed.clamp(z, zAt, zAt + out);
    }

    /** One column: {@code c_i += A_i · b} for every row i of A. */
    static void column(
            float[] a,
            int aAt,
            int aRow,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            int depth,
            float[] c,
            int cAt,
            int cRow,
            int rows) {
        int i = 0;
        for (; i + 8 <= rows; i += 8) {
            if (aStride == 1) {
                eightAlong(a, aAt + i * aRow, aRow, b, bAt, bStride, depth, c, cAt + i * cRow, cRow);
            } else {
                eight(a, aAt + i * aRow, aRow, aStride, b, bAt, bStride, depth, c, cAt + i * cRow, cRow);
            }
        }
        for (; i < rows; i++) {
            int at = cAt + i * cRow;
            c[at] = one(a, aAt + i * aRow, aStride, b, bAt, bStride, depth, c[at]);
        }
    }

    private static void eight(
            float[] a,
            int aAt,
            int aRow,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            int depth,
            float[] c,
            int at,
            int cRow) {
        float c0 = c[at];
        float c1 = c[at + cRow];
        float c2 = c[at + 2 * cRow];
        float c3 = c[at + 3 * cRow];
        float c4 = c[at + 4 * cRow];
        float c5 = c[at + 5 * cRow];
        float c6 = c[at + 6 * cRow];
        float c7 = c[at + 7 * cRow];
        for (int p = 0; p < depth; p++) {
            float s = b[bAt + p * bStride];
            int from = aAt + p * aStride;
            c0 = Math.fma(a[from], s, c0);
            c1 = Math.fma(a[from + aRow], s, c1);
            c2 = Math.fma(a[from + 2 * aRow], s, c2);
            c3 = Math.fma(a[from + 3 * aRow], s, c3);
            c4 = Math.fma(a[from + 4 * aRow], s, c4);
            c5 = Math.fma(a[from + 5 * aRow], s, c5);
            c6 = Math.fma(a[from + 6 * aRow], s, c6);
            c7 = Math.fma(a[from + 7 * aRow], s, c7);
        }
        c[at] = c0;
        c[at + cRow] = c1;
        c[at + 2 * cRow] = c2;
        c[at + 3 * cRow] = c3;
        c[at + 4 * cRow] = c4;
        c[at + 5 * cRow] = c5;
        c[at + 6 * cRow] = c6;
        c[at + 7 * cRow] = c7;
    }

    /** The same where a row of A lies along: with a stride of one the JIT needs no range checks, which are half the work. */
    private static void eightAlong(
            float[] a, int aAt, int aRow, float[] b, int bAt, int bStride, int depth, float[] c, int at, int cRow) {
        int a1 = aAt + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int a6 = a5 + aRow;
        int a7 = a6 + aRow;
        float c0 = c[at];
        float c1 = c[at + cRow];
        float c2 = c[at + 2 * cRow];
        float c3 = c[at + 3 * cRow];
        float c4 = c[at + 4 * cRow];
        float c5 = c[at + 5 * cRow];
        float c6 = c[at + 6 * cRow];
        float c7 = c[at + 7 * cRow];
        for (int p = 0; p < depth; p++) {
            float s = b[bAt + p * bStride];
            c0 = Math.fma(a[aAt + p], s, c0);
            c1 = Math.fma(a[a1 + p], s, c1);
            c2 = Math.fma(a[a2 + p], s, c2);
            c3 = Math.fma(a[a3 + p], s, c3);
            c4 = Math.fma(a[a4 + p], s, c4);
            c5 = Math.fma(a[a5 + p], s, c5);
            c6 = Math.fma(a[a6 + p], s, c6);
            c7 = Math.fma(a[a7 + p], s, c7);
        }
        c[at] = c0;
        c[at + cRow] = c1;
        c[at + 2 * cRow] = c2;
        c[at + 3 * cRow] = c3;
        c[at + 4 * cRow] = c4;
        c[at + 5 * cRow] = c5;
        c[at + 6 * cRow] = c6;
        c[at + 7 * cRow] = c7;
    }
}
