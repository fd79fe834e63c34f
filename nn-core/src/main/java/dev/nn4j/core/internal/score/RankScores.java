// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.table.WordArray;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * How well scores put positives before negatives.
 *
 * @param rocAuc area under the ROC curve; empty where there is no positive or no negative
 * @param averagePrecision area under the steps of the precision-recall curve; empty where there is no positive
 */
public record RankScores(OptionalDouble rocAuc, OptionalDouble averagePrecision) {
    /** Of an output's class, or its yes, against the rest. */
    public static RankScores of(ScoredRows rows, int output, WordArray memory) {
        return of(rows, row -> rows.output(row, output), row -> rows.isPositive(row, output), memory);
    }

    /**
     * Of any scores of rows.
     *
     * @param rows whose weights count
     * @param score higher means more positive
     * @param memory a word for each row
     */
    public static RankScores of(ScoredRows rows, RowNumber score, IntPredicate positive, WordArray memory) {
        if (rows.isWeighted()) {
            return new WeightedRanks(new SortedRows(rows.rows(), score), positive, rows::weight).scores();
        }
        return of(new RankedRows(rows.rows(), score, positive, memory));
    }

    /** Of rows that all weigh the same. */
    static RankScores of(RankedRows ranked) {
        RocArea area = new RocArea();
        PrecisionArea precision = new PrecisionArea(ranked.positives(), ranked.negatives());
        ranked.walk((positives, negatives) -> {
            area.add(positives, negatives);
            precision.add(positives, negatives);
        });
        return new RankScores(area.area(ranked.positives(), ranked.negatives()), precision.area());
    }
}
