// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.WordArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureFitterTest {
    private static final ColumnPlan TEXTS = ColumnPlan.of(new FoundCategories(0, Unseen.ERROR));
    private static final ColumnPlan FLAGS = ColumnPlan.of(new BooleanKind());
    private static final ColumnPlan DATES =
            ColumnPlan.of(new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.YEAR, DatePart.DAY)));

    private static Feature fit(ColumnPlan plan, String... cells) {
        return FeatureFitter.fit(Tables.of(column -> plan.cellType(), "x", cells), "x", plan);
    }

    private static List<Float> fill(ColumnPlan plan, MissingPolicy policy, String... cells) {
        return fit(plan.withMissing(policy), cells).missing().fill();
    }

    private static void assertRefused(String message, ColumnPlan plan, String... cells) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> fit(plan, cells))
                .withMessage(message);
    }

    @Test
    void aPlainNumberHasNothingToFit() {
        assertThat(fit(ColumnPlan.number(), "1", "2")).isEqualTo(Feature.number("x"));
    }

    @Test
    void theMeanIsOverTheValuesThatAreThere() {
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MEAN, "1", "?", "2", "", "6"))
                .containsExactly(3f);
    }

    @Test
    void theMeanIsTakenInDouble() {
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MEAN, "16777216", "1", "1", "1"))
                .containsExactly(4194304.75f);
    }

    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTwo() {
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MEDIAN, "9", "na", "1", "4"))
                .containsExactly(4f);
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MEDIAN, "9", "1", "4", "2"))
                .containsExactly(3f);
    }

    @Test
    void theMostFrequentIsOfEqualsTheFirstInOrder() {
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MOST_FREQUENT, "5", "2", "5", "2", "9"))
                .containsExactly(2f);
        assertThat(fill(FLAGS, MissingPolicy.MOST_FREQUENT, "yes", "no", "?", "yes"))
                .containsExactly(1f);
        assertThat(fill(TEXTS, MissingPolicy.MOST_FREQUENT, "b", "a", "", "c", "c", "b"))
                .containsExactly(1f);
    }

    @Test
    void theMedianOfManyValues() {
        String[] cells = new String[1001];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Integer.toString((i * 7919) % 1001);
        }
        assertThat(fill(ColumnPlan.number(), MissingPolicy.MEDIAN, cells)).containsExactly(500f);
    }

    @Test
    void theMeanOfDatesIsThatOfEachPart() {
        assertThat(fill(DATES, MissingPolicy.MEAN, "2020-01-10", "null", "2022-01-20"))
                .containsExactly(2021f, 15f);
    }

    @Test
    void theMedianOfDatesIsOneOfThem() {
        assertThat(fill(DATES, MissingPolicy.MEDIAN, "2020-01-31", "null", "2022-01-01", "2021-12-15"))
                .containsExactly(2021f, 15f);
        assertThat(fill(DATES, MissingPolicy.MEDIAN, "2022-01-01", "2020-01-31"))
                .as("of two the earlier")
                .containsExactly(2020f, 31f);
        ColumnPlan backwards = ColumnPlan.of(new DateTimeKind(
                DateOrder.YEAR_MONTH_DAY, List.of(DatePart.WEEKDAY, DatePart.DAY, DatePart.MONTH, DatePart.YEAR)));
        assertThat(fill(backwards, MissingPolicy.MEDIAN, "2021-01-31", "2021-02-01", "2020-12-30"))
                .as("in order of time, whatever the parts' order; a Sunday")
                .containsExactly(7f, 31f, 1f, 2021f);
    }

    @Test
    void theMostFrequentDateIsOneOfThem() {
        assertThat(fill(DATES, MissingPolicy.MOST_FREQUENT, "2020-01-01", "2020-01-02", "2021-01-03", "2021-01-03"))
                .as("2020 and 2021 are as frequent, the day 3 is the most")
                .containsExactly(2021f, 3f);
        assertThat(fill(DATES, MissingPolicy.MOST_FREQUENT, "2021-01-05", "2020-01-31", "?", "2020-01-30"))
                .as("of equals the first")
                .containsExactly(2020f, 30f);
    }

    @Test
    void manyDifferentDatesAreCountedInParts() {
        for (int mostCounted : new int[] {1, 3, 100}) {
            DateFill fill = new DateFill(
                    List.of(DatePart.DAY, DatePart.MONTH),
                    MissingPolicy.MOST_FREQUENT,
                    WordArray.inHeap(2 * 60),
                    mostCounted);
            for (int date = 0; date < 60; date++) {
                fill.add(date, new float[] {date % 7, date % 9 + 1});
            }
            assertThat(fill.fill()).as("%s", mostCounted).containsExactly(0f, 1f);
        }
    }

    @Test
    void categoriesStandInOrder() {
        assertThat(categories(fit(TEXTS, "10", "9", "1", "9"))).containsExactly("1", "9", "10");
        assertThat(categories(fit(TEXTS, "b", "10", "a"))).containsExactly("10", "a", "b");
    }

    @Test
    void rareCategoriesAreNotListed() {
        ColumnPlan plan = ColumnPlan.of(new FoundCategories(2, Unseen.RARE));
        Feature some = fit(plan, "a", "b", "a", "c", "b");
        assertThat(categories(some)).containsExactly("a", "b");
        assertThat(some.inputNames()).containsExactly("x=a", "x=b", "x rare");
    }

    @Test
    void whereNoneIsRareThereIsNoInputThatNobodyTrained() {
        ColumnPlan plan = ColumnPlan.of(new FoundCategories(2, Unseen.RARE));
        assertThat(fit(plan, "a", "b", "a", "b").kind()).isEqualTo(new CategoryKind(List.of("a", "b"), Unseen.ZEROS));
    }

    @Test
    void missingValuesWithoutAPolicyAreRefusedWithTheirPlace() {
        String message = "data.csv:3:1: column 'x' has a missing value here; fill it in or leave the row or column out";
        assertRefused(message, TEXTS, "a", "");
        assertRefused(message, FLAGS, "yes", "?");
        assertRefused(message, DATES, "2020-01-01", "NA");
    }

    @Test
    void aColumnWithoutAValueIsRefused() {
        String message = "data.csv:1:1: column 'x' has no value in any training row; leave it out";
        assertRefused(message, ColumnPlan.number().withMissing(MissingPolicy.MEAN), "", "?");
        assertRefused(message, TEXTS.withMissing(MissingPolicy.OWN_CATEGORY), "", "?");
    }

    @Test
    void aColumnOfRareCategoriesAloneIsRefused() {
        assertRefused(
                "data.csv:1:1: every category of column 'x' has fewer than 2 training rows and so is rare; take a lower"
                        + " limit or leave the column out",
                ColumnPlan.of(new FoundCategories(2, Unseen.RARE)),
                "a",
                "b");
    }

    private static List<String> categories(Feature feature) {
        return ((CategoryKind) feature.kind()).categories();
    }
}
