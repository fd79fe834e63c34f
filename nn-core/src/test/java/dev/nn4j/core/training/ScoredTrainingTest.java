// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.ConformalFit;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that a training has not learnt from say how far the model may be wrong. */
class ScoredTrainingTest {
    private static ExperimentBuilder described(UnaryOperator<TrainingOptionsBuilder> options) {
        return Experiment.builder()
                .target("y")
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.1)
                .training(some -> options.apply(some.epochs(6)));
    }

    private static TrainingResult run(Experiment experiment) {
        float[] noise = Rows.numbers(100, 5);
        Table table = Tables.of(
                experiment::cellType,
                "x,y",
                IntStream.range(0, 100)
                        .mapToObj(row -> String.format(
                                Locale.ROOT, "%.2f,%.3f", row * 37 % 100 / 100f, row * 37 % 100 / 50f + noise[row]))
                        .toArray(String[]::new));
        return Training.of(experiment).run(table);
    }

    private static Conformal scores(TrainingResult outcome) {
        return outcome.model().conformal().orElseThrow();
    }

    @Test
    void theValidationRowsAreScoredAndNoWeightChanges() {
        TrainingResult outcome =
                run(described(some -> some.validationFraction(0.4).conformal("auto"))
                        .build());
        assertThat(scores(outcome).rows()).isEqualTo(40);
        assertThat(scores(outcome))
                .isEqualTo(new ConformalFit(ConformalMethod.ABSOLUTE)
                        .of(Answers.of(outcome.model(), outcome.validation().orElseThrow())));
        Model plain =
                run(described(some -> some.validationFraction(0.4)).build()).model();
        assertThat(plain.conformal()).isEmpty();
        assertThat(plain.network().parameters())
                .isEqualTo(outcome.model().network().parameters());
    }

    @Test
    void aModelThatIsTrainedAgainOnAllRowsKeepsTheScoresOfTheOneBefore() {
        TrainingResult outcome = run(described(some -> some.validationFraction(0.4)
                        .conformal("absolute")
                        .refit(true)
                        .earlyStopping(EarlyStopping.builder().build()))
                .build());
        assertThat(outcome.isRefitted()).isTrue();
        assertThat(outcome.model().conformal())
                .isPresent()
                .isEqualTo(outcome.validatedModel().conformal());
    }

    @Test
    void ofFoldsEachRowIsScoredByTheMemberThatHasNotSeenIt() {
        TrainingResult outcome = run(described(some -> some.conformal("auto"))
                .ensemble(Ensemble.ofFolds(3))
                .build());
        assertThat(scores(outcome).rows()).isEqualTo(100);
        assertThat(scores(outcome))
                .isEqualTo(new ConformalFit(ConformalMethod.ABSOLUTE)
                        .of(outcome.outOfFold().orElseThrow()));
    }

    @Test
    void ofSeedsTheSpreadMayScale() {
        TrainingResult outcome =
                run(described(some -> some.validationFraction(0.4).conformal("spread"))
                        .ensemble(Ensemble.ofSeeds(3))
                        .build());
        assertThat(scores(outcome).method()).isEqualTo(ConformalMethod.SPREAD);
        assertThat(outcome.model()
                        .intervals(0.9)
                        .of(outcome.model().predict(0.5f))
                        .width())
                .isPositive();
    }

    @Test
    void whatCannotBeIsRefusedBeforehand() {
        refused(
                described(some -> some.conformal("auto")),
                "training.conformal: scores validation rows, and there are none; set training.validationFraction, give"
                        + " validation data, train an ensemble of folds or leave it out");
        refused(
                described(some -> some.conformal("spread")).ensemble(Ensemble.ofFolds(3)),
                "training.conformal: spread needs an ensemble whose networks all have not learnt from the same rows,"
                        + " one of seeds or a pack; use \"absolute\"");
        refused(
                described(some -> some.conformal("aps")),
                "training.conformal: aps is for labels, and this is a regression task; use \"auto\"");
        refused(
                Experiment.builder().target("x", "y").dense(2, "sigmoid").training(some -> some.conformal("aps")),
                "training.conformal: aps is for one label of several, and this is a multi-label task; use \"auto\"");
    }

    private static void refused(ExperimentBuilder described, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> run(described.build()))
                .withMessage(message);
    }
}
