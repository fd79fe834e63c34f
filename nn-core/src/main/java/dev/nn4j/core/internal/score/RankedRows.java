// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import dev.nn4j.core.table.SortedNumbers;
import dev.nn4j.core.table.WordArray;
import java.util.function.IntPredicate;

/** Scores of positives and negatives, walked from the lowest up. 0 and −0 are one score. Immutable. */
public final class RankedRows {
    private final SortedNumbers positives;
    private final SortedNumbers negatives;

    /**
     * Ranks rows.
     *
     * @param score higher means more positive
     * @param positive for each row whether it is
     * @param memory a word for each row, used until the ranking is not needed any more
     */
    public RankedRows(int rows, RowNumber score, IntPredicate positive, WordArray memory) {
        long found = 0;
        long rest = rows;
        for (int row = 0; row < rows; row++) {
            long place = positive.test(row) ? found++ : --rest;
            memory.set(place, Float.floatToRawIntBits(score.of(row) + 0f)); // -0 is 0
        }
        this.positives = new SortedNumbers(memory, 0, found);
        this.negatives = new SortedNumbers(memory, found, rows);
    }

    /** Sees what is at a threshold, not what is beyond. */
    @FunctionalInterface
    public interface Threshold {
        /** So many positives and negatives have this score. */
        void at(long positives, long negatives);
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
