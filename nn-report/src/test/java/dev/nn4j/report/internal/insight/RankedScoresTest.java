// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.table.WordArray;
import org.junit.jupiter.api.Test;

/** The values are worked out by hand. */
class RankedScoresTest {
    /** From the top: yes, no, yes, no. */
    private static final RankedScores MIXED = of(new float[] {0.4f, 0.9f, 0.1f, 0.7f}, true, true, false, false);

    @Test
    void theRocCurveIsTheBestRateAtEachRateOfFalseAlarms() {
        assertThat(MIXED.roc(4)).containsExactly(0.5, 0.5, 1, 1, 1);
    }

    @Test
    void precisionIsThatWhereARecallIsFirstReached() {
        assertThat(MIXED.precision(2)).containsExactly(1, 1, 2.0 / 3);
    }

    @Test
    void averagePrecisionWeighsByRecallGained() {
        assertThat(MIXED.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void equalScoresAreOneThreshold() {
        RankedScores tied = of(new float[] {0.5f, 0.5f, 0.5f}, true, false, false);
        assertThat(tied.roc(2)).containsExactly(0, 0, 1);
        assertThat(tied.averagePrecision()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void withOneKindAloneThereIsNoCurve() {
        assertThat(of(new float[] {1, 2}, true, true).hasCurves()).isFalse();
        assertThat(of(new float[] {1, 2}, false, false).hasCurves()).isFalse();
        assertThat(MIXED.hasCurves()).isTrue();
    }

    private static RankedScores of(float[] scores, boolean... positive) {
        return RankedScores.of(
                scores.length, row -> scores[row], row -> positive[row], WordArray.inHeap(scores.length));
    }
}
