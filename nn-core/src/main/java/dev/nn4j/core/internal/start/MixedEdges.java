// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.start;

import java.util.Arrays;

/**
 * Edges of the bins of a column: as many quantiles of the rows as of the values that differ, and each edge once. Of the rows
 * alone, a column that is mostly one value would have hardly any bins; of the values alone, few rows might have most.
 */
public final class MixedEdges {
    private MixedEdges() {}

    /**
     * The edges.
     *
     * @param sorted finite values of a column
     * @param bins most bins
     * @return one more than the bins, ascending; where there are fewer bins, the last edge again
     */
    public static float[] of(float[] sorted, int bins) {
        float[] edges = new float[bins + 1];
        if (sorted.length == 0) {
            return edges;
        }
        int quantiles = bins / 2 + 1;
        float[] all = new float[2 * quantiles];
        quantiles(sorted, sorted.length, all, 0, quantiles);
        float[] different = sorted.clone();
        quantiles(different, distinct(different, different.length), all, quantiles, quantiles);
        Arrays.sort(all);
        int used = distinct(all, all.length);
        System.arraycopy(all, 0, edges, 0, used);
        Arrays.fill(edges, used, edges.length, all[used - 1]);
        return edges;
    }

    /** The quantiles 0, 1/(count − 1), …, 1 of the first {@code length} sorted values, between two of them linearly. */
    private static void quantiles(float[] sorted, int length, float[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            double place = (double) i * (length - 1) / (count - 1);
            int below = (int) place;
            double lower = sorted[below];
            double upper = sorted[Math.min(below + 1, length - 1)];
            into[at + i] = (float) (lower + (upper - lower) * (place - below));
        }
    }

    /** Moves each value that differs from the one before to the front; answers how many there are. */
    private static int distinct(float[] sorted, int length) {
        int count = 1;
        for (int i = 1; i < length; i++) {
            if (sorted[i] > sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return count;
    }
}
