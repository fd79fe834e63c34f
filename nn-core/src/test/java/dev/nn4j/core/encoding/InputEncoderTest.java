// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputEncoderTest {
    private static final float NAN = Float.NaN;

    private static final Feature AGE =
            new Feature("age", new NumberKind(), new Missing(MissingPolicy.MEDIAN, true, List.of(40f)));
    private static final Feature COLOUR = new Feature(
            "colour",
            new CategoryKind(List.of("red", "green"), Unseen.RARE),
            new Missing(MissingPolicy.OWN_CATEGORY, false, List.of()));
    private static final Feature MEMBER =
            new Feature("member", new BooleanKind(), new Missing(MissingPolicy.MOST_FREQUENT, false, List.of(1f)));
    private static final Feature JOINED = new Feature(
            "joined",
            new DateTimeKind(DateOrder.YEAR_MONTH_DAY, List.of(DatePart.YEAR, DatePart.MONTH)),
            new Missing(MissingPolicy.MEAN, false, List.of(2020f, 6.5f)));
    private static final Schema SCHEMA = Schema.builder(Task.REGRESSION)
            .features(List.of(AGE, COLOUR, MEMBER, JOINED, Feature.number("height")))
            .targets(List.of("t"))
            .build();

    private static float[] encoded(float... raw) {
        return new InputEncoder(SCHEMA.features(), Scaler.none()).encodeAll(raw);
    }

    @Test
    void widthsAreSumsOverTheFeatures() {
        assertThat(SCHEMA.rawWidth()).isEqualTo(6);
        assertThat(SCHEMA.rawNames())
                .containsExactly("age", "colour", "member", "joined.year", "joined.month", "height");
        assertThat(SCHEMA.inputWidth()).isEqualTo(10);
        assertThat(SCHEMA.inputNames())
                .containsExactly(
                        "age",
                        "age missing",
                        "colour=red",
                        "colour=green",
                        "colour rare",
                        "colour missing",
                        "member",
                        "joined.year",
                        "joined.month",
                        "height");
    }

    @Test
    void valuesBecomeInputs() {
        assertThat(encoded(30, 1, 0, 2024, 2, 1.8f)).containsExactly(30, 0, 0, 1, 0, 0, 0, 2024, 2, 1.8f);
        assertThat(encoded(30, 2, 1, 2024, 2, 1.8f)).containsExactly(30, 0, 0, 0, 1, 0, 1, 2024, 2, 1.8f);
    }

    @Test
    void missingValuesAreFilledOrMarked() {
        assertThat(encoded(NAN, NAN, NAN, NAN, NAN, 1.8f)).containsExactly(40, 1, 0, 0, 0, 1, 1, 2020, 6.5f, 1.8f);
    }

    @Test
    void aMissingValueThatIsAnErrorMakesTheInputNaN() {
        assertThat(encoded(30, 0, 1, 2024, 2, NAN)).endsWith(NAN);
    }

    @Test
    void quantitiesAreScaledAndZerosAndOnesAreNot() {
        float[] raw = {10, 0, 0, 2020, 1, 1, NAN, 1, 1, 2022, 3, 3};
        Scaler scaler = Scaler.fit(Scaling.MIN_MAX, SCHEMA.features(), raw.clone());
        assertThat(scaler.shift()).containsExactly(10, 0, 0, 0, 0, 0, 0, 2020, 1, 1);
        assertThat(scaler.scale()).containsExactly(30, 1, 1, 1, 1, 1, 1, 2, 2, 2);
        assertThat(new InputEncoder(SCHEMA.features(), scaler).encodeAll(raw))
                .containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void tablesRowsAndMapsGiveTheSameRawRows() {
        float[] expected = {NAN, 2, 1, 2024, 2, 1.5f, 30, NAN, NAN, NAN, NAN, 2};
        String[] rows = {"?,pink,yes,2024-02-29,1.5,0", "30,,NA,null,2,0"};
        Table table = Tables.of(SCHEMA::cellType, "age,colour,member,joined,height,t", rows);
        assertThat(SCHEMA.rawRows(table)).containsExactly(expected);

        RowBinding binding = SCHEMA.bind("new.csv", List.of("height", "joined", "member", "colour", "age"));
        float[] raw = new float[12];
        binding.read(2, List.of("1.5", "2024-02-29", "yes", "pink", "?"), raw, 0);
        binding.read(3, List.of("2", "null", "NA", "", "30"), raw, 6);
        assertThat(raw).containsExactly(expected);

        Map<String, Object> row = new HashMap<>(Map.of("colour", "pink", "member", true, "height", 1.5));
        row.put("age", null);
        row.put("joined", java.time.LocalDate.of(2024, 2, 29));
        assertThat(SCHEMA.rawRow(row)).startsWith(NAN, 2, 1, 2024, 2, 1.5f);
        row.put("age", Double.NaN);
        assertThat(SCHEMA.rawRow(row)).startsWith(NAN, 2);
    }

    @Test
    void aNameThatIsNotThereIsRefusedEvenWhereAMissingValueIsAllowed() {
        Map<String, Object> row = new HashMap<>(Map.of("colour", "red", "member", true, "height", 1.5, "joined", ""));
        row.put("agee", 3);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SCHEMA.rawRow(row))
                .withMessage("feature 'age' is missing; did you mean 'agee'?");
        row.put("age", 3);
        row.putAll(Collections.singletonMap("height", null));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SCHEMA.rawRow(row))
                .withMessage("feature 'height' is missing; give it a value");
    }

    @Test
    void numbersAloneAreScaledInPlace() {
        float[] raw = {1, 2, 3, 4};
        InputEncoder encoder = new InputEncoder(Feature.numbers("x", "y"), Scaler.none());
        assertThat(encoder.encodeAll(raw)).isSameAs(raw);
    }
}
