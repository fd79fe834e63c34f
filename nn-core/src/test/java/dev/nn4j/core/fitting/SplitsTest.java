// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyClassIsSetAsideInProportion(long seed) {
        int[] classes = classes(seed);
        for (double fraction : new double[] {0, 0.1, 0.25, 0.5, 0.9}) {
            boolean[] aside = Splits.setAside(classes, fraction, seed);
            for (int c = 0; c < 4; c++) {
                double quota = fraction * count(classes, c);
                assertThat(asideOf(classes, c, aside))
                        .as("seed %d, class %d", seed, c)
                        .isBetween((int) quota, (int) Math.ceil(quota));
            }
            assertThat(asideOf(aside)).isEqualTo((int) Math.round(fraction * classes.length));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // rounding each class alone takes half of all rows, or none, or leaves classes without a row
        "200, 2, 0.25, 100",
        "200, 2, 0.2, 80",
        "200, 2, 0.1, 40",
        "505, 2, 0.2, 202",
        "100, 3, 0.15, 45",
        "100, 3, 0.2, 60",
        "7, 3, 0.5, 11",
        "200, 2, 0.75, 200",
        "3, 1, 0.5, 0",
        "1, 1000, 0.2, 200",
        "1, 10, 0.99, 9"
    })
    void manySmallClassesGiveTheirShareTogether(int classes, int rowsOfEach, double fraction, int expected) {
        int[] classOf = IntStream.range(0, classes * rowsOfEach)
                .map(row -> row / rowsOfEach)
                .toArray();
        boolean[] aside = Splits.setAside(classOf, fraction, 1);
        assertThat(asideOf(aside)).isEqualTo(expected);
        for (int c = 0; c < classes; c++) {
            int quota = (int) (fraction * rowsOfEach);
            assertThat(asideOf(classOf, c, aside))
                    .isBetween(Math.min(quota, rowsOfEach - 1), Math.min(quota + 1, rowsOfEach - 1));
        }
    }

    @Test
    void theLargestRemaindersComeFirst() {
        // 0.3 of 10, 5, 3 and 2 rows: 3, 1.5, 0.9 and 0.6 make 6; the two left go to 0.9 and 0.6
        int[] classOf = IntStream.range(0, 20)
                .map(row -> row < 10 ? 0 : row < 15 ? 1 : row < 18 ? 2 : 3)
                .toArray();
        boolean[] aside = Splits.setAside(classOf, 0.3, 4);
        assertThat(IntStream.range(0, 4).map(c -> asideOf(classOf, c, aside))).containsExactly(3, 1, 1, 1);
    }

    @Test
    void theSeedDecidesBetweenEqualRemainders() {
        int[] classOf = IntStream.range(0, 400).map(row -> row / 2).toArray();
        assertThat(drawn(classOf, 1))
                .isNotEqualTo(drawn(classOf, 2))
                .isNotEqualTo(IntStream.range(0, 100).toArray());
    }

    private static int[] drawn(int[] classOf, long seed) {
        boolean[] aside = Splits.setAside(classOf, 0.25, seed);
        return IntStream.range(0, 200)
                .filter(c -> asideOf(classOf, c, aside) == 1)
                .toArray();
    }

    private static int asideOf(int[] classes, int c, boolean[] aside) {
        return (int) IntStream.range(0, classes.length)
                .filter(row -> classes[row] == c && aside[row])
                .count();
    }

    private static int asideOf(boolean[] aside) {
        return Splits.rowsWhere(aside, true).length;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void foldsAndTheirClassesDifferByAtMostOneRow(long seed) {
        int[] classes = classes(seed);
        for (int folds : new int[] {2, 3, 5, 10}) {
            int[] foldOf = Splits.folds(classes, folds, seed);
            assertEven(foldOf, folds, IntStream.range(0, classes.length).toArray());
            for (int c = 0; c < 4; c++) {
                int wanted = c;
                assertEven(
                        foldOf,
                        folds,
                        IntStream.range(0, classes.length)
                                .filter(row -> classes[row] == wanted)
                                .toArray());
            }
        }
    }

    @Test
    void oneSeedIsOneDivision() {
        int[] classes = classes(1);
        assertThat(Splits.setAside(classes, 0.3, 5)).isEqualTo(Splits.setAside(classes, 0.3, 5));
        assertThat(Splits.setAside(classes, 0.3, 5)).isNotEqualTo(Splits.setAside(classes, 0.3, 6));
        assertThat(Splits.folds(classes, 5, 5)).isEqualTo(Splits.folds(classes, 5, 5));
        assertThat(Splits.folds(classes, 5, 5)).isNotEqualTo(Splits.folds(classes, 5, 6));
    }

    @Test
    void asManyFoldsAsRowsLeaveOneOut() {
        assertThat(Splits.folds(new int[5], 5, 1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 6})
    void fewerThanTwoFoldsOrMoreThanRowsAreRefused(int folds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Splits.folds(new int[5], folds, 1))
                .withMessage("folds: must be in [2, 5], the number of rows, got " + folds);
    }

    @Test
    void rowsComeBackAscending() {
        boolean[] chosen = {true, false, true, true, false};
        assertThat(Splits.rowsWhere(chosen, true)).containsExactly(0, 2, 3);
        assertThat(Splits.rowsWhere(chosen, false)).containsExactly(1, 4);
        assertThat(Splits.setAside(new int[0], 0.5, 1)).isEmpty();
    }

    private static void assertEven(int[] foldOf, int folds, int[] rows) {
        int[] sizes = new int[folds];
        for (int row : rows) {
            sizes[foldOf[row]]++;
        }
        int least = IntStream.of(sizes).min().orElseThrow();
        int most = IntStream.of(sizes).max().orElseThrow();
        assertThat(most - least).isBetween(0, 1);
    }

    /** 50 to 149 rows of four classes, the last one rare. */
    private static int[] classes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] classes = new int[50 + random.nextInt(100)];
        for (int row = 0; row < classes.length; row++) {
            int draw = random.nextInt(20);
            classes[row] = draw == 0 ? 3 : draw % 3;
        }
        return classes;
    }

    private static int count(int[] classes, int c) {
        return (int) IntStream.of(classes).filter(each -> each == c).count();
    }
}
