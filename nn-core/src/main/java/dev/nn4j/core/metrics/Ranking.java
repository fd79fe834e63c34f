// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.RankedRows;
import dev.nn4j.core.table.WordArray;
import java.util.function.IntPredicate;

/**
 * Scores of positives and negatives, walked from the lowest up: each different score is a threshold, of which the ROC and
 * the precision-recall curve have a point. 0 and −0 are one score. Immutable.
 *
 * @since 0.1.0
 */
public final class Ranking {
    private final RankedRows rows;

    private Ranking(RankedRows rows) {
        this.rows = rows;
    }

    /** The score of a row. */
    @FunctionalInterface
    public interface Score {
        /** Higher means more positive. */
        float of(int row);
    }

    /** Sees what is at a threshold, not what is beyond. */
    @FunctionalInterface
    public interface Threshold {
        /** So many positives and negatives have this score. */
        void at(long positives, long negatives);
    }

    /**
     * Ranks rows.
     *
     * @param positive for each row whether it is
     * @param memory a word for each row, used until the ranking is not needed any more
     */
    public static Ranking of(int rows, Score score, IntPredicate positive, WordArray memory) {
        return new Ranking(new RankedRows(rows, score::of, positive, memory));
    }

    /** How many positives there are. */
    public long positives() {
        return rows.positives();
    }

    /** How many negatives there are. */
    public long negatives() {
        return rows.negatives();
    }

    /** Goes through the thresholds, the lowest first. */
    public void walk(Threshold threshold) {
        rows.walk(threshold::at);
    }
}
