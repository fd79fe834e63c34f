// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Values worked out by hand, with scikit-learn's conventions. */
class ClassificationMetricsTest {
    private static final double EXACT = 1e-15;
    /** Outputs are floats: 0.1f is not 0.1. */
    private static final double FLOATS = 1e-7;

    private static Schema schema(Task task, int positive, String... labels) {
        return Schema.builder(task)
                .features(Feature.numbers("x"))
                .targets(List.of("t"))
                .labels(List.of(labels))
                .positiveClass(positive)
                .build();
    }

    private static ClassificationEvaluation binary(int positive, float[] outputs, int... truth) {
        return evaluation(schema(Task.BINARY, positive, "no", "yes"), outputs, truth);
    }

    /** Truth a a a b b c, decided a b a b c c. */
    private static ClassificationEvaluation threeClasses() {
        float[] outputs = {
            0.5f, 0.25f, 0.25f, //
            0.25f, 0.5f, 0.25f, //
            0.75f, 0.125f, 0.125f, //
            0.125f, 0.75f, 0.125f, //
            0.125f, 0.375f, 0.5f, //
            0, 0.25f, 0.75f
        };
        return evaluation(schema(Task.MULTICLASS, 0, "a", "b", "c"), outputs, 0, 0, 0, 1, 1, 2);
    }

    private static ClassificationEvaluation evaluation(Schema schema, float[] outputs, int... truth) {
        return (ClassificationEvaluation)
                Given.labels(schema, outputs, truth, 7).evaluation();
    }

    @Test
    void theConfusionMatrixHasTruthInRowsAndDecisionsInColumns() {
        ClassificationEvaluation evaluation = threeClasses();
        assertThat(evaluation.confusionMatrix())
                .containsExactly(List.of(2L, 1L, 0L), List.of(0L, 1L, 1L), List.of(0L, 0L, 1L));
        assertThat(evaluation.labels()).containsExactly("a", "b", "c");
        assertThat(evaluation.rows()).isEqualTo(6);
        assertThat(evaluation.loss()).isEqualTo(7);
        assertThat(evaluation.accuracy()).isCloseTo(4 / 6.0, within(EXACT));
    }

    @Test
    void precisionRecallAndF1AreOfEachClass() {
        List<ClassScore> classes = threeClasses().classes();
        assertScore(classes.get(0), "a", 1, 2 / 3.0, 0.8, 3);
        assertScore(classes.get(1), "b", 0.5, 0.5, 0.5, 2);
        assertScore(classes.get(2), "c", 0.5, 1, 2 / 3.0, 1);
    }

    @Test
    void macroAveragesWeighClassesTheSameAndWeightedOnesByTheirRows() {
        ClassificationEvaluation evaluation = threeClasses();
        assertAverages(evaluation.macroAverage(), 2 / 3.0, 13 / 18.0, (0.8 + 0.5 + 2 / 3.0) / 3);
        assertAverages(evaluation.weightedAverage(), 0.75, 2 / 3.0, (2.4 + 1 + 2 / 3.0) / 6);
    }

    @Test
    void rocAucOfSeveralClassesIsTheMeanOfOneAgainstTheRest() {
        ClassificationEvaluation evaluation = threeClasses();
        // a: of 9 pairs 2 · 3 + (0.25 against 0.125, 0.125, 0). b: {0.75, 0.375} against {0.25, 0.5, 0.125, 0.25}.
        assertThat(evaluation.classes().get(0).rocAuc().orElseThrow()).isCloseTo(1, within(EXACT));
        assertThat(evaluation.classes().get(1).rocAuc().orElseThrow()).isCloseTo(7 / 8.0, within(EXACT));
        assertThat(evaluation.classes().get(2).rocAuc().orElseThrow()).isCloseTo(1, within(EXACT));
        assertThat(evaluation.rocAuc().orElseThrow()).isCloseTo((1 + 7 / 8.0 + 1) / 3, within(EXACT));
    }

    @Test
    void logLossAndBrierOfSeveralClasses() {
        ClassificationEvaluation evaluation = threeClasses();
        double logLoss = 0;
        for (double p : new double[] {0.5, 0.25, 0.75, 0.75, 0.375, 0.75}) {
            logLoss -= StrictMath.log(p) / 6;
        }
        assertThat(evaluation.logLoss()).isCloseTo(logLoss, within(1e-14));
        // Row by row: Σ over the classes of (p − truth)².
        double brier = (0.375 + 0.875 + 0.09375 + 0.09375 + 0.65625 + 0.125) / 6;
        assertThat(evaluation.brier()).isCloseTo(brier, within(1e-14));
    }

