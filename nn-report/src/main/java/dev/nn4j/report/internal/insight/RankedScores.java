// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import dev.nn4j.core.metrics.Ranking;
import dev.nn4j.core.table.WordArray;
import java.util.function.IntPredicate;

/**
 * Scores of positives and negatives, walked from the highest down: each threshold gives a point of the ROC and of the
 * precision-recall curve. Equal scores are one threshold.
 */
final class RankedScores {
    private final Ranking ranking;
    private final long positives;
    private final long negatives;

    /**
     * Scores of rows.
     *
     * @param ranking of the negated scores, whose lowest is the highest
     */
    private RankedScores(Ranking ranking) {
        this.ranking = ranking;
        this.positives = ranking.positives();
        this.negatives = ranking.negatives();
    }

    /** Of rows; see {@link Ranking#of}. */
    static RankedScores of(int rows, Ranking.Score score, IntPredicate positive, WordArray memory) {
        return new RankedScores(Ranking.of(rows, row -> -score.of(row), positive, memory));
    }

    /** Whether there are both kinds, without which there is no curve. */
    boolean hasCurves() {
        return positives > 0 && negatives > 0;
    }

    /** The greatest true-positive rate at each false-positive rate i / (steps). */
    double[] roc(int steps) {
        double[] rates = new double[steps + 1];
        walk((right, wrong) -> {
            double rate = (double) right / positives;
            int from = (int) ((wrong * steps + negatives - 1) / negatives);
            for (int i = from; i <= steps && rates[i] < rate; i++) {
                rates[i] = rate;
            }
        });
        return rates;
    }

    /** The precision where each recall i / (steps) is first reached. */
    double[] precision(int steps) {
        double[] precisions = new double[steps + 1];
        int[] next = {0};
        walk((right, wrong) -> {
            int reached = (int) (right * steps / positives);
            while (next[0] <= reached && right > 0) {
                precisions[next[0]++] = (double) right / (right + wrong);
            }
        });
        return precisions;
    }

    /** Σ (recall − recall before) · precision over the thresholds. */
    double averagePrecision() {
        double[] sum = {0};
        long[] before = {0};
        walk((right, wrong) -> {
            sum[0] += (double) (right - before[0]) / positives * right / (right + wrong);
            before[0] = right;
        });
        return sum[0];
    }

    /** What is at and above a threshold. */
    private interface Threshold {
        void at(long right, long wrong);
    }

    private void walk(Threshold threshold) {
        long[] above = new long[2];
        ranking.walk((right, wrong) -> {
            above[0] += right;
            above[1] += wrong;
            threshold.at(above[0], above[1]);
        });
    }
}
