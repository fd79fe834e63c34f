// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanSettingsTest {
    static Stream<ColumnPlan> plans() {
        return Stream.of(
                ColumnPlan.number(),
                ColumnPlan.number().withMissing(MissingPolicy.MEDIAN).withIndicator(),
                ColumnPlan.of(new BooleanKind()).withMissing(MissingPolicy.OWN_CATEGORY),
                ColumnPlan.of(new FoundCategories(5, Unseen.RARE)),
                ColumnPlan.of(new FoundCategories(5, Unseen.RARE, true)),
                ColumnPlan.of(new CategoryKind(List.of("b", "a"), Unseen.ERROR, true)),
                ColumnPlan.of(new CategoryKind(List.of("b", "a"), Unseen.ZEROS))
                        .withMissing(MissingPolicy.MOST_FREQUENT),
                ColumnPlan.of(new DateTimeKind(DateOrder.DAY_MONTH_YEAR, List.of(DatePart.HOUR, DatePart.DAY_OF_YEAR))),
                ColumnPlan.of(new DateTimeKind(DateFormat.ofPattern("MM/dd/yy"), List.of(DatePart.DAYS))));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanComesBackFromItsSettings(ColumnPlan plan) {
        assertThat(PlanSettings.plan(PlanSettings.of(plan))).isEqualTo(plan);
    }

    @Test
    void settingsThatAreNoPlanAreRefused() {
        assertRefused("type", "colour", "column: type 'colour' is unknown");
        assertRefused("missing", "guess", "column: 'guess' is unknown");
        assertRefused("indicator", "yes", "column: 'indicator' must be a Boolean");
        assertRefused("rare", 3L, "column: [rare] is unknown of a number");
        assertThatIllegalArgumentException().isThrownBy(() -> PlanSettings.plan(Map.of()));
    }

    private static void assertRefused(String name, Object value, String problem) {
        Map<String, Object> settings = new TreeMap<>(PlanSettings.of(ColumnPlan.number()));
        settings.put(name, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanSettings.plan(settings))
                .withMessage(problem);
    }
}
