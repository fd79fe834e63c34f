// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeMemoTest {
    @Test
    void whatIsKeptOfACodeIsKnown() {
        CodeMemo<String> memo = new CodeMemo<>();
        assertThat(memo.get(0)).isNull();
        for (int code : new int[] {0, 3, 63, 64, 65, 200, 16_383}) {
            memo.put(code, "of " + code);
            assertThat(memo.get(code)).isEqualTo("of " + code);
        }
        assertThat(memo.get(3)).isEqualTo("of 3");
        assertThat(memo.get(4)).isNull();
    }

    @Test
    void ofManyCodesTheLastIsKnownAndNoneIsTakenForAnother() {
        CodeMemo<String> memo = new CodeMemo<>();
        memo.put(5, "few");
        memo.put(5 + 16_384, "many");
        assertThat(memo.get(5 + 16_384)).isEqualTo("many");
        assertThat(memo.get(5)).isNull();
        assertThat(memo.get(5 + 2 * 16_384)).isNull();
    }

    @Test
    void textsWithoutACodeAreNotKnown() {
        CodeMemo<String> memo = new CodeMemo<>();
        memo.put(-1, "none");
        assertThat(memo.get(-1)).isNull();
        assertThat(memo.get(16_383)).isNull();
    }
}
