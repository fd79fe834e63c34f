// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds by what they are to be best at. */
class DecisionChoiceTest {
    private static final long SEED = 20261130;

    private static ChosenThreshold chosen(Answers answers, String goal) {
        return DecisionChoice.of(answers, DecisionGoal.parse(goal)).thresholds().get(0);
    }

    private static Answers answers(String... rows) {
        return StatedProbabilities.binary("t").answers(Optional.empty(), "p,t", rows);
    }

    /** Values of scikit-learn 1.2: its metrics at every midpoint, by the rules for ties that the class has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "f1 false 0.50888586 0.7962962962962963",
                "balanced-accuracy false 0.50888586 0.8493548387096774",
                "accuracy false 0.66872764 0.8531468531468531",
                "youden false 0.50888586 0.6987096774193549",
                "recall@0.9 false 0.9736661 0.38",
                "precision@0.8 false 0.5600506 0.7692307692307693",
                "cost:1,5 false 0.30194568634033203 0.3006993006993007",
                "f1 true 0.50888586 0.76158940397351",
                "balanced-accuracy true 0.50888586 0.8386607916051143",
                "accuracy true 0.66872764 0.8524590163934426",
                "youden true 0.50888586 0.6773215832102286",
                "recall@0.9 true 0.9736661 0.35074626865671643",
                "precision@0.8 true 0.5270231 0.6962025316455697",
                "cost:1,5 true 0.5088858604431152 0.34660421545667447"
            })
    void scikitLearnAgrees(String goal, boolean weighted, float threshold, double value) {
        ChosenThreshold found = chosen(StatedProbabilities.ofBreastCancer(weighted), goal);
        assertThat(found.threshold()).isEqualTo(threshold);
        assertThat(found.value().orElseThrow()).isCloseTo(value, within(1e-12));
    }

    @Test
    void evaluationsAgree() {
        Answers answers = StatedProbabilities.ofBreastCancer(true);
        DecisionChoice choice = DecisionChoice.of(answers, DecisionGoal.parse("accuracy"));
        ClassificationEvaluation before = (ClassificationEvaluation) answers.evaluation();
        ClassificationEvaluation after = (ClassificationEvaluation)
                answers.withDecision(choice.decision()).evaluation();
        ChosenThreshold chosen = choice.thresholds().get(0);
        assertThat(chosen.valueBefore().orElseThrow()).isCloseTo(before.accuracy(), within(1e-12));
        assertThat(chosen.value().orElseThrow()).isCloseTo(after.accuracy(), within(1e-12));
        assertThat(after.logLoss()).isEqualTo(before.logLoss());
    }

    @Test
    void ofThresholdsAsGoodTheNearestToOneHalfIsTakenAndOfTwoAsNearTheSmaller() {
        // right at any threshold between 0.25 and 0.75: half-way is one half itself
        assertThat(chosen(answers("0.25,0", "0.75,1"), "f1").threshold()).isEqualTo(0.5f);
        // one mistake at 0.3125 as at 0.6875
        assertThat(chosen(answers("0.125,0", "0.5,1", "0.5,0", "0.875,1"), "accuracy")
                        .threshold())
                .isEqualTo(0.3125f);
        // at 0.4375 as at 0.75, which is farther
        assertThat(chosen(answers("0.25,0", "0.625,1", "0.625,0", "0.875,1"), "accuracy")
                        .threshold())
                .isEqualTo(0.4375f);
    }

    @Test
    void neighboursAmongFloatsAreToldApart() {
        float lower = 0.1f;
        float upper = Math.nextUp(lower);
        ChosenThreshold found = chosen(answers(lower + ",0", upper + ",1"), "accuracy");
        assertThat(found.threshold()).isEqualTo(lower);
        assertThat(found.value()).hasValue(1);
        ChosenThreshold high = chosen(answers(Math.nextDown(1f) + ",0", "1,1"), "accuracy");
        assertThat(high.value()).hasValue(1);
    }

    @Test
    void nothingIsWorseThanOneHalf() {
        // all are above one half, and to say yes of all is best
        ChosenThreshold all = chosen(answers("0.6,1", "0.7,0", "0.8,1", "0.9,1"), "f1");
        assertThat(all.threshold()).isEqualTo(0.5f);
        assertThat(all.value().orElseThrow()).isCloseTo(6 / 7.0, within(1e-12));
        // one probability leaves nothing to choose
        assertThat(chosen(answers("0.2,1", "0.2,0"), "f1").threshold()).isEqualTo(0.5f);
        Random random = new Random(SEED);
        for (int times = 0; times < 50; times++) {
            String[] rows = new String[1 + random.nextInt(12)];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = random.nextInt(8) / 7f + "," + random.nextInt(2);
            }
            for (String goal : List.of("f1", "accuracy", "balanced-accuracy", "youden")) {
                ChosenThreshold one = chosen(answers(rows), goal);
                assertThat(one.value().orElseThrow())
                        .as("%s of %s, seed %s", goal, rows, SEED)
                        .isGreaterThanOrEqualTo(one.valueBefore().orElseThrow() - 1e-12);
            }
        }
    }

    @Test
    void whatNoThresholdReachesLeavesThingsAsTheyWere() {
        Answers answers = answers("0.9,0", "0.8,1", "0.1,0").withDecision(Decision.above(0.25f));
        DecisionChoice choice = DecisionChoice.of(answers, DecisionGoal.parse("recall@0.9"));
        assertThat(choice.isReached()).isFalse();
        assertThat(choice.decision()).isEqualTo(Decision.above(0.25f));
        assertThat(choice.thresholds())
                .containsExactly(
                        new ChosenThreshold("1", 0.25f, OptionalDouble.empty(), 0.25f, OptionalDouble.empty()));
        assertThat(choice.text("rows")).isEqualTo("recall@0.9 on 3 rows: not reached by any threshold");
    }

    @Test
    void rowsThatWeighNothingChooseNothing() {
        StatedProbabilities model = StatedProbabilities.binary("t");
        String[] rows = {"0.25,0,1", "0.75,1,2", "0.5,1,0", "0.375,1,0"};
        assertThat(chosen(model.answers(Optional.of("w"), "p,t,w", rows), "f1"))
                .isEqualTo(new ChosenThreshold("1", 0.5f, OptionalDouble.of(1), 0.5f, OptionalDouble.of(1)));
    }

    @Test
    void eachOfSeveralLabelsHasItsOwn() {
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("p", "q"))
                .targets(List.of("spam", "urgent"))
                .build();
        Answers answers = new StatedProbabilities(schema)
                .answers(Optional.empty(), "p,q,spam,urgent", "0.1,0.9,0,1", "0.3,0.7,1,0", "0.4,0.8,1,0");
        DecisionChoice choice = DecisionChoice.of(answers, DecisionGoal.parse("f1"));
        assertThat(choice.decision()).isEqualTo(Decision.above(0.2f, 0.85f));
        assertThat(choice.thresholds()).extracting(ChosenThreshold::label).containsExactly("spam", "urgent");
        assertThat(choice.text("rows"))
                .isEqualTo("f1 on 3 rows: spam 0.0000 by 0.5 → 1.0000 by 0.2, urgent 0.5000 by 0.5 → 1.0000 by 0.85");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f1",
                "balanced-accuracy",
                "accuracy",
                "youden",
                "recall@0.9",
                "precision@1",
                "cost:1,5",
                "cost:0,0.25"
            })
    void goalsAreReadAsTheyAreWritten(String text) {
        assertThat(DecisionGoal.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f2",
                "",
                "recall",
                "recall@",
                "recall@0",
                "recall@1.5",
                "precision@NaN",
                "cost:1",
                "cost:1,2,3",
                "cost:0,0",
                "cost:-1,2",
                "cost:1,Infinity",
                "F1 "
            })
    void otherGoalsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionGoal.parse(text))
                .withMessageStartingWith("decision: the goal must be f1, balanced-accuracy, accuracy, youden, recall@P,"
                        + " precision@R or cost:FP,FN")
                .withMessageContaining("got '" + text + "'")
                .withMessageNotContainingAny("mean 'recall'", "mean 'precision'", "mean 'cost'");
    }
}
