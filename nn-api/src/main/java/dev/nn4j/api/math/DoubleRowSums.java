// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

/**
 * Sums along a row of floats that are added in double, in the order of {@link RowSums}: for means and variances, where
 * the rounding of float sums would show.
 *
 * @since 0.1.0
 */
public final class DoubleRowSums {
    private static final int PARTIALS = 8;

    private DoubleRowSums() {}

    /** Σ x over {@code [from, to)}. */
    public static double sum(float[] x, int from, int to) {
        double p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
        int i = from;
        for (; i <= to - PARTIALS; i += PARTIALS) {
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

    /** Σ x·y over {@code [from, to)}; products of floats are exact in double. */
    public static double dot(float[] x, float[] y, int from, int to) {
        double p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0, p7 = 0;
        int i = from;
        for (; i <= to - PARTIALS; i += PARTIALS) {
            p0 += product(x, y, i);
            p1 += product(x, y, i + 1);
            p2 += product(x, y, i + 2);
            p3 += product(x, y, i + 3);
            p4 += product(x, y, i + 4);
            p5 += product(x, y, i + 5);
            p6 += product(x, y, i + 6);
            p7 += product(x, y, i + 7);
        }
        p0 += i < to ? product(x, y, i) : 0;
        p1 += i + 1 < to ? product(x, y, i + 1) : 0;
        p2 += i + 2 < to ? product(x, y, i + 2) : 0;
        p3 += i + 3 < to ? product(x, y, i + 3) : 0;
        p4 += i + 4 < to ? product(x, y, i + 4) : 0;
        p5 += i + 5 < to ? product(x, y, i + 5) : 0;
        p6 += i + 6 < to ? product(x, y, i + 6) : 0;
        return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
    }

    private static double product(float[] x, float[] y, int i) {
        return (double) x[i] * y[i];
    }
}
