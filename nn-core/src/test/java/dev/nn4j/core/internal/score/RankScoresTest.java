// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.table.WordArray;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores of positives and negatives that all weigh the same, and what is made of their order. */
class RankScoresTest {
    @Test
    void isTheShareOfPairsInTheRightOrder() {
        assertThat(auc(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, false, false, true, true))
                .isEqualTo(0.75);
        assertThat(auc(new float[] {1, 2, 3}, false, true, true)).isEqualTo(1);
        assertThat(auc(new float[] {3, 2, 1}, false, true, true)).isZero();
    }

    @Test
    void tiesCountHalf() {
        assertThat(auc(new float[] {1, 2, 2, 3}, false, true, false, true)).isEqualTo(0.875);
        assertThat(auc(new float[] {5, 5, 5, 5}, true, false, false, true)).isEqualTo(0.5);
        assertThat(auc(new float[] {-0f, 0f}, false, true)).isEqualTo(0.5);
    }

    @Test
    void isUndefinedWhereOneSideHasNoRows() {
        assertThat(area(new float[] {1, 2}, true, true)).isEmpty();
        assertThat(area(new float[] {1, 2}, false, false)).isEmpty();
        assertThat(area(new float[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithCountingAllPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] scores = new float[80];
        boolean[] positive = new boolean[80];
        for (int i = 0; i < 80; i++) {
            scores[i] = random.nextInt(20);
            positive[i] = random.nextInt(3) == 0;
        }
        double above = 0;
        int pairs = 0;
        for (int p = 0; p < 80; p++) {
            for (int n = 0; n < 80; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    above += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }
        assertThat(auc(scores, positive)).as("seed %d", seed).isCloseTo(above / pairs, within(1e-12));
    }

    @Test
    void precisionIsThatOfAllFromAThresholdOn() {
        assertThat(precision(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, false, false, true, true))
                .isCloseTo((1 + 2 / 3.0) / 2, within(1e-15));
        assertThat(precision(new float[] {5, 5, 5, 5}, true, false, false, false))
                .isEqualTo(0.25);
        assertThat(precision(new float[] {1, 2}, true, true)).isEqualTo(1);
        assertThat(scores(new float[] {1, 2}, false, false).averagePrecision()).isEmpty();
    }

    private static double auc(float[] scores, boolean... positive) {
        return area(scores, positive).orElseThrow();
    }

    private static OptionalDouble area(float[] scores, boolean... positive) {
        return scores(scores, positive).rocAuc();
    }

    private static double precision(float[] scores, boolean... positive) {
        return scores(scores, positive).averagePrecision().orElseThrow();
    }

    private static RankScores scores(float[] scores, boolean... positive) {
        WordArray memory = WordArray.inHeap(scores.length);
        return RankScores.of(new RankedRows(scores.length, row -> scores[row], row -> positive[row], memory));
    }
}
