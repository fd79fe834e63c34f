// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
    private static final long SEED = 20261201;

    private static void requireSorted(int count, IntUnaryOperator number) {
        int[] numbers = IntStream.range(0, count).map(number).toArray();
        int[] expected = numbers.clone();
        Arrays.sort(expected);
        RadixSort.sort(numbers);
        assertThat(numbers).as("seed " + SEED).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 2047, 2048, 2049, 100_000})
    void numbersOfEverySignAreSorted(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        requireSorted(count, i -> random.nextInt());
        requireSorted(count, i -> random.nextInt(-3, 4));
        requireSorted(count, i -> Float.floatToIntBits((float) random.nextGaussian()));
    }

    @Test
    void extremesAreNumbersLikeOthers() {
        int[] extremes = {Integer.MIN_VALUE, Integer.MAX_VALUE, -1, 0, 1, Integer.MIN_VALUE + 1};
        requireSorted(5000, i -> extremes[i % extremes.length]);
    }

    @Test
    void whatIsSortedOrOneNumberOrTurnedRoundIsSortedAsWell() {
        requireSorted(5000, i -> i);
        requireSorted(5000, i -> -i);
        requireSorted(5000, i -> 7);
        requireSorted(5000, i -> i % 2 << 31);
    }

    /** Digits that all have in common are passed over. */
    @Test
    void anyDigitsMayBeTheSame() {
        requireSorted(5000, i -> i % 97);
        requireSorted(5000, i -> i % 97 << 11);
        requireSorted(5000, i -> i % 97 << 22);
        requireSorted(5000, i -> i * 31 % 97 << 22 | i % 89);
    }
}
