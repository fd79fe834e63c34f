// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureKindsTest {
    private static final Location PLACE = new Location("data.csv", 7, 3);
    private static final DateTimeKind DATE = dates(DateOrder.YEAR_MONTH_DAY, DatePart.values());

    private static DateTimeKind dates(DateOrder order, DatePart... parts) {
        return new DateTimeKind(order, List.of(parts));
    }

    private static CategoryKind colours(Unseen unseen) {
        return new CategoryKind(List.of("red", "green", "blue"), unseen);
    }

    private static float[] read(FeatureKind kind, String cell) {
        float[] raw = new float[kind.rawWidth()];
        kind.read(cell, "x", PLACE, raw, 0);
        return raw;
    }

    private static float[] readValue(FeatureKind kind, Object value) {
        float[] raw = new float[kind.rawWidth()];
        kind.read(value, "x", raw, 0);
        return raw;
    }

    private static float[] encoded(FeatureKind kind, float... raw) {
        float[] inputs = new float[kind.inputWidth()];
        kind.encode(raw, 0, inputs, 0);
        return inputs;
    }

    private static void assertRefused(String message, FeatureKind kind, String cell) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(kind, cell))
                .withMessage("data.csv:7:3: " + message);
    }

    @Test
    void aCategoryIsItsIndexAndOneInputIsOne() {
        assertThat(read(colours(Unseen.ERROR), "green")).containsExactly(1);
        assertThat(encoded(colours(Unseen.ERROR), 1)).containsExactly(0, 1, 0);
        assertThat(colours(Unseen.ERROR).indexOf("blue")).isEqualTo(2);
        assertThat(colours(Unseen.ERROR).inputNames("colour"))
                .containsExactly("colour=red", "colour=green", "colour=blue");
    }

    @Test
    void anUnseenCategoryIsAnErrorOrNoneOrRare() {
        assertRefused(
                "column 'x' holds 'rad', a category that the training rows do not have; correct it, or train with \"unseen\": \"zeros\" for the column"
                        + "; did you mean 'red'?",
                colours(Unseen.ERROR),
                "rad");
        assertThat(read(colours(Unseen.ZEROS), "pink")).containsExactly(3);
        assertThat(encoded(colours(Unseen.ZEROS), 3)).containsExactly(0, 0, 0);
        assertThat(encoded(colours(Unseen.RARE), 3)).containsExactly(0, 0, 0, 1);
        assertThat(colours(Unseen.RARE).inputNames("c")).last().isEqualTo("c rare");
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 3, 0.5f, 1e10f, Float.NEGATIVE_INFINITY})
    void aNumberThatIsNoIndexIsUnseen(float raw) {
        assertThat(encoded(colours(Unseen.ERROR), raw)).containsOnly(Float.NaN);
        assertThat(encoded(colours(Unseen.ZEROS), raw)).containsOnly(0);
        assertThat(encoded(colours(Unseen.RARE), raw)).containsExactly(0, 0, 0, 1);
    }

    @Test
    void aTextThatMeansMissingMayBeListedAsACategory() {
        assertThat(new CategoryKind(List.of("none", "some"), Unseen.ERROR).isMissing("none"))
                .isFalse();
        assertThat(colours(Unseen.ERROR).isMissing("none")).isTrue();
    }

    @Test
    void categoriesDifferAndAreNotTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CategoryKind(List.of("a", "a"), Unseen.ERROR))
                .withMessage("category: 'a' is listed twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CategoryKind(List.of(), Unseen.ERROR))
                .withMessage("category: there must be 1 to 10000 categories, got 0");
    }

    @ParameterizedTest
    @CsvSource({
        "true,1", "YES,1", "t,1", "on,1", "1,1", "False,0", "no,0", "N,0", "off,0", "' 0 ',0", "1.0,1", "1.,1", "0.0,0",
        "0.00,0", "1e0,1"
    })
    void aBooleanIsWrittenInManyWays(String cell, float value) {
        assertThat(read(new BooleanKind(), cell)).containsExactly(value);
        assertThat(readValue(new BooleanKind(), cell)).containsExactly(value);
    }

    @Test
    void whatIsNeitherYesNorNoIsRefused() {
        assertRefused(
                "column 'x' must hold true or false, yes or no, 1 or 0, got 'maybe'; correct the cell or leave the"
                        + " column out",
                new BooleanKind(),
                "maybe");
        assertThat(readValue(new BooleanKind(), Boolean.TRUE)).containsExactly(1);
        assertThat(readValue(new BooleanKind(), 0.0)).containsExactly(0);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> readValue(new BooleanKind(), 2))
                .withMessage("feature 'x' must hold true or false, yes or no, 1 or 0, got '2'");
    }

    @Test
    void aDateIsItsParts() {
        // 24 November 2026 is a Tuesday, day 328 of the year
        assertThat(read(DATE, "2026-11-24 15:30:07")).containsExactly(2026, 4, 11, 24, 2, 328, 20781, 15, 30, 7);
        assertThat(DATE.rawNames("when"))
                .startsWith("when.year", "when.quarter")
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, YEAR_MONTH_DAY",
        "2026/11/24, YEAR_MONTH_DAY",
        "2026-11-24T00:00, YEAR_MONTH_DAY",
        "2026-11-24T00:00:00.123Z, YEAR_MONTH_DAY",
        "2026-11-24 00:00:00+02:00, YEAR_MONTH_DAY",
        "24.11.2026, DAY_MONTH_YEAR",
        "24/11/2026 0:00, DAY_MONTH_YEAR",
        "11/24/2026, MONTH_DAY_YEAR"
    })
    void datesAreReadInTheirOrder(String cell, DateOrder order) {
        DateTimeKind kind = dates(order, DatePart.YEAR, DatePart.MONTH, DatePart.DAY, DatePart.HOUR);
        assertThat(read(kind, cell)).containsExactly(2026, 11, 24, 0);
        assertThat(DateFormat.of(order).isDate(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "26-11-24", "2026-11/24", "24.11.2026", "2026-11-24 25:00", "20261124", "١٢"})
    void whatIsNoDateInThatOrderIsRefused(String cell) {
        assertRefused(
                "column 'x' must hold dates in the order year-month-day, got '" + cell
                        + "'; correct the cell or leave the column out",
                DATE,
                cell);
    }

    @Test
    void javaTimeIsTakenAsWritten() {
        DateTimeKind kind = dates(DateOrder.DAY_MONTH_YEAR, DatePart.DAY, DatePart.HOUR);
        assertThat(readValue(kind, LocalDate.of(2026, 11, 24))).containsExactly(24, 0);
        assertThat(readValue(kind, OffsetDateTime.parse("2026-11-24T23:00:00-05:00")))
                .containsExactly(24, 23);
        assertThat(readValue(kind, Instant.parse("2026-11-24T23:00:00Z"))).containsExactly(24, 23);
        assertThat(readValue(kind, "24.11.2026 23:59")).containsExactly(24, 23);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> readValue(kind, LocalTime.NOON))
                .withMessage("feature 'x' must hold dates in the order day-month-year, got '12:00'");
    }

    @Test
    void aDateOfAProgramIsWrittenInTheColumnsFormat() {
        assertThat(new DateTimeKind(DateFormat.ofPattern("yyyy-dd-MM"), List.of(DatePart.DAY)).cellOf("2020-03-04"))
                .isEqualTo("2020-04-03");
        assertThat(new DateTimeKind(DateFormat.ofPattern("M/d/yy H:mm"), List.of(DatePart.DAY))
                        .cellOf("2020-03-04T15:30"))
                .isEqualTo("3/4/20 15:30");
        assertThat(dates(DateOrder.DAY_MONTH_YEAR, DatePart.DAY).cellOf("4 March 2020"))
                .isEqualTo("4 March 2020");
    }

    @Test
    void aTimeAloneIsALocalTime() {
        DateTimeKind time = new DateTimeKind(DateFormat.ofPattern("h:mm a"), List.of(DatePart.HOUR, DatePart.MINUTE));
        assertThat(readValue(time, LocalTime.of(15, 30))).containsExactly(15, 30);
        assertThat(readValue(time, "3:30 PM")).containsExactly(15, 30);
    }

    @Test
    void aDateHasPartsThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dates(DateOrder.YEAR_MONTH_DAY))
                .withMessage("date-time: parts must be at least one and differ, got []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dates(DateOrder.YEAR_MONTH_DAY, DatePart.DAY, DatePart.DAY));
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(BooleanKind.isBoolean("TRUE")).isTrue();
            assertThat(Missing.isMark("N/A")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?", "NA", "n/a", "NaN", "NULL", "None"})
    void marksOfMissingValues(String cell) {
        assertThat(Missing.isMark(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "0", "nana", "nil", "unknown", "n.a."})
    void otherTextsAreValues(String cell) {
        assertThat(Missing.isMark(cell)).isFalse();
    }

    @Test
    void policiesMustSuitTheKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnPlan.of(colours(Unseen.ERROR)).withMissing(MissingPolicy.MEAN))
                .withMessage("missing values of a category cannot be mean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnPlan.number().withMissing(MissingPolicy.OWN_CATEGORY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnPlan.number().withIndicator())
                .withMessageContaining("an indicator needs missing values to be mean, median or most-frequent");
        assertThatIllegalArgumentException().isThrownBy(() -> new FoundCategories(5, Unseen.ERROR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Feature("x", DATE, new Missing(MissingPolicy.MEAN, false, List.of(1f))));
    }
}
