// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Area under the ROC curve by ranks: the probability that a positive scores above a negative, ties counting half (Hanley
 * and McNeil 1982; the Mann–Whitney U over the number of pairs).
 */
final class RocAuc {
    private RocAuc() {}

    /**
     * The area.
     *
     * @param scores higher means more positive
     * @param positive for each score whether it is of a positive
     * @return empty where there is no positive or no negative
     */
    static OptionalDouble of(float[] scores, boolean[] positive) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(scores[a] + 0f, scores[b] + 0f));
        long positives = 0;
        double rankSum = 0;
        for (int first = 0; first < order.length; ) {
            int next = endOfTie(scores, order, first);
            double meanRank = (first + 1 + next) / 2.0;
            for (int i = first; i < next; i++) {
                if (positive[order[i]]) {
                    positives++;
                    rankSum += meanRank;
                }
            }
            first = next;
        }
        long negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        double above = rankSum - positives * (positives + 1) / 2.0;
        return OptionalDouble.of(above / ((double) positives * negatives));
    }

    private static int endOfTie(float[] scores, Integer[] order, int first) {
        int next = first + 1;
        while (next < order.length && scores[order[next]] == scores[order[first]]) {
            next++;
        }
        return next;
    }
}
