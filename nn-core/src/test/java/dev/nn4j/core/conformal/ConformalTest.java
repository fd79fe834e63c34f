// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which score a share of new rows does not exceed. */
class ConformalTest {
    private static Conformal upTo(int rows) {
        float[] scores = new float[rows];
        for (int i = 0; i < rows; i++) {
            scores[i] = rows - i; // in any order
        }
        return Conformal.of(ConformalMethod.ABSOLUTE, List.of(scores));
    }

    /** As numpy has them: np.quantile(scores, ceil((n + 1) * level) / n, method="higher"). */
    @ParameterizedTest
    @CsvSource({
        "9, 0.9, 9",
        "19, 0.9, 18",
        "99, 0.9, 90",
        "100, 0.9, 91",
        "1000, 0.9, 901",
        "1000, 0.95, 951",
        "1999, 0.8, 1600",
        "10, 0.5, 6",
        "10, 0.05, 1",
        "999, 0.007, 7",
        "2000, 0.99, 1981"
    })
    void ofEveryScoreThatIsKeptItIsTheOneOfItsRank(int rows, double level, float expected) {
        assertThat(upTo(rows).quantile(0, level)).isEqualTo(expected);
    }

    @Test
    void ofManyTheNextGreaterOneThatIsKeptStandsForIt() {
        for (int rows : new int[] {2001, 3001, 5000, 123_457}) {
            Conformal some = upTo(rows);
            assertThat(some.scores(0)).hasSize(Conformal.MOST_KEPT);
            for (double level : new double[] {0.001, 0.25, 0.8, 0.9, 0.95, 0.999}) {
                double exact = Math.ceil((rows + 1) * level - 1e-9);
                assertThat((double) some.quantile(0, level))
                        .as("%d rows, level %s", rows, level)
                        .isBetween(exact, exact + rows / 2000.0);
            }
            assertThat(some.quantile(0, rows / (rows + 1.5))).isEqualTo(rows);
        }
    }

    @Test
    void whatFewRowsCannotPromiseIsRefusedWithHowManyWould() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upTo(8).quantile(0, 0.9))
                .withMessage("conformal: 8 rows were scored, which promise at most 0.8888889, got 0.9; ask for less, or"
                        + " calibrate on at least 9 rows");
        assertThat(upTo(9).quantile(0, 0.9)).isEqualTo(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upTo(100).quantile(0, 0.9999))
                .withMessageContaining("at least 9999 rows");
        for (double wrong : new double[] {0, 1, -0.5, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> upTo(100).quantile(0, wrong))
                    .withMessageContaining("in (0, 1)");
        }
    }

    /** Exchangeable rows, a seed of 7: the mean over many draws comes near the share, and not below it but by chance. */
    @Test
    void theShareOfNewRowsIsWhatIsPromised() {
        Random random = new Random(7);
        int draws = 400;
        int held = 0;
        for (int draw = 0; draw < draws; draw++) {
            float[] scores = new float[100];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (float) Math.abs(random.nextGaussian());
            }
            Conformal conformal = Conformal.of(ConformalMethod.ABSOLUTE, List.of(scores));
            for (int i = 0; i < 50; i++) {
                held += Math.abs(random.nextGaussian()) <= conformal.quantile(0, 0.9) ? 1 : 0;
            }
        }
        assertThat(held / (draws * 50.0)).isBetween(0.895, 0.915);
    }

    @Test
    void whatWasKeptIsKeptAgain() {
        Conformal some = upTo(5000);
        Conformal again = Conformal.kept(some.method(), some.rows(), List.of(some.scores(0)));
        assertThat(again).isEqualTo(some).hasSameHashCodeAs(some).hasToString("absolute scores of 5000 rows");
    }

    @Test
    void scoresThatNoMethodGivesAreRefused() {
        refused("ascend", 10, new float[] {1, 3, 2, 4, 5, 6, 7, 8, 9, 10});
        refused("ascend", 2, new float[] {-1, 2});
        refused("ascend", 2, new float[] {1, Float.NaN});
        refused("ascend", 2, new float[] {1, Float.POSITIVE_INFINITY});
        refused("2 scores are kept, got 1", 2, new float[] {1});
        refused("at least one row", 0, new float[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conformal.of(ConformalMethod.LAC, List.of(new float[] {0.5f, 1.5f})));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conformal.of(ConformalMethod.SPREAD, List.of(new float[] {1}), 0f))
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conformal.of(ConformalMethod.ABSOLUTE, Arrays.asList(new float[1], new float[2])));
    }

    private static void refused(String why, int rows, float[] scores) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conformal.kept(ConformalMethod.ABSOLUTE, rows, List.of(scores)))
                .withMessageContaining(why);
    }

    @Test
    void aMethodIsFoundByItsWord() {
        for (ConformalMethod method : ConformalMethod.values()) {
            assertThat(ConformalMethod.parse(method.word())).isEqualTo(method);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalMethod.parse("absolut"))
                .withMessageContaining("did you mean 'absolute'?");
    }
}
