// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** How well scores put positives before negatives where rows weigh: a row of weight 2 counts as two. */
final class WeightedRanks {
    private final SortedRows rows;
    private final IntPredicate positive;
    private final RowNumber weight;

    WeightedRanks(SortedRows rows, IntPredicate positive, RowNumber weight) {
        this.rows = rows;
        this.positive = positive;
        this.weight = weight;
    }

    RankScores scores() {
        return new RankScores(rocAuc(), averagePrecision());
    }

    /** Pairs count the product of their weights, ties half of it; empty where one side weighs nothing. */
    private OptionalDouble rocAuc() {
        double positives = 0;
        double negatives = 0;
        double above = 0;
        for (int from = 0, to; from < rows.size(); from = to) {
            double up = 0;
            double down = 0;
            for (to = from; to < rows.size() && rows.tie(to, from); to++) {
                int row = rows.row(to);
                up += positive.test(row) ? weight.of(row) : 0;
                down += positive.test(row) ? 0 : weight.of(row);
            }
            above += up * (negatives + down / 2);
            positives += up;
            negatives += down;
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(above / (positives * negatives));
    }

    /** From the highest score down; empty where the positives weigh nothing. */
    private OptionalDouble averagePrecision() {
        double positives = 0;
        double all = 0;
        double sum = 0;
        for (int to = rows.size() - 1, next; to >= 0; to = next) {
            double up = 0;
            for (next = to; next >= 0 && rows.tie(next, to); next--) {
                int row = rows.row(next);
                up += positive.test(row) ? weight.of(row) : 0;
                all += weight.of(row);
            }
            positives += up;
            sum += up == 0 ? 0 : up * (positives / all);
        }
        return positives == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / positives);
    }
}
