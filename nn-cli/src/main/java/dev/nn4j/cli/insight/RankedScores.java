// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.insight;

import java.util.Arrays;

/**
 * Scores of positives and negatives, walked from the highest down: each threshold gives a point of the ROC and of the
 * precision-recall curve. Equal scores are one threshold.
 */
final class RankedScores {
    private final float[] scores;
    private final boolean[] positive;
    private final Integer[] order;
    private final long positives;

    RankedScores(float[] scores, boolean[] positive) {
        this.scores = scores;
        this.positive = positive;
        this.order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Float.compare(scores[b] + 0f, scores[a] + 0f));
        long count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        this.positives = count;
    }

    /** Whether there are both kinds, without which there is no curve. */
    boolean hasCurves() {
        return positives > 0 && positives < scores.length;
    }

    /** The greatest true-positive rate at each false-positive rate i / (steps). */
    double[] roc(int steps) {
        double[] rates = new double[steps + 1];
        long negatives = scores.length - positives;
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
        long right = 0;
        for (int i = 0; i < order.length; i++) {
            right += positive[order[i]] ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                threshold.at(right, i + 1 - right);
            }
        }
    }
}
