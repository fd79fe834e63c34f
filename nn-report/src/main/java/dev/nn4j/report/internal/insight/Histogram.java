// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

/** Counts of values in bins of one width; the last bin has both its ends. */
final class Histogram {
    private final double from;
    private final double to;
    private final long[] counts;

    Histogram(double from, double to, int bins) {
        this.from = from;
        this.to = to;
        this.counts = new long[bins];
    }

    void add(double value) {
        counts[binOf(value)]++;
    }

    /** The bin that a value falls into; values outside count at the ends. */
    int binOf(double value) {
        double place = (value - from) / (to - from) * counts.length;
        return Math.max(0, Math.min(counts.length - 1, (int) place));
    }

    long[] counts() {
        return counts.clone();
    }

    /** The ends of the bins, one more than there are bins. */
    double[] edges() {
        double[] edges = new double[counts.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = from + (to - from) * i / counts.length;
        }
        return edges;
    }
}
