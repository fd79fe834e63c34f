// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Given;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelComparisonTest {
    private static final Schema BINARY = schema(Task.BINARY, List.of("no", "yes"), List.of("y"));
    private static final Schema NUMBERS = schema(Task.REGRESSION, List.of(), List.of("y"));

    /** See paired.py, which made the answers and these numbers; the last two of a kind are a bootstrap's. */
    @Test
    void twoClassifiersOnCreditsDifferAsNumpyAndScikitLearnFind() throws IOException {
        ModelComparison comparison = comparison("german.csv", BINARY);
        require(comparison, Metric.ACCURACY, -0.04, 0.024812495949768348, 1e-12);
        require(comparison, Metric.LOG_LOSS, 0.08942536408383381, 0.025462222188205146, 1e-12);
        require(comparison, Metric.ROC_AUC, -0.15788398692810457, 0.04292243112572553, 0.01);
        require(comparison, Metric.F1, -0.16209553158705703, 0.07818978848321818, 0.03);
        PairedDifference auc = comparison.differences(Metric.ROC_AUC).get(0);
        assertThat(auc.isClear()).isTrue();
        assertThat(comparison.differences(Metric.ACCURACY).get(0).isClear()).isFalse();
        assertThat(auc.high().orElseThrow()).isCloseTo(-0.0738, within(5e-4));
    }

    @Test
    void twoRegressionsOfFuelConsumptionDifferAsNumpyAndScikitLearnFind() throws IOException {
        ModelComparison comparison = comparison("mpg.csv", NUMBERS);
        require(comparison, Metric.MSE, -3.594962258767343, 1.6623063029495455, 1e-12);
        require(comparison, Metric.MAE, -0.4147529602050781, 0.1876120645978716, 1e-12);
        require(comparison, Metric.RMSE, -0.41161361140600583, 0.18372520579484228, 0.05);
        require(comparison, Metric.R2, 0.05966147139388167, 0.02650499752216025, 0.05);
        assertThat(comparison.differences(Metric.MEDIAN_ABSOLUTE_ERROR).get(0).low())
                .isEmpty();
    }

    private static void require(
            ModelComparison comparison, Metric metric, double difference, double error, double off) {
        PairedDifference found = comparison.differences(metric).get(0);
        assertThat(found.difference()).as(metric.key()).isCloseTo(difference, within(1e-9));
        assertThat(found.standardError().orElseThrow()).as(metric.key()).isCloseTo(error, within(off * error));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void aRowsInfluenceIsTheDerivativeByItsWeight(Metric metric) {
        for (Task task : Task.values()) {
            if (metric.measures(task)) {
                Answers answers = random(task, 3);
                Influence.of(answers, metric).ifPresent(influence -> requireDerivative(answers, metric, influence));
            }
        }
    }

    private static void requireDerivative(Answers answers, Metric metric, IntToDoubleFunction influence) {
        float[] weights = new float[answers.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = answers.weight(row);
        }
        double total = IntStream.range(0, weights.length)
                .mapToDouble(row -> weights[row])
                .sum();
        for (int row = 0; row < weights.length; row++) {
            float step = 0x1p-7f;
            double slope = (with(answers, weights, row, step, metric) - with(answers, weights, row, -step, metric))
                    / (2 * step);
            assertThat(influence.applyAsDouble(row))
                    .as("%s of row %d, %s", metric, row, answers.schema().task())
                    .isCloseTo(slope * total, within(2e-4 * Math.max(1, Math.abs(slope * total))));
        }
    }

    private static double with(Answers answers, float[] weights, int row, float more, Metric metric) {
        float[] others = weights.clone();
        others[row] += more;
        return Given.weighing(answers, others).evaluation().figure(metric).orElseThrow();
    }

    private static Answers random(Task task, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 40;
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = 0.5f + random.nextInt(3);
        }
        return Given.weighing(
                switch (task) {
                    case BINARY ->
                        Given.labels(
                                BINARY,
                                scores(random, rows),
                                random.ints(rows, 0, 2).toArray(),
                                0);
                    case MULTICLASS ->
                        Given.labels(
                                schema(task, List.of("a", "b", "c"), List.of("y")),
                                scores(random, 3 * rows),
                                random.ints(rows, 0, 3).toArray(),
                                0);
                    case MULTILABEL ->
                        Given.numbers(
                                schema(task, List.of(), List.of("y", "z")),
                                scores(random, 2 * rows),
                                truths(random, 2 * rows),
                                0);
                    case REGRESSION ->
                        Given.numbers(
                                schema(task, List.of(), List.of("y", "z")),
                                scores(random, 2 * rows),
                                scores(random, 2 * rows),
                                0);
                },
                weights);
    }

    /** Some are equal. */
    private static float[] scores(SplittableRandom random, int count) {
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (1 + random.nextInt(31)) / 32f;
        }
        return scores;
    }

    private static float[] truths(SplittableRandom random, int count) {
        float[] truths = new float[count];
        for (int i = 0; i < count; i++) {
            truths[i] = random.nextInt(2);
        }
        return truths;
    }

    @Test
    void ofEachPairThereIsOneDifferenceAndOfAModelWithItselfNone() {
        Answers one = random(Task.BINARY, 1);
        ModelComparison comparison = ModelComparison.of(List.of(one, one, one));
        assertThat(comparison.differences(Metric.ROC_AUC))
                .extracting(pair -> pair.first() + "-" + pair.second() + " " + pair.difference() + " "
                        + pair.standardError().orElseThrow())
                .containsExactly("0-1 0.0 0.0", "0-2 0.0 0.0", "1-2 0.0 0.0");
        assertThat(comparison.metrics()).isEqualTo(Metric.of(Task.BINARY));
    }

    @Test
    void ofOneRowNothingIsKnownOfTheError() {
        Answers one = Given.labels(BINARY, new float[] {0.7f}, new int[] {1}, 0);
        ModelComparison comparison = ModelComparison.of(List.of(one, one));
        assertThat(comparison.differences(Metric.ACCURACY).get(0).standardError())
                .isEmpty();
        assertThat(comparison.differences(Metric.ROC_AUC)).isEmpty();
    }

    @Test
    void whatIsNotTheSameQuestionIsRefused() {
        Answers one = random(Task.BINARY, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelComparison.of(List.of(one)))
                .withMessage("comparison: must be of at least two models, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelComparison.of(List.of(one, random(Task.MULTICLASS, 1))))
                .withMessage("comparison: the models must answer the same question, got binary of y [no, yes], positive"
                        + " 'yes' and multi-class of y [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelComparison.of(List.of(one, random(Task.BINARY, 2))))
                .withMessageContaining("the models must answer the same rows; what is true of row");
    }

    private static Schema schema(Task task, List<String> labels, List<String> targets) {
        return Schema.builder(task)
                .features(Feature.numbers("x"))
                .targets(targets)
                .labels(labels)
                .positiveClass(labels.size() == 2 ? 1 : 0)
                .build();
    }

    private static ModelComparison comparison(String file, Schema schema) throws IOException {
        List<double[]> rows;
        try (InputStream in = Objects.requireNonNull(ModelComparisonTest.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows = lines.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
        return ModelComparison.of(List.of(answers(schema, rows, 1), answers(schema, rows, 2)));
    }

    private static Answers answers(Schema schema, List<double[]> rows, int model) {
        float[] outputs = new float[rows.size()];
        float[] targets = new float[rows.size()];
        int[] labels = new int[rows.size()];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = (float) rows.get(row)[model];
            targets[row] = (float) rows.get(row)[0];
            labels[row] = (int) targets[row];
        }
        return schema.task() == Task.BINARY
                ? Given.labels(schema, outputs, labels, 0)
                : Given.numbers(schema, outputs, targets, 0);
    }
}
