// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookalikesTest {
    @Test
    void textsEqualButForCaseBlanksNumberFormOrComposition() {
        assertThat(Lookalikes.among(List.of("yes", "Yes", "YES", "no"))).containsExactly(List.of("YES", "Yes", "yes"));
        assertThat(Lookalikes.among(List.of("1", "1.0", "01", "1e0", "10", "-1", "+1")))
                .containsExactly(List.of("+1", "01", "1", "1.0", "1e0"));
        assertThat(Lookalikes.among(List.of("a b", "a  b", " a\u00a0b", "ab")))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(3));
        assertThat(Lookalikes.among(List.of("e\u0301", "\u00e9"))).hasSize(1);
        assertThat(Lookalikes.among(List.of("１", "1"))).hasSize(1);
    }

    @Test
    void differentTextsAreLeftInPeace() {
        assertThat(Lookalikes.among(List.of("a", "b", "1", "2", "1.5", "15", "1e999999999", "")))
                .isEmpty();
        assertThat(Lookalikes.told("labels", List.of("a", "b"))).isEmpty();
    }

    @Test
    void manyAreToldShortly() {
        assertThat(Lookalikes.told("labels", List.of("a", "A", "b", "B", "c", "C", "d", "D")))
                .hasValueSatisfying(told -> assertThat(told).endsWith("'C' and 'c' and 1 more; write them alike"));
    }
}
