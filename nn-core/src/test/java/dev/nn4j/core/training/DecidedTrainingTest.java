// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.decision.GivenThresholds;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thresholds that a training chooses by rows that it has not learnt from. */
class DecidedTrainingTest {
    private static final DecisionGoal GOAL = DecisionGoal.parse("cost:1,6");

    private static ExperimentBuilder described(String... targets) {
        return Experiment.builder()
                .target(targets)
                .dense(targets.length, "sigmoid")
                .optimizer("adam", 0.1)
                .decision(GOAL);
    }

    private static ExperimentBuilder binary() {
        return described("t").ignore("u", "w").positive("1");
    }

    private static Table table(Experiment experiment, int from, int to) {
        float[] noise = Rows.numbers(200, 5);
        return Tables.of(
                experiment::cellType,
                "x,t,u,w",
                IntStream.range(from, to)
                        .mapToObj(row -> String.format(
                                Locale.ROOT,
                                "%.2f,%d,%d,%d",
                                row * 37 % 100 / 100f,
                                row * 37 % 100 / 100f + noise[row] / 3 > 0.6 ? 1 : 0,
                                row * 37 % 100 / 100f - noise[row] / 3 > 0.3 ? 1 : 0,
                                row % 3 + 1))
                        .toArray(String[]::new));
    }

    private static TrainingResult run(Experiment experiment) {
        return Training.of(experiment).run(table(experiment, 0, 100));
    }

    @Test
    void givenThresholdsNeedNoRows() {
        Experiment experiment = binary().decision(GivenThresholds.at(0.2))
                .training(options -> options.epochs(2))
                .build();
        TrainingResult outcome = run(experiment);
        assertThat(outcome.decision()).isEmpty();
        assertThat(outcome.model().decision()).isEqualTo(Decision.above(0.2f));
        assertThat(outcome.model().provenance().extra()).containsEntry("thresholds", "given: above 0.2");

        Experiment again = binary().decision(GivenThresholds.at(0.2))
                .training(options -> options.epochs(2).validationFraction(0.4).refit(true))
                .build();
        assertThat(run(again).isRefitted()).isTrue();
        assertThat(run(again).model().decision()).isEqualTo(Decision.above(0.2f));
    }

