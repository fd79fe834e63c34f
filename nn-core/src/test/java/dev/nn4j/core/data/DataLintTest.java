// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.sample.Tables;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DataLintTest {
    private static final Feature TEXT = new Feature(
            "c",
            new CategoryKind(List.of("a"), Unseen.ZEROS),
            new Missing(MissingPolicy.OWN_CATEGORY, false, List.of()));

    /** Findings of a table whose columns x and y, and label t, are given row by row. */
    private static List<String> classifying(List<Feature> features, int rows, IntFunction<String> row) {
        return findings(new Schema(features, false, List.of("t"), Task.BINARY, List.of("no", "yes"), 1), rows, row);
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
    void columnsOfTheSameValuesAreDuplicates() {
        assertThat(classifying(Feature.numbers("x", "y"), 60, r -> r * 7 % 13 + "," + r * 7 % 13 + "," + label(r)))
                .containsExactly("columns 'x' and 'y' hold the same values; ignore one");
    }

    @Test
    void aColumnThatCountsTheRowsIsLikeAnIdentifier() {
        assertThat(classifying(Feature.numbers("x"), 60, r -> 1000 + 2 * r + "," + label(r)))
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
        Schema schema = new Schema(Feature.numbers("x", "y"), false, List.of("t"), Task.REGRESSION, List.of(), 0);
        assertThat(findings(schema, 60, r -> r * 7 % 13 + "," + r * 5 % 11 + "," + (2 * (r * 7 % 13) - 1)))
                .containsExactly("column 'x' alone tells the target; is it known when predicting? If not, ignore it");
    }

    @Test
    void aColumnOfGapsIsNamed() {
        assertThat(classifying(List.of(TEXT), 60, r -> (r % 4 == 0 ? "a" : "") + "," + label(r)))
                .containsExactly("column 'c' has no value in 75 % of the rows; ask whether it says enough");
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
