// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataLintTest {
    private static final Feature TEXT = new Feature(
            "c",
            new CategoryKind(List.of("a"), Unseen.ZEROS),
            new Missing(MissingPolicy.OWN_CATEGORY, false, List.of()));

    /** Findings of a table whose columns x and y, and label t, are given row by row. */
    private static List<String> classifying(List<Feature> features, int rows, IntFunction<String> row) {
        return findings(
                Schema.builder(Task.BINARY)
                        .features(features)
                        .targets(List.of("t"))
                        .labels(List.of("no", "yes"))
                        .positiveClass(1)
                        .build(),
                rows,
                row);
    }

    private static List<String> findings(Schema schema, int rows, IntFunction<String> row) {
        String[] lines = new String[rows];
        for (int r = 0; r < rows; r++) {
            lines[r] = row.apply(r);
        }
        Table table = Tables.of(schema::cellType, String.join(",", schema.featureNames()) + ",t", lines);
        return DataLint.of(schema, table);
    }

    private static String label(int row) {
        return row % 3 == 0 ? "yes" : "no";
    }

    @Test
    void soundDataGiveNoFinding() {
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> r * 7 % 13 + "," + r * 5 % 11 + "," + label(r)))
                .isEmpty();
    }

    @Test
    void aConstantColumnSaysNothing() {
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> "3,3.0," + label(r)))
                .containsExactly("columns 'x', 'y' hold one value only, which says nothing; ignore them");
    }

    @Test
    void manyWholeNumbersUnderAnIdentifiersNameMayOnlyNameWhatRowsAreOf() {
        String told =
                " holds whole numbers under a name that identifiers have; ignore it if they only name what a row is of";
        assertThat(classifying(
                        Feature.numbers("CustomerCode", "y"),
                        60,
                        r -> r * 7919 % 100_003 + "," + r % 11 + "," + label(r)))
                .as("sparse, all different")
                .containsExactly("column 'CustomerCode'" + told);
        assertThat(classifying(
                        Feature.numbers("customer_id", "y"),
                        60,
                        r -> r / 2 * 7919 % 100_003 + "," + r % 11 + "," + label(r)))
                .as("two rows each")
                .containsExactly("column 'customer_id'" + told);
        assertThat(classifying(
                        Feature.numbers("Order No", "code"), 60, r -> r * 7 % 11 + "," + r * 3 % 7 + ".5," + label(r)))
                .as("a few, or no whole numbers")
                .isEmpty();
        assertThat(classifying(
                        Feature.numbers("piano", "decode"),
                        60,
                        r -> r * 7919 % 100_003 + "," + r * 104_729 % 99_991 + "," + label(r)))
                .as("words that only end so")
                .isEmpty();
    }

    @Test
    void numbersTooSmallForFloatsAreSaidToBe() {
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> r % 7 + "e-50," + (1 + r % 5) + "e-40," + label(r)))
                .containsExactly(
                        "column 'x' holds 0 only, as which numbers below 1e-45 are read; multiply these, or ignore it",
                        "column 'y' holds numbers of which 32-bit floats hold few digits, so near to 0 are they; multiply it"
                                + " by a constant");
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> r % 7 + "e-50," + (r % 5) + "e-30," + label(r)))
                .hasSize(1);
    }

    @Test
    void columnsOfTheSameValuesAreDuplicates() {
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> r * 7 % 13 + "," + r * 7 % 13 + "," + label(r)))
                .containsExactly("columns 'x' and 'y' hold the same values; ignore one");
    }

    @Test
    void labelsAndCategoriesThatLookAlikeAreTold() {
        String told = " that differ only in case, blanks or the way a number is written, and are learnt as different"
                + " ones: ";
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .labels(List.of("Yes", "yes"))
                .positiveClass(1)
                .build();
        assertThat(findings(schema, 9, r -> r * r + "," + (r % 2 == 0 ? "Yes" : "yes")))
                .containsExactly("target 't' holds labels" + told + "'Yes' and 'yes'; write them alike");
        assertThat(classifying(List.of(TEXT), 60, r -> List.of("a", "A", "b").get(r % 7 % 3) + "," + label(r)))
                .containsExactly("column 'c' holds categories" + told + "'A' and 'a'; write them alike");
    }

    @Test
    void aColumnThatCountsTheRowsIsLikeAnIdentifier() {
        assertThat(classifying(Feature.numbers("x"), 60, r -> 1000 + 2 * r + "," + label(r)))
                .containsExactly("column 'x' holds a value for each row, as identifiers do; ignore it if so");
        assertThat(classifying(Feature.numbers("x"), 60, r -> 1 + r * 37 % 61 + "," + label(r)))
                .as("in any order")
                .containsExactly("column 'x' holds a value for each row, as identifiers do; ignore it if so");
        assertThat(classifying(List.of(TEXT), 60, r -> "name" + r + "," + label(r)))
                .containsExactly("column 'c' holds a value for each row, as identifiers do; ignore it if so");
    }

    @Test
    void aColumnThatAloneTellsTheLabelIsSuspect() {
        String leak = "alone tells the target; is it known when predicting? If not, ignore it";
        assertThat(classifying(Feature.numbers("x"), 60, r -> (r % 3 == 0 ? 100 + r % 7 : r % 7) + "," + label(r)))
                .containsExactly("column 'x' " + leak);
        assertThat(classifying(List.of(TEXT), 60, r -> (r % 3 == 0 ? "paid" : "open") + "," + label(r)))
                .containsExactly("column 'c' " + leak);
    }

    @Test
    void aNumberThatIsTheTargetIsSuspect() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x", "y"))
                .targets(List.of("t"))
                .build();
        assertThat(findings(schema, 60, r -> r * 7 % 13 + "," + r * 5 % 11 + "," + (2 * (r * 7 % 13) - 1)))
                .containsExactly("column 'x' alone tells the target; is it known when predicting? If not, ignore it");
    }

    @Test
    void aColumnOfGapsIsNamed() {
        assertThat(classifying(List.of(TEXT), 60, r -> (r % 4 == 0 ? "a" : "") + "," + label(r)))
                .containsExactly("column 'c' has no value in 75 % of the rows; ask whether it says enough");
    }

    @Test
    void manyLabelsThatAreHardlyThereAreOneFinding() {
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .labels(IntStream.range(0, 20).mapToObj(i -> "c" + i).toList())
                .build();
        assertThat(findings(schema, 60, r -> r * 7 % 13 + ",c" + r % 20))
                .containsExactly("20 labels stand in fewer than 5 of the training rows each; that is hardly enough to"
                        + " learn them from");
    }

    @Test
    void labelsThatAreHardlyThereAreNamed() {
        assertThat(classifying(Feature.numbers("x"), 60, r -> r * 7 % 13 + "," + (r % 20 == 0 ? "yes" : "no")))
                .containsExactly(
                        "label 'yes' stands in 3 of the training rows; that is hardly enough to learn it from");
        assertThat(classifying(Feature.numbers("x"), 600, r -> r * 7 % 13 + "," + (r % 60 == 0 ? "yes" : "no")))
                .containsExactly(
                        "label 'yes' stands in 2 % of the training rows, 'no' in 98 %; accuracy says little then,"
                                + " and balanced class weights may help");
    }

    @Test
    void ofFewRowsConstantColumnsAloneAreNamed() {
        assertThat(classifying(Feature.numbers("x"), 19, r -> r + "," + label(r)))
                .isEmpty();
        assertThat(classifying(Feature.numbers("x"), 2, r -> "1," + label(r)))
                .containsExactly("column 'x' holds one value only, which says nothing; ignore it");
    }
}
