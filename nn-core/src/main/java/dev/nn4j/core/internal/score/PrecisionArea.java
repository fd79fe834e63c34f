// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.OptionalDouble;

/** Area under the steps of the precision-recall curve. Takes the thresholds, the lowest first. */
final class PrecisionArea {
    private final long all;
    private long positivesLeft;
    private long negativesLeft;
    private double sum;

    PrecisionArea(long positives, long negatives) {
        this.all = positives;
        this.positivesLeft = positives;
        this.negativesLeft = negatives;
    }

    /** Takes a threshold in, at which so many are: precision is that of all from it on. */
    void add(long positives, long negatives) {
        sum += positives * ((double) positivesLeft / (positivesLeft + negativesLeft));
        positivesLeft -= positives;
        negativesLeft -= negatives;
    }

    /** The area; empty where there is no positive. */
    OptionalDouble area() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / all);
    }
}
