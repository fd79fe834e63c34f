// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every metric of a task beside scikit-learn 1.2's on the same eight rows, with weights and without. */
class ScikitLearnMetricsTest {
    private static final double EQUAL = 1e-12;
    private static final float[] WEIGHTS = {1, 2, 0.5f, 1, 3, 1, 2, 0.25f};
    private static final float[] POSITIVE = {.125f, .75f, .375f, .625f, .875f, .25f, .75f, .75f};

    @Test
    void ofTwoClasses() {
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        Answers answers = Given.labels(schema, POSITIVE, new int[] {0, 1, 1, 0, 1, 0, 1, 0}, 0);
        requireClasses(
                answers,
                0.625,
                0.5597577337184664,
                0.1953125,
                0.8125,
                0.6666666666666665,
                0.625,
                0.2581988897471611,
                0.25,
                0.7916666666666666);
        requireClasses(
                Given.weighing(answers, WEIGHTS),
                0.8372093023255814,
                0.35259101419112154,
                0.10247093023255814,
                0.9538461538461539,
                0.888888888888889,
                0.7743589743589744,
                0.5965193004717247,
                0.5871056241426611,
                0.9720853858784894);
    }

    @Test
    void ofThreeClassesThoseOfEachAgainstTheRestAreAveraged() {
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .labels(List.of("a", "b", "c"))
                .build();
        float[] outputs = {
            .5f, .25f, .25f, .125f, .75f, .125f, .25f, .5f, .25f, .125f, .25f, .625f, .375f, .25f, .375f, .625f, .25f,
            .125f, .25f, .5f, .25f, .25f, .25f, .5f
        };
        Answers answers = Given.labels(schema, outputs, new int[] {0, 1, 2, 2, 1, 0, 1, 2}, 0);
        requireClasses(
                answers,
                0.75,
                0.7599649493578586,
                0.421875,
                0.8777777777777778,
                0.7555555555555555,
                0.7777777777777777,
                0.6428571428571429,
                0.627906976744186,
                0.8379629629629629);
        requireClasses(
                Given.weighing(answers, WEIGHTS),
                0.6744186046511628,
                0.801872558524137,
                0.4476744186046512,
                0.8650793650793651,
                0.7001380262249827,
                0.7619047619047619,
                0.5355077269209614,
                0.47652173913043483,
                0.8658513834807908);
    }

    @Test
    void ofSeveralTargetsThoseOfEachAreAveraged() {
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("x"))
                .targets(List.of("one", "other"))
                .build();
        float[] other = {.5f, .75f, .25f, .625f, .875f, .125f, .375f, .625f};
        float[] outputs = new float[16];
        for (int row = 0; row < 8; row++) {
            outputs[2 * row] = POSITIVE[row];
            outputs[2 * row + 1] = other[row];
        }
        float[] targets = {0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1};
        requireClasses(
                Given.numbers(schema, outputs, targets, 0),
                0.5,
                0.49590453074771756,
                0.1650390625,
                0.859375,
                0.7083333333333333,
                0.6875,
                0.37909944487358055,
                0.375,
                0.8395833333333333);
    }

    @Test
    void ofNumbers() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("one", "other"))
                .build();
        float[] outputs = {2.5f, .5f, 0, 2.25f, 2, -1.5f, 8, 3, 1.75f, .5f, 3.5f, 4, -1, 3, 5.5f, -1};
        float[] targets = {3, 1, -.5f, 2, 2, -1, 7, 4, 1, .5f, 4, 2.5f, -2, 3, 5, -2};
        Answers answers = Given.numbers(schema, outputs, targets, 0);
        requireNumbers(
                answers,
                0.5234375,
                Math.sqrt(0.5234375),
                0.59375,
                0.8876897838394235,
                0.5,
                0.3287202380952381,
                0.8966864224137931);
        requireNumbers(
                Given.weighing(answers, WEIGHTS),
                0.45348837209302323,
                Math.sqrt(0.45348837209302323),
                0.5290697674418605,
                0.8679642959273354,
                0.5,
                0.35741971207087486,
                0.8864587238722589);
    }

    @Test
    void ofAnEvenNumberOfRowsTheMedianIsHalfWay() {
        assertThat(median(new float[] {1, 2, 4, 8})).isEqualTo(3);
        assertThat(median(new float[] {1, 2, 8})).isEqualTo(2);
        assertThat(median(new float[] {5})).isEqualTo(5);
        assertThat(median(new float[] {1, 4, 8}, 2, 1, 1)).isEqualTo(2.5);
        assertThat(median(new float[] {1, 4, 8}, 2, 1, 0.5f)).isEqualTo(1);
        assertThat(median(new float[] {8, 1, 4, 2}, 0, 1, 1, 1)).isEqualTo(2);
    }

    @Test
    void whereAllRowsAreOfOneClassAndDecidedForItThereIsNoAgreementBeyondChance() {
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        Evaluation evaluation = Given.weighing(
                        Given.labels(schema, new float[] {.1f, .2f, .3f}, new int[3], 0), .1f, .7f, .3f)
                .evaluation();
        assertThat(evaluation.figure(Metric.COHEN_KAPPA)).isEmpty();
        assertThat(evaluation.figure(Metric.ROC_AUC)).isEmpty();
        assertThat(evaluation.figure(Metric.AVERAGE_PRECISION)).isEmpty();
        assertThat(evaluation.figure(Metric.MATTHEWS_CORRELATION)).hasValue(0);
        assertThat(evaluation.figure(Metric.BALANCED_ACCURACY)).hasValue(1);
    }

    private static double median(float[] errors, float... weights) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .build();
        Answers answers = Given.numbers(schema, errors, new float[errors.length], 0);
        return (weights.length == 0 ? answers : Given.weighing(answers, weights))
                .evaluation()
                .figure(Metric.MEDIAN_ABSOLUTE_ERROR)
                .orElseThrow();
    }

    private static void requireClasses(Answers answers, double... expected) {
        require(
                answers,
                expected,
                Metric.ACCURACY,
                Metric.LOG_LOSS,
                Metric.BRIER,
                Metric.ROC_AUC,
                Metric.F1,
                Metric.BALANCED_ACCURACY,
                Metric.MATTHEWS_CORRELATION,
                Metric.COHEN_KAPPA,
                Metric.AVERAGE_PRECISION);
    }

    private static void requireNumbers(Answers answers, double... expected) {
        require(
                answers,
                expected,
                Metric.MSE,
                Metric.RMSE,
                Metric.MAE,
                Metric.R2,
                Metric.MEDIAN_ABSOLUTE_ERROR,
                Metric.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                Metric.EXPLAINED_VARIANCE);
    }

    private static void require(Answers answers, double[] expected, Metric... metrics) {
        Evaluation evaluation = answers.evaluation();
        Map<Metric, Double> beside = new EnumMap<>(Metric.class);
        for (int i = 0; i < metrics.length; i++) {
            beside.put(metrics[i], expected[i]);
        }
        assertThat(beside.keySet())
                .containsExactlyElementsOf(Metric.of(answers.schema().task()));
        beside.forEach((metric, value) -> {
            assertThat(evaluation.figure(metric).orElseThrow()).as("%s", metric).isCloseTo(value, within(EQUAL));
            assertThat(metric.range().contains(value)).as("range of %s", metric).isTrue();
        });
    }
}
