// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import dev.nn4j.config.internal.json.JsonMembers;
import java.util.stream.IntStream;

/** Whether of what is said with probability p a share p comes true: ten bins of equal width. */
final class Reliability {
    private static final int BINS = 10;

    private final Histogram bins = new Histogram(0, 1, BINS);
    private final double[] said = new double[BINS];
    private final long[] came = new long[BINS];

    void add(double probability, boolean cameTrue) {
        int bin = bins.binOf(probability);
        bins.add(probability);
        said[bin] += probability;
        came[bin] += cameTrue ? 1 : 0;
    }

    /** Of each bin that is not empty the mean probability, the share that came true, and the rows. */
    JsonMembers json() {
        long[] rows = bins.counts();
        int[] filled = IntStream.range(0, BINS).filter(bin -> rows[bin] > 0).toArray();
        return JsonMembers.none()
                .with("predicted", Series.of(filled.length, i -> said[filled[i]] / rows[filled[i]]))
                .with("observed", Series.of(filled.length, i -> (double) came[filled[i]] / rows[filled[i]]))
                .with("rows", Series.of(filled.length, i -> rows[filled[i]]));
    }
}
