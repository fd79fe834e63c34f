// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that a model file does not hold are told apart all the same. */
class ListedTextTest {
    @Test
    void anOrdinaryTextStandsAsItIs() {
        assertThat(ListedText.of("Köln \uD83D\uDE00")).isEqualTo("Köln \uD83D\uDE00");
        assertThat(ListedText.of("x".repeat(100))).hasSize(100).doesNotContain("…");
    }

    @Test
    void longTextsThatBeginAlikeAreApart() {
        String one = ListedText.of("x".repeat(20_000) + "a");
        String other = ListedText.of("x".repeat(20_000) + "b");

        assertThat(one).startsWith("x".repeat(40) + "… (20001 characters, ").hasSizeLessThan(100);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreNotListed() {
        assertThat(ListedText.of("two\nlines")).startsWith("two lines… (9 characters, ");
        assertThat(ListedText.of("half \uD83D")).startsWith("half \uFFFD… (6 characters, ");
    }

    /** Three long texts that tell the target: a leak like any other. */
    @Test
    void whatGoesWithTheTargetIsSeenThroughLongTexts() {
        Schema schema = ProfiledTables.schema("story", false, "?");
        Table table = table(schema);
        TrainingProfile profile = TrainingProfile.of(schema, table);
        ColumnProfile column = profile.columns().get(0);

        Association itself = Association.of(
                table, schema.features().get(0), column, schema.features().get(0), column);

        assertThat(itself.strength()).isGreaterThan(0.99);
        assertThat(((TextProfile) column).rest()).isZero();
        assertThat(((TextProfile) column).counts().values())
                .filteredOn(count -> count > 0)
                .hasSize(3);
    }

    private static Table table(Schema schema) {
        TableBuilder rows = Table.builder("rows", List.of("story"), List.of(schema.cellType("story")));
        for (int row = 0; row < 90; row++) {
            rows.addRow(row + 2, List.of("a long story, " + "again ".repeat(50) + row % 3));
        }
        return rows.build();
    }
}
