// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Importance is what a metric loses when a column is permuted. */
class PermutationImportanceTest {
    private static final Execution ONE_THREAD = new Execution(1, KernelChoice.SCALAR);

    private static PermutationImportance of(RealTables table, Metric metric, int repeats) {
        return PermutationImportance.of(
                table.predictor(),
                table.answers(),
                table.rows(),
                new ImportanceRequest(metric, repeats, 0, ONE_THREAD));
    }

    /** Means and deviations of 1000 repeats by scikit-learn 1.2's permutation_importance. */
    private static void assertAsScikitLearn(PermutationImportance found, Map<String, double[]> expected) {
        Map<String, Importance> byName = new TreeMap<>();
        found.features().forEach(one -> byName.put(one.features().get(0), one));
        assertThat(byName.keySet()).isEqualTo(new TreeMap<>(expected).keySet());
        expected.forEach((name, figures) -> {
            double error = 5 * figures[1] * Math.sqrt(1.0 / found.repeats() + 1.0 / 1000) + 1e-5;
            assertThat(byName.get(name).mean()).as(name).isCloseTo(figures[0], within(error));
            assertThat(byName.get(name).deviation()).as(name).isCloseTo(figures[1], within(0.25 * figures[1] + 1e-5));
        });
    }

    @Test
    void itIsScikitLearnsOfR2() {
        assertAsScikitLearn(
                of(RealTables.diabetes(), Metric.R2, 400),
                Map.of(
                        "age", new double[] {-0.00512, 0.02635},
                        "bmi", new double[] {0.25249, 0.06079},
                        "bp", new double[] {0.06565, 0.01908},
                        "s5", new double[] {0.24125, 0.05404}));
    }

    @Test
    void itIsScikitLearnsOfLogLoss() {
        assertAsScikitLearn(
                of(RealTables.iris(), Metric.LOG_LOSS, 400),
                Map.of(
                        "sl", new double[] {0.00684, 0.00968},
                        "sw", new double[] {0, 0},
                        "pl", new double[] {0.99967, 0.17329},
                        "pw", new double[] {0.18469, 0.03938}));
    }

    @Test
    void itIsScikitLearnsOfAccuracy() {
        assertAsScikitLearn(
                of(RealTables.wine(), Metric.ACCURACY, 400),
                Map.of(
                        "alcohol", new double[] {0.15727, 0.04394},
                        "flavanoids", new double[] {0.07552, 0.03002},
                        "colour", new double[] {-0.03765, 0.01489},
                        "proline", new double[] {0.08805, 0.0341}));
    }

    @Test
    void featuresFallByImportanceAndCorrelatedOnesAreAGroup() {
        PermutationImportance found = of(RealTables.iris(), Metric.ROC_AUC, 5);

        assertThat(found.features()).isSortedAccordingTo((a, b) -> Double.compare(b.mean(), a.mean()));
        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0).features()).containsExactly("pl", "pw");
        assertThat(found.groups().get(0).mean())
                .isGreaterThan(found.features().get(0).mean());
        assertThat(found.rows()).isEqualTo(75);
    }

    @Test
    void threadsChangeNoBit() {
        RealTables wine = RealTables.wine();
        ImportanceRequest request = new ImportanceRequest(Metric.LOG_LOSS, 3, 7, new Execution(3, KernelChoice.AUTO));

        assertThat(PermutationImportance.of(wine.predictor(), wine.answers(), wine.rows(), request))
                .isEqualTo(PermutationImportance.of(
                        wine.predictor(),
                        wine.answers(),
                        wine.rows(),
                        new ImportanceRequest(Metric.LOG_LOSS, 3, 7, ONE_THREAD)));
    }

    @Test
    void whatCannotBeIsRefused() {
        RealTables wine = RealTables.wine();
        Answers answers = wine.answers();
        ImportanceRequest usual = ImportanceRequest.usual(Task.BINARY);

        assertThatThrownBy(() -> PermutationImportance.of(wine.predictor(), answers, new float[4], usual))
                .hasMessage("importance: 60 answers need 240 numbers of raw rows, got 4");
        assertThatThrownBy(() -> of(wine, Metric.RMSE, 1))
                .hasMessageStartingWith("answers: of a binary model there is no RMSE; there is accuracy,");
        assertThatThrownBy(() -> new ImportanceRequest(Metric.R2, 0, 0, ONE_THREAD))
                .hasMessage("importance: repeats must be in [1, 10000], got 0");
    }

    @Test
    void featuresThatSayTheSameAreFoundByRanksCategoriesAndBoth() {
        float[] numbers = new float[200];
        float[] curved = new float[200];
        float[] codes = new float[200];
        float[] others = new float[200];
        for (int i = 0; i < 200; i++) {
            numbers[i] = i * 37 % 200;
            curved[i] = (float) StrictMath.exp(numbers[i] / 20);
            codes[i] = (int) numbers[i] / 40;
            others[i] = i % 3;
        }
        ColumnAssociation.Sampled ranks = ColumnAssociation.ranks(numbers);
        ColumnAssociation.Sampled fives = ColumnAssociation.codes(codes);
        ColumnAssociation.Sampled threes = ColumnAssociation.codes(others);

        assertThat(ranks.with(ColumnAssociation.ranks(curved))).isCloseTo(1, within(1e-12));
        assertThat(fives.with(ranks)).isEqualTo(ranks.with(fives)).isBetween(0.97, 0.98);
        assertThat(fives.with(fives)).isCloseTo(1, within(1e-9));
        for (ColumnAssociation.Sampled one : List.of(ranks, fives)) {
            assertThat(one.with(threes)).isLessThan(0.1);
        }
        assertThat(ranks.with(ColumnAssociation.ranks(new float[200]))).isZero();
    }
}