    @Test
    void givenThresholdsAreOfLabelsThatThereAre() {
        Experiment several = described("t", "u")
                .ignore("w")
                .decision(GivenThresholds.at(Map.of("u", 0.9)))
                .training(options -> options.epochs(1))
                .build();
        assertThat(run(several).model().decision()).isEqualTo(Decision.above(0.5f, 0.9f));
        Experiment wrong =
                binary().decision(GivenThresholds.at(Map.of("0", 0.3))).build();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(wrong))
                .withMessageContaining("decision.at: must name a label that is decided for, one of 1, got '0'");
    }

    @Test
    void validationRowsChoose() {
        Experiment experiment = binary().training(options -> options.epochs(9).validationFraction(0.4))
                .build();
        TrainingResult outcome = run(experiment);
        DecisionChoice choice = outcome.decision().orElseThrow();
        assertThat(choice.rows()).isEqualTo(40);
        assertThat(choice)
                .isEqualTo(DecisionChoice.of(
                        Answers.of(
                                outcome.model().withDecision(Decision.MORE_LIKELY),
                                outcome.validation().orElseThrow()),
                        GOAL));
        assertThat(outcome.model().decision()).isEqualTo(choice.decision()).isNotEqualTo(Decision.MORE_LIKELY);
        assertThat(outcome.model().provenance().extra().get("thresholds"))
                .isEqualTo(choice.text("validation rows"))
                .startsWith("cost:1,6 on 40 validation rows: ");
        Experiment plain = experiment();
        assertThat(run(plain).model().network().parameters())
                .isEqualTo(outcome.model().network().parameters());
        assertThat(run(plain).decision()).isEmpty();
    }

    private static Experiment experiment() {
        return Experiment.builder()
                .target("t")
                .ignore("u", "w")
                .positive("1")
                .dense(1, "sigmoid")
                .optimizer("adam", 0.1)
                .training(options -> options.epochs(9).validationFraction(0.4))
                .build();
    }

    @Test
    void rowsThatAreGivenChooseByTheirWeights() {
        Experiment experiment = described("t")
                .ignore("u")
                .weight("w")
                .training(options -> options.epochs(9))
                .build();
        Table given = table(experiment, 60, 100);
        TrainingResult outcome = Training.of(experiment).withValidation(given).run(table(experiment, 0, 60));
        Evaluator weighing =
                Evaluator.of(outcome.model().withDecision(Decision.MORE_LIKELY)).withWeight("w");
        assertThat(outcome.decision()).contains(DecisionChoice.of(weighing.answers(given), GOAL));
    }

    @Test
    void aModelThatIsTrainedAgainOnAllRowsKeepsThem() {
        TrainingResult outcome = run(binary().training(options -> options.epochs(9)
                        .validationFraction(0.4)
                        .refit(true)
                        .earlyStopping(EarlyStopping.builder().build()))
                .build());
        assertThat(outcome.isRefitted()).isTrue();
        assertThat(outcome.model().decision())
                .isEqualTo(outcome.validatedModel().decision())
                .isEqualTo(outcome.decision().orElseThrow().decision());
        assertThat(outcome.model().provenance().extra()).containsKeys("refit", "thresholds");
    }

    @Test
    void ofAnEnsembleOfFoldsAllRowsChooseEachAnsweredByTheMemberThatHasNotSeenIt() {
        TrainingResult outcome = run(described("t", "u")
                .ignore("w")
                .training(options -> options.epochs(6))
                .ensemble(Ensemble.ofFolds(3))
                .build());
        DecisionChoice choice = outcome.decision().orElseThrow();
        Answers unseen = outcome.outOfFold().orElseThrow();
        assertThat(choice.rows()).isEqualTo(100);
        assertThat(choice).isEqualTo(DecisionChoice.of(unseen.withDecision(Decision.MORE_LIKELY), GOAL));
        assertThat(outcome.model().decision())
                .isEqualTo(choice.decision())
                .isEqualTo(unseen.schema().decision());
        assertThat(outcome.model().provenance().extra().get("thresholds"))
                .matches("cost:1,6 on 100 out-of-fold rows: t .*, u .*");
    }

    @Test
    void ofAnEnsembleOfSeedsTheValidationRowsChoose() {
        TrainingResult outcome =
                run(binary().training(options -> options.epochs(6).validationFraction(0.3))
                        .ensemble(Ensemble.ofSeeds(2))
                        .build());
        assertThat(outcome.decision().orElseThrow().rows()).isEqualTo(30);
        assertThat(outcome.model().decision())
                .isEqualTo(outcome.decision().orElseThrow().decision());
    }

    @Test
    void aTrainingThatStartsFromAModelBeginsWithOneHalf() {
        Experiment plain = experiment();
        Training again = Training.of(plain).withInitial(run(plain).model().withDecision(Decision.above(0.1f)));
        assertThat(again.run(table(plain, 0, 100)).model().decision()).isEqualTo(Decision.MORE_LIKELY);
    }

    @Test
    void whereNothingCanChooseThatIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(binary().build()))
                .withMessage("decision: chooses thresholds by validation rows, and there are none; set"
                        + " training.validationFraction, give validation data, train an ensemble of folds or leave"
                        + " it out");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(binary().ensemble(Ensemble.ofSeeds(2)).build()))
                .withMessageContaining("chooses thresholds by validation rows");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> described("t").loss("mean-squared-error").build())
                .withMessage(
                        "decision: chooses thresholds of yes or no; mean-squared-error makes this a regression task;"
                                + " leave it out");
    }
}
