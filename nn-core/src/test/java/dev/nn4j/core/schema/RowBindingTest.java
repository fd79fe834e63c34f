// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.table.SourceRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowBindingTest {
    private static Schema schema(boolean invented, String... features) {
        return Schema.builder(Task.REGRESSION)
                .features(Feature.numbers(features))
                .inventedNames(invented)
                .targets(List.of("t"))
                .build();
    }

    @Test
    void featuresAreFoundByNameInAnyOrderAmongOthers() {
        RowBinding binding = schema(false, "x", "y").bind("new.csv", List.of("y", "note", "x"));
        float[] row = new float[4];
        binding.read(2, List.of("1", "hello", "2"), row, 1);
        assertThat(row).containsExactly(0, 2, 1, 0);
    }

    @Test
    void aMissingFeatureIsRefusedWithTheNearest() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> schema(false, "radius", "area").bind("new.csv", List.of("radios", "area")))
                .withMessage("new.csv:1:1: there is no column 'radius'; did you mean 'radios'?");
    }

    @Test
    void aBadCellIsRefusedWithItsPlaceInTheSource() {
        RowBinding binding = schema(false, "x", "y").bind("new.csv", List.of("y", "note", "x"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> binding.read(17, List.of("1", "hello", "NaN"), new float[2], 0))
                .withMessageStartingWith("new.csv:17:3: column 'x' has a missing value here");
    }

    @Test
    void aRaggedRowIsRefused() {
        RowBinding binding = schema(false, "x").bind("new.csv", List.of("x", "y"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> binding.read(3, List.of("1"), new float[1], 0))
                .withMessage("new.csv:3:2: row has 1 cells, the header has 2; correct the row");
    }

    @Test
    void inventedNamesAreTakenByPositionUnlessTheyAreAllThere() {
        Schema invented = schema(true, "x0", "x1");
        float[] row = new float[2];
        invented.bind("new.csv", List.of("height", "age", "note")).read(2, List.of("1", "2", "n"), row, 0);
        assertThat(row).containsExactly(1, 2);
        invented.bind("new.csv", List.of("x1", "x0")).read(2, List.of("1", "2"), row, 0);
        assertThat(row).containsExactly(2, 1);
    }

    @Test
    void byPositionTooThereMustBeColumnsEnough() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> schema(true, "x0", "x1", "x2").bind("new.csv", List.of("height", "age")))
                .withMessageStartingWith("new.csv:1:1: there is no column 'x2'");
    }

    @Test
    void aValueIsReadAsTheCellThatHoldsIt() {
        Schema schema = schemaOf(new NumberKind().withOffset(0.1), new NumberKind());
        RowBinding binding = schema.bind("request", List.of("f0", "f1"));
        for (Number number : List.of(0, -0.0, 7L, 0.1, 1e-50, 3.4028234663852886e38, new BigDecimal("12.5"), 2.5f)) {
            float[] ofValue = new float[2];
            float[] ofCell = new float[2];
            binding.read(new SourceRow(1, List.of(number, number)), ofValue, 0, tally(schema));
            binding.read(1, List.of(number.toString(), number.toString()), ofCell, 0);
            assertThat(ofValue).containsExactly(ofCell);
        }
    }

    @Test
    void aTextIsReadAlikeWithAndWithoutATally() {
        Schema schema = schemaOf(new NumberKind().withOffset(2.5e38), new NumberKind());
        RowBinding binding = schema.bind("new.csv", List.of("f0", "f1"));
        for (String cell : List.of(
                "0",
                "-0",
                "-0.0",
                "12.50",
                "1e3",
                " 7",
                "1234567890123456",
                "-2e38",
                "3.5e38",
                "-350" + "0".repeat(36),
                "?",
                "",
                "one",
                "-",
                ".",
                "+1",
                "1_0")) {
            List<String> cells = List.of(cell, cell);
            assertThat(outcome(into -> binding.read(new SourceRow(3, cells), into, 0, tally(schema))))
                    .as(cell)
                    .isEqualTo(outcome(into -> binding.read(3, cells, into, 0)));
        }
    }

    @Test
    void aShortNumberMayBeAMarkOfAMissingValue() {
        Missing marked = new Missing(MissingPolicy.MEAN, false, List.of(5f), MissingMarks.of(List.of("-999")));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(new Feature("f0", new NumberKind(), marked)))
                .targets(List.of("t"))
                .build();
        float[] row = new float[1];
        schema.bind("new.csv", List.of("f0")).read(new SourceRow(2, List.of("-999.0")), row, 0, tally(schema));
        assertThat(row).containsExactly(Float.NaN);
    }

    private static String outcome(Consumer<float[]> reading) {
        float[] into = new float[2];
        try {
            reading.accept(into);
            return Arrays.toString(into);
        } catch (DataException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aNumberThatIsNoFloatIsRefusedAtItsPlace() {
        Schema schema = schemaOf(new NumberKind(), new NumberKind().withOffset(-3e38));
        RowBinding binding = schema.bind("request", List.of("f0", "f1"));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> binding.read(new SourceRow(4, List.of(1e39, 1)), new float[2], 0, tally(schema)))
                .withMessage("request:4:1: feature 'f0' must be a finite 32-bit number, got 1.0E39");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> binding.read(new SourceRow(4, List.of(1, 3e38)), new float[2], 0, tally(schema)))
                .withMessageStartingWith("request:4:2: feature 'f1' holds 3.0E38, which less its offset");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        binding.read(new SourceRow(4, List.of(Double.NaN, 1)), new float[2], 0, tally(schema)))
                .withMessageStartingWith("request:4:1: column 'f0' has a missing value here");
    }

    private static Schema schemaOf(FeatureKind first, FeatureKind second) {
        return Schema.builder(Task.REGRESSION)
                .features(
                        List.of(new Feature("f0", first, Missing.error()), new Feature("f1", second, Missing.error())))
                .targets(List.of("t"))
                .build();
    }

    private static InputTally tally(Schema schema) {
        return new InputTally(schema, InputTally.Leniency.NONE);
    }
}
