// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedNumbersTest {
    private static List<Float> walked(float... numbers) {
        SortedNumbers sorted = new SortedNumbers(WordArray.of(numbers), 0, numbers.length);
        assertThat(sorted.count()).isEqualTo(numbers.length);
        List<Float> all = new ArrayList<>();
        SortedNumbers.Walk walk = sorted.walk();
        while (walk.next()) {
            for (long i = 0; i < walk.times(); i++) {
                all.add(walk.number());
            }
        }
        return all;
    }

    @Test
    void comeInOrderWithSignsInfinitiesAndNothing() {
        assertThat(walked(0, -1, Float.POSITIVE_INFINITY, -0f, Float.NaN, 3, Float.NEGATIVE_INFINITY, -1))
                .containsExactly(Float.NEGATIVE_INFINITY, -1f, -1f, -0f, 0f, 3f, Float.POSITIVE_INFINITY, Float.NaN);
        assertThat(walked()).isEmpty();
    }

    @Test
    void manyRunsAreMerged() {
        SplittableRandom random = new SplittableRandom(1);
        float[] numbers = new float[700_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt(-1000, 1000) / 7f;
        }
        List<Float> walked = walked(numbers);
        Arrays.sort(numbers);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(walked.get(i)).isEqualTo(numbers[i]);
        }
    }
}
