// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of training rows, and what lies outside it. */
class TrainingProfileTest {
    private static NumberProfile numbers(String... cells) {
        Schema schema = ProfiledTables.schema("x", true);
        return (NumberProfile) TrainingProfile.of(schema, ProfiledTables.table("x", true, cells))
                .columns()
                .get(0);
    }

    @Test
    void fewDifferentNumbersAreKeptAsTheyAre() {
        NumberProfile profile = numbers("3", "-0", "0", "", "3", "2.5");

        assertThat(profile).isEqualTo(new NumberProfile("x", 1, true, List.of(0f, 2.5f, 3f), List.of(2L, 1L, 2L)));
        assertThat(profile.quantile(0)).isZero();
        assertThat(profile.quantile(0.5)).isEqualTo(2.5f);
        assertThat(profile.isOutside(3)).isFalse();
        assertThat(profile.isOutside(3.0001f)).isTrue();
    }

    @Test
    void manyDifferentNumbersAreKeptAsQuantiles() {
        String[] cells = new String[1001];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Integer.toString(i * 8 % 1001);
        }
        NumberProfile profile = numbers(cells);

        assertThat(profile.exact()).isFalse();
        assertThat(profile.points()).hasSize(201).startsWith(0f).endsWith(1000f);
        assertThat(profile.values()).isEqualTo(1001);
        assertThat(profile.quantile(0.1)).isEqualTo(100f);
        assertThat(profile.quantile(0.9)).isEqualTo(900f);
    }

    /** A number, a category, a yes and a date, all with what the model knows first. */
    private static final class Rows {
        private final Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("ms", new NumberKind().withOffset(1_700_000_000_000.0), Missing.error()),
                        new Feature("kind", new CategoryKind(List.of("b", "a"), Unseen.RARE), Missing.error()),
                        new Feature("sure", new BooleanKind(), Missing.error()),
                        new Feature(
                                "day",
                                new DateTimeKind(DateOrder.DAY_MONTH_YEAR, List.of(DatePart.MONTH)),
                                Missing.error())))
                .targets(List.of("y"))
                .build();

        private final Table table = Table.builder(
                        "rows",
                        schema.featureNames(),
                        schema.featureNames().stream().map(schema::cellType).toList())
                .addRow(2, List.of("1700000000001", "a", "yes", "2.1.1970"))
                .addRow(3, List.of("1700000000005", "rare", "1", "1.2.1970 12:00"))
                .build();

        private final TrainingProfile profile = TrainingProfile.of(schema, table);
    }

    @Test
    void everyKindHasItsForm() {
        assertThat(new Rows().profile.columns())
                .containsExactly(
                        new NumberProfile("ms", 0, true, List.of(1f, 5f), List.of(1L, 1L)),
                        new TextProfile("kind", 0, Map.of("b", 0L, "a", 1L, "rare", 1L), 0),
                        new TextProfile("sure", 0, Map.of("false", 0L, "true", 2L), 0),
                        new NumberProfile("day", 0, true, List.of(1f, 31.5f), List.of(1L, 1L)));
    }

    @Test
    void valuesOfEveryKindCanLieOutside() {
        Rows rows = new Rows();
        OutsideCheck check = new OutsideCheck(rows.schema, rows.profile);

        assertThat(check.outside(
                        Map.of("ms", "1700000000003", "kind", "rare", "sure", true, "day", LocalDate.of(1970, 1, 9))))
                .isEmpty();
        assertThat(check.outside(Map.of("ms", 1_700_000_000_006L, "kind", " b", "sure", "no", "day", "1.1.1970")))
                .containsExactly("ms", "kind", "sure", "day");
        assertThat(check.outside(Map.of("kind", "never"))).containsExactly("kind");
    }

    @Test
    void aProfileOfOtherColumnsIsRefused() {
        Rows rows = new Rows();
        Schema other = ProfiledTables.schema("x", true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutsideCheck(other, rows.profile))
                .withMessage("profile: is of the columns [ms, kind, sure, day], the schema has the features [x]");
    }

    @Test
    void countsThatAreNotThoseOfTheRowsAreRefused() {
        NumberProfile three = new NumberProfile("x", 1, true, List.of(0f), List.of(2L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingProfile(4, List.of(three)))
                .withMessage("profile of 'x': counts 3 rows, there are 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberProfile("x", 0, true, List.of(1f, 1f), List.of(1L, 1L)))
                .withMessage("profile of 'x': points must be finite and ascend, got 1.0");
    }
}
