// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contributions are Shapley's values, and add up. */
class ShapleyExplainerTest {
    private static final String[] FIVE = {"a", "b", "c", "d", "e"};

    private static float[] rows(int count, int width, long seed) {
        RandomStream stream = RandomStream.of(seed, RandomStream.Purpose.SAMPLE, 0, 0);
        float[] rows = new float[count * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = stream.nextInt(9) - 4;
        }
        return rows;
    }

    private static double[] values(Attribution attribution) {
        return attribution.contributions().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @Test
    void ofALinearModelTheyAreTheWeightTimesTheDistanceFromTheMean() {
        double[] weights = {2, -1, 0.5, 0, 3};
        FormulaPredictor linear = FormulaPredictor.regression(
                (x, at) -> {
                    double sum = 7;
                    for (int i = 0; i < weights.length; i++) {
                        sum += weights[i] * x[at + i];
                    }
                    return sum;
                },
                FIVE);
        float[] background = rows(40, 5, 1);
        float[] asked = rows(3, 5, 2);

        List<RowAttribution> explained = ShapleyExplainer.of(linear, Background.of(linear.schema(), background, 40))
                .explain(asked, 3);

        for (int row = 0; row < 3; row++) {
            double[] contributions = values(explained.get(row).usual().get(0));
            for (int f = 0; f < 5; f++) {
                double mean = 0;
                for (int b = 0; b < 40; b++) {
                    mean += background[b * 5 + f] / 40;
                }
                assertThat(contributions[f]).isCloseTo(weights[f] * (asked[row * 5 + f] - mean), within(1e-6));
            }
        }
    }

    @Test
    void whereFeaturesActInPairsTheyAreThoseOfAllCoalitions() {
        FormulaPredictor pairs = FormulaPredictor.regression(
                (x, at) -> x[at] * x[at + 1] + 2 * x[at + 2] * x[at + 3] - x[at + 1] * x[at + 4] + x[at] * x[at], FIVE);

        assertExact(pairs, rows(30, 5, 3), rows(4, 5, 4));
    }

    @Test
    void ofUpToFourFeaturesTheyAreThoseOfAllCoalitions() {
        FormulaPredictor product = FormulaPredictor.regression(
                (x, at) -> x[at] * x[at + 1] * x[at + 2] * x[at + 3] + x[at], "a", "b", "c", "d");

        assertExact(product, rows(30, 4, 5), rows(4, 4, 6));
    }

    private static void assertExact(FormulaPredictor predictor, float[] background, float[] asked) {
        int width = predictor.schema().rawWidth();
        List<RowAttribution> explained = ShapleyExplainer.of(
                        predictor, Background.of(predictor.schema(), background, background.length / width))
                .explain(asked, asked.length / width);
        for (int row = 0; row < explained.size(); row++) {
            double[] exact = AllCoalitions.of(predictor, background, asked, row * width);
            assertThat(values(explained.get(row).usual().get(0))).containsExactly(exact, within(1e-5));
        }
    }

    @Test
    void ofMoreTheyAreNearThem() {
        FormulaPredictor three =
                FormulaPredictor.regression((x, at) -> x[at] * x[at + 1] * x[at + 2] + x[at + 3] * x[at + 4], FIVE);
        float[] background = rows(200, 5, 7);
        float[] asked = {2, 3, 4, 1, -2};

        double[] contributions = values(ShapleyExplainer.of(three, Background.of(three.schema(), background, 200))
                .explain(asked, 1)
                .get(0)
                .usual()
                .get(0));

        assertThat(contributions).containsExactly(AllCoalitions.of(three, background, asked, 0), within(1.5));
    }

    @Test
    void withTheBaseTheyAddUpToTheAnswer() {
        FormulaPredictor wild = FormulaPredictor.regression(
                (x, at) -> StrictMath.sin(x[at] * x[at + 1]) * StrictMath.exp(x[at + 2] - x[at + 3]) + x[at + 4], FIVE);
        Background background = Background.of(wild.schema(), rows(50, 5, 8), 50);

        for (RowAttribution row : ShapleyExplainer.of(wild, background).explain(rows(20, 5, 9), 20)) {
            assertThat(row.usual().get(0).gap()).isLessThan(1e-9);
            assertThat(row.usual().get(0).output()).isEqualTo(row.outputs()[0]);
        }
    }

    @Test
    void threadsAndTheOtherRowsChangeNoBit() {
        FormulaPredictor wild = FormulaPredictor.regression(
                (x, at) -> StrictMath.sin(x[at] * x[at + 1]) * StrictMath.exp(x[at + 2] - x[at + 3]) + x[at + 4], FIVE);
        Background background = Background.of(wild.schema(), rows(50, 5, 8), 50);
        float[] asked = rows(7, 5, 9);

        List<RowAttribution> alone = ShapleyExplainer.of(wild, background).explain(asked, 7);
        List<RowAttribution> shared = ShapleyExplainer.of(wild, background, 0, new Execution(3, KernelChoice.SCALAR))
                .explain(asked, 7);

        for (int row = 0; row < 7; row++) {
            assertThat(shared.get(row).usual()).isEqualTo(alone.get(row).usual());
        }
        float[] last = Arrays.copyOfRange(asked, 30, 35);
        assertThat(ShapleyExplainer.of(wild, background).explain(last, 1).get(0).usual())
                .isEqualTo(alone.get(6).usual());
    }

    @Test
    void aCategoryAndAMissingValueAreFeaturesAsOthersAre() {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature(
                                "colour",
                                new CategoryKind(List.of("blue", "red"), Unseen.ERROR),
                                new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())),
                        Feature.number("size")))
                .targets(List.of("y"))
                .build();
        FormulaPredictor predictor =
                new FormulaPredictor(schema, (x, at, y, to) -> y[to] = (Float.isNaN(x[at]) ? 10 : x[at]) + x[at + 1]);
        Background background = Background.of(schema, new float[] {0, 1, 1, 3}, 2);

        Attribution missing = ShapleyExplainer.of(predictor, background)
                .explain(new float[] {Float.NaN, 4}, 1)
                .get(0)
                .usual()
                .get(0);

        assertThat(missing.contributions()).isEqualTo(Map.of("colour", 9.5, "size", 2.0));
        assertThat(missing.base()).isEqualTo(2.5);
    }

    @Test
    void whatIsExplainedFollowsTheTask() {
        Schema binary = Schema.builder(Task.BINARY)
                .features(Feature.numbers("x"))
                .targets(List.of("sick"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        FormulaPredictor predictor = new FormulaPredictor(binary, (x, at, y, to) -> y[to] = x[at]);
        RowAttribution row = ShapleyExplainer.of(predictor, Background.of(binary, new float[] {0.5f}, 1))
                .explain(new float[] {0.125f}, 1)
                .get(0);

        Attribution usual = row.usual().get(0);
        assertThat(usual.explained().name()).isEqualTo("yes");
        assertThat(usual.contributions()).isEqualTo(Map.of("x", -0.375));
        Attribution other = row.of(ExplainedOutput.named(binary, "no"));
        assertThat(other.output()).isEqualTo(0.875);
        assertThat(other.contributions()).isEqualTo(Map.of("x", 0.375));
        assertThatThrownBy(() -> ExplainedOutput.named(binary, "yess"))
                .hasMessage("must be a label, got 'yess'; did you mean 'yes'?");
    }

    @Test
    void ofSeveralClassesItIsTheOneDecidedFor() {
        Schema classes = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("x"))
                .targets(List.of("kind"))
                .labels(List.of("a", "b", "c"))
                .build();
        FormulaPredictor predictor = new FormulaPredictor(classes, (x, at, y, to) -> {
            y[to] = 0.25f * x[at];
            y[to + 1] = 0.75f - 0.5f * x[at];
            y[to + 2] = 0.25f + 0.25f * x[at];
        });
        ShapleyExplainer explainer = ShapleyExplainer.of(predictor, Background.of(classes, new float[] {0.5f}, 1));

        List<RowAttribution> rows = explainer.explain(new float[] {0, 1}, 2);

        assertThat(rows.get(0).usual().get(0).explained().name()).isEqualTo("b");
        assertThat(rows.get(1).usual().get(0).explained().name()).isEqualTo("c");
        assertThat(rows.get(1).usual().get(0).contributions()).isEqualTo(Map.of("x", 0.125));
    }

    @Test
    void aBackgroundOfOtherRowsIsRefused() {
        FormulaPredictor one = FormulaPredictor.regression((x, at) -> x[at], "a");
        FormulaPredictor two = FormulaPredictor.regression((x, at) -> x[at], "a", "b");
        Background background = Background.of(one.schema(), new float[] {1}, 1);

        assertThatThrownBy(() -> ShapleyExplainer.of(two, background))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("explanation: the background's rows have 1 numbers, the model's raw rows 2");
        assertThatThrownBy(() -> Background.of(one.schema(), new float[0], 0))
                .hasMessageStartingWith("background: rows must be at least 1");
    }
}
