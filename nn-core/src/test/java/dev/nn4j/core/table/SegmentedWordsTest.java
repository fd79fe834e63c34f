// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentedWordsTest {
    @Test
    void moreWordsThanAnArrayHoldsLieInSeveral() {
        WordArray words = SegmentedWords.zeros(21, 3);
        float[] numbers = new float[21];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 0.5f;
        }
        words.write(0, numbers, 0, 21);
        words.exchange(7, 8);
        float[] back = new float[4];
        words.read(6, back, 1, 3);
        assertThat(back).containsExactly(0, 6.5f, 8.5f, 7.5f);
        assertThat(words.number(20)).isEqualTo(20.5f);
        assertThat(words.length()).isEqualTo(21);
    }
}
