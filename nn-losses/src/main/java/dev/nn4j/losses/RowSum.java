// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

/** The sum of a row of floats in the one order that nn4j uses along rows. */
final class RowSum {
    private RowSum() {}

    /**
     * Σ x over [from, to): element j of the row goes to partial sum j mod 8, and the eight are combined as
     * ((p0+p4)+(p2+p6)) + ((p1+p5)+(p3+p7)). That is what eight SIMD lanes and the usual halving give, so every
     * machine and every implementation can reproduce it; pairwise partials also round less than one chain.
     */
    static float of(float[] x, int from, int to) {
        float p0 = 0;
        float p1 = 0;
        float p2 = 0;
        float p3 = 0;
        float p4 = 0;
        float p5 = 0;
        float p6 = 0;
        float p7 = 0;
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
        int left = to - i;
        p0 += left > 0 ? x[i] : 0;
        p1 += left > 1 ? x[i + 1] : 0;
        p2 += left > 2 ? x[i + 2] : 0;
        p3 += left > 3 ? x[i + 3] : 0;
        p4 += left > 4 ? x[i + 4] : 0;
        p5 += left > 5 ? x[i + 5] : 0;
        p6 += left > 6 ? x[i + 6] : 0;
        return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
    }
}
