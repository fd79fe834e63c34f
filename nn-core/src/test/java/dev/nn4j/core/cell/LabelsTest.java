// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void numbersAreInNumericOrder() {
        assertThat(Labels.of(List.of("10", "9", "-1", "2.5", "9"))).containsExactly("-1", "2.5", "9", "10");
    }

    @Test
    void oneTextAmongNumbersMakesThemAllTexts() {
        assertThat(Labels.of(List.of("10", "9", "x"))).containsExactly("10", "9", "x");
    }

    @Test
    void textsAreInTheOrderOfCodePoints() {
        // U+FF5E is less than U+1F600, whose first UTF-16 unit is less than it.
        assertThat(Labels.of(List.of("b", "a", "B", "😀", "～", "é", "ab")))
                .containsExactly("B", "a", "ab", "b", "é", "～", "😀");
    }

    @Test
    void equalNumbersInOtherWordsAreOtherLabels() {
        assertThat(Labels.of(List.of("1.0", "1", "0"))).containsExactly("0", "1", "1.0");
    }
}
