// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.table.WordArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupSplitsTest {
    /** What scikit-learn 1.2.1 gives: {@code sorted(len(test) for _, test in GroupKFold(k).split(X, groups=g))}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'mpg by model_year', 5, '29 28 28 40 27 30 34 28 36 29 29 29 31', '65 68 87 88 90'",
        "'german by purpose', 3, '280 50 181 234 103 97 12 22 12 9', '330 331 339'",
        "'adult by occupation', 4, '3770 4066 1370 4140 3295 3650 4099 1597 994 2002 928 1843 649 9 149',"
                + "'7738 8120 8348 8355'"
    })
    void foldsWithoutClassesAreAsEvenAsThoseOfScikitLearn(String table, int folds, String groups, String expected) {
        int[] sizes =
                Arrays.stream(groups.split(" ")).mapToInt(Integer::parseInt).toArray();
        int[] groupOf = IntStream.range(0, sizes.length)
                .flatMap(group -> IntStream.range(0, sizes[group]).map(row -> group))
                .toArray();
        int[] foldOf = folds(new int[groupOf.length], groupOf, folds, 1);
        assertThat(IntStream.range(0, folds)
                        .map(fold -> (int)
                                Arrays.stream(foldOf).filter(one -> one == fold).count())
                        .sorted())
                .containsExactly(
                        Arrays.stream(expected.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroupIsInTwoFoldsAndClassesAreSpread(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] groups = contiguous(random.ints(900, 0, 120).toArray());
        int[] classes = random.ints(900, 0, 10).map(i -> i < 2 ? 1 : 0).toArray();
        int[] foldOf = folds(classes, groups, 5, seed);
        requireWhole(groups, foldOf, seed);
        for (int fold = 0; fold < 5; fold++) {
            int some = fold;
            int[] rows =
                    IntStream.range(0, 900).filter(row -> foldOf[row] == some).toArray();
            long rare = Arrays.stream(rows).filter(row -> classes[row] == 1).count();
            assertThat(rows.length).as("seed %d", seed).isBetween(160, 200);
            assertThat((double) rare / Arrays.stream(classes).sum())
                    .as("seed %d", seed)
                    .isBetween(0.17, 0.23);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aFractionIsSetAsideInWholeGroupsWithClassesInProportion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] groups = contiguous(random.ints(1000, 0, 150).toArray());
        int[] classes = random.ints(1000, 0, 4).toArray();
        BitSet aside = aside(classes, groups, 0.2, seed);
        requireWhole(
                groups,
                IntStream.range(0, 1000).map(row -> aside.get(row) ? 1 : 0).toArray(),
                seed);
        assertThat(aside.cardinality()).as("seed %d", seed).isBetween(185, 215);
        for (int c = 0; c < 4; c++) {
            int one = c;
            double all = Arrays.stream(classes).filter(other -> other == one).count();
            double set = aside.stream().filter(row -> classes[row] == one).count();
            assertThat(set / all).as("seed %d, class %d", seed, c).isBetween(0.13, 0.27);
        }
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        int[] groups = IntStream.range(0, 300).map(row -> row % 30).toArray();
        int[] classes = new int[300];
        assertThat(aside(classes, groups, 0.3, 1)).isEqualTo(aside(classes, groups, 0.3, 1));
        assertThat(aside(classes, groups, 0.3, 1)).isNotEqualTo(aside(classes, groups, 0.3, 2));
        assertThat(folds(classes, groups, 3, 1)).isEqualTo(folds(classes, groups, 3, 1));
        assertThat(folds(classes, groups, 3, 1)).isNotEqualTo(folds(classes, groups, 3, 2));
    }

    @Test
    void aGroupThatHasAClassAloneIsLearntFrom() {
        int[] groups = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] classes = {1, 1, 1, 0, 0, 0, 0, 0, 0};
        for (long seed = 0; seed < 20; seed++) {
            assertThat(aside(classes, groups, 0.4, seed).get(0)).isFalse();
        }
    }

    @Test
    void atLeastOneGroupIsSetAsideIfOneCanBeSpared() {
        int[] groups = {0, 0, 0, 1, 1, 1};
        assertThat(aside(new int[6], groups, 0.1, 1).cardinality()).isEqualTo(3);
        assertThat(aside(new int[6], new int[6], 0.5, 1).isEmpty()).isTrue();
        assertThat(aside(new int[6], groups, 0, 1).isEmpty()).isTrue();
    }

    @Test
    void moreFoldsThanGroupsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> folds(new int[4], new int[] {0, 0, 1, 1}, 3, 1))
                .withMessage("folds: must be in [2, 2], the number of groups, got 3");
    }

    private static void requireWhole(int[] groups, int[] partOf, long seed) {
        Map<Integer, Integer> parts = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            Integer other = parts.putIfAbsent(groups[row], partOf[row]);
            assertThat(other == null || other == partOf[row])
                    .as("seed %d, group %d", seed, groups[row])
                    .isTrue();
        }
    }

    private static int[] contiguous(int[] numbers) {
        Map<Integer, Integer> known = new HashMap<>();
        return Arrays.stream(numbers)
                .map(number -> known.computeIfAbsent(number, one -> known.size()))
                .toArray();
    }

    private static int[] folds(int[] classes, int[] groups, int folds, long seed) {
        int[] foldOf = new int[groups.length];
        GroupSplits.folds(
                WordArray.of(classes),
                WordArray.of(groups),
                WordArray.inHeap(groups.length),
                WordArray.of(foldOf),
                folds,
                seed);
        return foldOf;
    }

    private static BitSet aside(int[] classes, int[] groups, double fraction, long seed) {
        return GroupSplits.setAside(
                WordArray.of(classes), WordArray.of(groups), WordArray.inHeap(groups.length), fraction, seed);
    }
}
