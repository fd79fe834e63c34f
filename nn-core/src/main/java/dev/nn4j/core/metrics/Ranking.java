// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;
import java.util.function.IntPredicate;

/**
 * Scores of positives and negatives, walked from the lowest up: each different score is a threshold, of which the ROC and
 * the precision-recall curve have a point. 0 and −0 are one score. Immutable.
 *
 * @since 0.1.0
 */
public final class Ranking {
    private final SortedNumbers positives;
    private final SortedNumbers negatives;

    private Ranking(SortedNumbers positives, SortedNumbers negatives) {
        this.positives = positives;
        this.negatives = negatives;
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
        long positives = 0;
        long negatives = rows;
        for (int row = 0; row < rows; row++) {
            long place = positive.test(row) ? positives++ : --negatives;
            memory.set(place, Float.floatToRawIntBits(score.of(row) + 0f)); // -0 is 0
        }
        return new Ranking(new SortedNumbers(memory, 0, positives), new SortedNumbers(memory, positives, rows));
    }

    /** How many positives there are. */
    public long positives() {
        return positives.count();
    }

    /** How many negatives there are. */
    public long negatives() {
        return negatives.count();
    }

    /** Goes through the thresholds, the lowest first. */
    public void walk(Threshold threshold) {
        SortedNumbers.Walk up = positives.walk();
        SortedNumbers.Walk down = negatives.walk();
        boolean more = up.next();
        boolean others = down.next();
        while (more || others) {
            int order = !others ? -1 : !more ? 1 : Float.compare(up.number(), down.number());
            threshold.at(order <= 0 ? up.times() : 0, order >= 0 ? down.times() : 0);
            more = order <= 0 ? up.next() : more;
            others = order >= 0 ? down.next() : others;
        }
    }
}
