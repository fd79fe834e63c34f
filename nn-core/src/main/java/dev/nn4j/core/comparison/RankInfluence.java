// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import dev.nn4j.core.internal.score.SortedRows;
import dev.nn4j.core.metrics.Answers;
import java.util.function.IntToDoubleFunction;

/** Influences on how well scores put positives before negatives. */
final class RankInfluence {
    private final Answers answers;
    private final int output;
    private final SortedRows sorted;
    private final double[] influence;
    private double positives;
    private double negatives;

    private RankInfluence(Answers answers, int output) {
        this.answers = answers;
        this.output = output;
        this.sorted = new SortedRows(answers.rows(), row -> answers.output(row, output));
        this.influence = new double[answers.rows()];
        for (int row = 0; row < answers.rows(); row++) {
            positives += isPositive(row) ? answers.weight(row) : 0;
            negatives += isPositive(row) ? 0 : answers.weight(row);
        }
    }

    /** Of a positive, how far the share of negatives that it is above is from the area; of a negative likewise. */
    static IntToDoubleFunction rocAuc(Answers answers, int output) {
        return new RankInfluence(answers, output).area();
    }

    /**
     * Of a positive, how far the precision at its score is from the average; of every row, what it makes of the precision at the
     * scores of positives below it.
     */
    static IntToDoubleFunction averagePrecision(Answers answers, int output) {
        return new RankInfluence(answers, output).precision();
    }

    private boolean isPositive(int row) {
        return answers.target(row, output) == 1;
    }

    private double weightOf(int from, int to, boolean positive) {
        double sum = 0;
        for (int place = from; place < to; place++) {
            int row = sorted.row(place);
            sum += isPositive(row) == positive ? answers.weight(row) : 0;
        }
        return sum;
    }

    /** The end of the rows that have the score of the row at a place. */
    private int endOfTie(int from) {
        int to = from + 1;
        while (to < sorted.size() && sorted.tie(to, from)) {
            to++;
        }
        return to;
    }

    private IntToDoubleFunction area() {
        double below = 0; // negatives
        double passed = 0; // positives
        double above = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = endOfTie(from);
            double up = weightOf(from, to, true);
            double down = weightOf(from, to, false);
            for (int place = from; place < to; place++) {
                int row = sorted.row(place);
                influence[row] =
                        isPositive(row) ? (below + down / 2) / negatives : (positives - passed - up / 2) / positives;
            }
            above += up * (below + down / 2);
            below += down;
            passed += up;
        }
        double area = above / (positives * negatives);
        double all = positives + negatives;
        return row -> (influence[row] - area) * all / (isPositive(row) ? positives : negatives);
    }

    private IntToDoubleFunction precision() {
        double all = positives + negatives;
        double reached = all;
        double found = positives;
        double inverses = 0;
        double ratios = 0;
        double sum = 0;
        double[] own = new double[answers.rows()];
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = endOfTie(from);
            double up = weightOf(from, to, true);
            double precision = reached == 0 ? 0 : found / reached;
            if (up > 0) {
                inverses += up / positives * (all / reached);
                ratios += up / positives * precision * (all / reached);
                sum += up * precision;
            }
            for (int place = from; place < to; place++) {
                int row = sorted.row(place);
                own[row] = precision;
                influence[row] = (isPositive(row) ? inverses : 0) - ratios;
            }
            found -= up;
            reached -= up + weightOf(from, to, false);
        }
        double average = sum / positives;
        return row -> influence[row] + (isPositive(row) ? (own[row] - average) * all / positives : 0);
    }
}
