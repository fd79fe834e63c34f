// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Known answers of Philox4x32-10 published with Random123, by the authors of the paper. */
class PhiloxTest {
    @Test
    void zeros() {
        assertThat(block(0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void ones() {
        assertThat(block(-1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void digitsOfPi() {
        assertThat(block(0x299f31d0_a4093822L, 0x85a308d3_243f6a88L, 0x03707344_13198a2eL))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void writesItsFourWordsOnly() {
        int[] target = {7, 7, 7, 7, 7, 7};
        Philox.block(0, 0, 0, target, 1);
        assertThat(target).containsExactly(7, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8, 7);
    }

    private static int[] block(long key, long counterLow, long counterHigh) {
        int[] words = new int[Philox.WORDS];
        Philox.block(key, counterLow, counterHigh, words, 0);
        return words;
    }
}
