// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.OptionalDouble;

/**
 * Area under the ROC curve by ranks: the probability that a positive scores above a negative, ties counting half (Hanley
 * and McNeil 1982; the Mann–Whitney U over the number of pairs). Takes the thresholds, the lowest first.
 */
public final class RocArea {
    private long ranked;
    private double rankSum;

    /** Before the first threshold. */
    public RocArea() {}

    /** Takes a threshold in: all that have one score have the mean of their ranks. */
    public void add(long positives, long negatives) {
        long next = ranked + positives + negatives;
        double meanRank = (ranked + 1 + next) / 2.0;
        for (long i = 0; i < positives; i++) {
            rankSum += meanRank;
        }
        ranked = next;
    }

    /** The area when so many positives and negatives were taken in; empty where there are none of one kind. */
    public OptionalDouble area(long positives, long negatives) {
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        double above = rankSum - positives * (positives + 1) / 2.0;
        return OptionalDouble.of(above / ((double) positives * negatives));
    }
}