    @Test
    void binaryScoresAreOfThePositiveClass() {
        ClassificationEvaluation evaluation = binary(1, new float[] {0.1f, 0.9f, 0.8f, 0.35f}, 0, 1, 1, 0);
        assertThat(evaluation.logLoss()).isCloseTo(0.21616187468057912, within(FLOATS));
        assertThat(evaluation.brier()).isCloseTo((0.01 + 0.01 + 0.04 + 0.1225) / 4, within(FLOATS));
        assertThat(evaluation.accuracy()).isEqualTo(1);
        assertThat(evaluation.rocAuc()).isEqualTo(OptionalDouble.of(1));
    }

    @Test
    void binaryRocAucIsTheSameForBothLabelsAndOfThePositiveOneForTheWhole() {
        float[] outputs = {0.1f, 0.4f, 0.35f, 0.8f};
        ClassificationEvaluation second = binary(1, outputs, 0, 0, 1, 1);
        assertThat(second.rocAuc()).isEqualTo(OptionalDouble.of(0.75));
        assertThat(second.classes()).extracting(ClassScore::rocAuc).containsOnly(OptionalDouble.of(0.75));
        ClassificationEvaluation first = binary(0, outputs, 1, 1, 0, 0);
        assertThat(first.rocAuc()).isEqualTo(OptionalDouble.of(0.75));
    }

    @Test
    void withTheFirstLabelPositiveTheMatrixKeepsTheOrderOfLabels() {
        ClassificationEvaluation evaluation = binary(0, new float[] {0.9f, 0.2f, 0.7f}, 0, 0, 1);
        assertThat(evaluation.confusionMatrix()).containsExactly(List.of(1L, 1L), List.of(1L, 0L));
        assertThat(evaluation.logLoss())
                .isCloseTo(-(StrictMath.log(0.9) + StrictMath.log(0.2) + StrictMath.log(0.3)) / 3, within(1e-6));
    }

    @Test
    void oneHalfIsNotPositive() {
        assertThat(binary(1, new float[] {0.5f, Math.nextUp(0.5f)}, 0, 1).accuracy())
                .isEqualTo(1);
    }

    @Test
    void zeroByZeroIsZero() {
        ClassificationEvaluation evaluation = binary(1, new float[] {0.1f, 0.2f}, 0, 0);
        assertScore(evaluation.classes().get(1), "yes", 0, 0, 0, 0);
        assertScore(evaluation.classes().get(0), "no", 1, 1, 1, 2);
        assertAverages(evaluation.macroAverage(), 0.5, 0.5, 0.5);
        assertAverages(evaluation.weightedAverage(), 1, 1, 1);
        assertThat(evaluation.rocAuc()).isEmpty();
    }

    @Test
    void oneSureMistakeDoesNotMakeTheLogLossInfinite() {
        ClassificationEvaluation evaluation = binary(1, new float[] {0, 1}, 1, 0);
        assertThat(evaluation.logLoss()).isCloseTo(-StrictMath.log(1e-15), within(1e-12));
        assertThat(evaluation.brier()).isEqualTo(1);
    }

    private static void assertScore(
            ClassScore score, String label, double precision, double recall, double f1, long support) {
        assertThat(score.label()).isEqualTo(label);
        assertThat(score.precision()).as("precision of %s", label).isCloseTo(precision, within(EXACT));
        assertThat(score.recall()).as("recall of %s", label).isCloseTo(recall, within(EXACT));
        assertThat(score.f1()).as("F1 of %s", label).isCloseTo(f1, within(EXACT));
        assertThat(score.support()).as("support of %s", label).isEqualTo(support);
    }

    private static void assertAverages(Averages averages, double precision, double recall, double f1) {
        assertThat(averages.precision()).isCloseTo(precision, within(EXACT));
        assertThat(averages.recall()).isCloseTo(recall, within(EXACT));
        assertThat(averages.f1()).isCloseTo(f1, within(EXACT));
    }
}
