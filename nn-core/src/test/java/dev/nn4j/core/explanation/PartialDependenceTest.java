// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Partial dependence is the mean answer where all rows have one value. */
class PartialDependenceTest {
    private static PartialDependence of(RealTables table, String feature) {
        Schema schema = table.predictor().schema();
        List<ExplainedOutput> outputs = ExplainedOutput.all(schema);
        return PartialDependence.of(
                        table.predictor(),
                        table.rows(),
                        table.count(),
                        feature,
                        outputs.subList(outputs.size() - 1, outputs.size()))
                .get(0);
    }

    /** By scikit-learn 1.2's partial_dependence, at some of its values. */
    private static void assertAsScikitLearn(PartialDependence found, Map<Double, Double> expected) {
        int seen = 0;
        for (int i = 0; i < found.values().size(); i++) {
            double number = Math.round(found.values().get(i).number().orElseThrow() * 100) / 100.0;
            if (expected.containsKey(number)) {
                assertThat(found.means().get(i)).as("at " + number).isCloseTo(expected.get(number), within(2e-5));
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(2);
    }

    @Test
    void itIsScikitLearnsOfANumber() {
        assertAsScikitLearn(
                of(RealTables.diabetes(), "age"),
                Map.of(23.0, 203.439114, 24.0, 202.488259, 25.0, 201.537405, 26.0, 200.586551, 28.0, 198.684843));
    }

    @Test
    void valuesAreTheDecimalsThatCellsHold() {
        assertThat(of(RealTables.wine(), "flavanoids").values())
                .allSatisfy(value -> assertThat(Double.toString(value.number().orElseThrow()))
                        .isEqualTo(value.text())
                        .hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void itIsScikitLearnsOfProbabilities() {
        assertAsScikitLearn(
                of(RealTables.wine(), "flavanoids"),
                Map.of(0.47, 0.37287, 0.48, 0.375377, 0.5, 0.380365, 0.51, 0.382846, 0.6, 0.404774, 0.65, 0.416613));
    }

    @Test
    void fewValuesAreAllLookedAtAndManyByQuantiles() {
        PartialDependence all = of(RealTables.iris(), "sl");
        assertThat(all.values()).hasSize(29);
        assertAsScikitLearn(all, Map.of(4.4, 0.397389, 5.2, 0.361659, 5.9, 0.330589, 6.6, 0.299999, 7.7, 0.253182));
        assertThat(all.curves().get(30).get(7)).isCloseTo(0.026597, within(1e-6));
        assertThat(all.curves()).hasSize(PartialDependence.MOST_CURVES);
        assertThat(of(RealTables.diabetes(), "s5").values()).hasSizeBetween(25, 32);
    }

    @Test
    void categoriesComeByFrequencyAndFlagsByWord() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature(
                                "colour",
                                new CategoryKind(List.of("blue", "red", "green"), Unseen.ZEROS),
                                Missing.error()),
                        new Feature("new", new BooleanKind(), Missing.error())))
                .targets(List.of("y"))
                .build();
        FormulaPredictor predictor = new FormulaPredictor(schema, (x, at, y, to) -> y[to] = 10 * x[at] + x[at + 1]);
        float[] rows = {1, 0, 1, 1, 0, 1, 3, 1};

        PartialDependence colour = PartialDependence.of(predictor, rows, 4, "colour", ExplainedOutput.all(schema))
                .get(0);
        PartialDependence flag = PartialDependence.of(predictor, rows, 4, "new", ExplainedOutput.all(schema))
                .get(0);

        assertThat(colour.values()).extracting(GridValue::text).containsExactly("red", "blue");
        assertThat(colour.means()).containsExactly(10.75, 0.75);
        assertThat(flag.values()).extracting(GridValue::text).containsExactly("no", "yes");
        assertThat(flag.curves().get(0)).containsExactly(10.0, 11.0);
    }

    @Test
    void aFeatureThatIsNotThereIsRefused() {
        RealTables iris = RealTables.iris();
        assertThatThrownBy(() -> PartialDependence.of(iris.predictor(), iris.rows(), 75, "colour", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("dependence: 'colour' must be a feature");
    }
}
