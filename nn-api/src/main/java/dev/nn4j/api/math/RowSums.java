// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

/**
 * Sums along a row in an order that never changes, whatever the machine: element j goes to partial sum j mod 8, each in
 * increasing order, and the partial sums are combined as the tree ((p0+p4) + (p2+p6)) + ((p1+p5) + (p3+p7)). That is
 * the order in which eight SIMD lanes are halved, so a vector kernel can give the same bits. A component that sums along
 * a row and wants the same bits everywhere uses this class.
 *
 * @since 0.1.0
 */
public final class RowSums {
    private RowSums() {}

    /** Σ x over {@code [from, to)}; 0 for an empty range. */
    public static float sum(float[] x, int from, int to) {
        float p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            p0 += x[i];
            p1 += x[i + 1];
            p2 += x[i + 2];
            p3 += x[i + 3];
            p4 += x[i + 4];
            p5 += x[i + 5];
            p6 += x[i + 6];
            p7 += x[i + 7];
        }
        p0 += i < to ? x[i] : 0;
        p1 += i + 1 < to ? x[i + 1] : 0;
        p2 += i + 2 < to ? x[i + 2] : 0;
        p3 += i + 3 < to ? x[i + 3] : 0;
        p4 += i + 4 < to ? x[i + 4] : 0;
        p5 += i + 5 < to ? x[i + 5] : 0;
        p6 += i + 6 < to ? x[i + 6] : 0;
        return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
    }

    /** Σ x·y over {@code [from, to)}; 0 for an empty range. */
    public static float dot(float[] x, float[] y, int from, int to) {
        float p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
        int i = from;
        for (; i <= to - 8; i += 8) {
            p0 += x[i] * y[i];
            p1 += x[i + 1] * y[i + 1];
            p2 += x[i + 2] * y[i + 2];
            p3 += x[i + 3] * y[i + 3];
            p4 += x[i + 4] * y[i + 4];
            p5 += x[i + 5] * y[i + 5];
            p6 += x[i + 6] * y[i + 6];
            p7 += x[i + 7] * y[i + 7];
        }
        p0 += i < to ? x[i] * y[i] : 0;
        p1 += i + 1 < to ? x[i + 1] * y[i + 1] : 0;
        p2 += i + 2 < to ? x[i + 2] * y[i + 2] : 0;
        p3 += i + 3 < to ? x[i + 3] * y[i + 3] : 0;
        p4 += i + 4 < to ? x[i + 4] * y[i + 4] : 0;
        p5 += i + 5 < to ? x[i + 5] * y[i + 5] : 0;
        p6 += i + 6 < to ? x[i + 6] * y[i + 6] : 0;
        return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
    }
}
