// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.table.WordArray;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * Area under the ROC curve by ranks: the probability that a positive scores above a negative, ties counting half (Hanley
 * and McNeil 1982; the Mann–Whitney U over the number of pairs).
 */
final class RocAuc {
    private long ranked;
    private double rankSum;

    private RocAuc() {}

    /**
     * The area for answers.
     *
     * @param memory a word for each row
     */
    static OptionalDouble of(Answers answers, Ranking.Score score, IntPredicate positive, WordArray memory) {
        return answers.isWeighted()
                ? WeightedRocAuc.of(answers.rows(), score, positive, answers::weight)
                : of(Ranking.of(answers.rows(), score, positive, memory));
    }

    /** The area; empty where there is no positive or no negative. */
    static OptionalDouble of(Ranking ranking) {
        long positives = ranking.positives();
        long negatives = ranking.negatives();
        if (positives == 0 || negatives == 0) {
            return OptionalDouble.empty();
        }
        RocAuc ranks = new RocAuc();
        ranking.walk(ranks::add);
        double above = ranks.rankSum - positives * (positives + 1) / 2.0;
        return OptionalDouble.of(above / ((double) positives * negatives));
    }

    /** All that have one score have the mean of their ranks. */
    private void add(long positives, long negatives) {
        long next = ranked + positives + negatives;
        double meanRank = (ranked + 1 + next) / 2.0;
        for (long i = 0; i < positives; i++) {
            rankSum += meanRank;
        }
        ranked = next;
    }
}
