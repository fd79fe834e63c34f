// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names beside bars, which have 182 pixels, at 15 pixels a letter on a phone. */
class ShownNameTest {
    private static String beside(String name) {
        return ShownName.in(name, 182);
    }

    @Test
    void whatHasRoomStaysAsItIs() {
        assertThat(beside("marital-status")).isEqualTo("marital-status");
        assertThat(beside("Fare")).isEqualTo("Fare");
        assertThat(beside("")).isEmpty();
    }

    /** 20 letters of any kind were shown, and of capitals and ideographs the first were cut off. */
    @Test
    void wideLettersLeaveRoomForFewer() {
        assertThat(beside("MANUFACTURING_WORKSHOP")).endsWith("…").hasSizeLessThan(18);
        assertThat(beside("普通の住宅の面積と築年数と駅からの距離")).endsWith("…").hasSizeLessThanOrEqualTo(12);
        assertThat(beside("WWWWWWWWWWWWWWWWWWWW")).endsWith("…").hasSizeLessThanOrEqualTo(13);
        assertThat(beside("length_of_the_first_petal")).endsWith("…").hasSizeGreaterThan(15);
    }
}
