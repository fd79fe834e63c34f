// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.config.internal.text.DisplayText;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void ideographsTakeTwoColumns() {
        String table = TextTable.ofFigures()
                .line("", "precision", "普通")
                .line("普通", "0.5", "12")
                .line("sehr gut", "0.75", "3")
                .render();
        assertThat(table.lines().map(DisplayText::columns)).containsOnly("sehr gut  precision  普通".length() + 2);
    }

    @Test
    void onATerminalCellsOfTheWidestColumnAreBrokenBetweenWords() {
        TextTable table = TextTable.ofTexts()
                .line("adam", "learningRate (0.001); beta1 (0.9)", "built in")
                .line("elu", "alpha (1)", "built in");
        assertThat(table.renderWithin(36)).isEqualTo("""
                adam  learningRate          built in
                      (0.001); beta1 (0.9)
                elu   alpha (1)             built in
                """);
        assertThat(table.renderWithin(200)).isEqualTo(table.render());
    }

    @Test
    void wordsLongerThanAColumnAreBrokenToo() {
        String table = TextTable.ofTexts().line("a".repeat(50), "普通".repeat(20)).renderWithin(30);
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(DisplayText.columns(line)).isLessThanOrEqualTo(30));
        assertThat(table.replaceAll("\\s", "")).hasSize(90);
    }
}
