// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.internal.choice.EpochCurve;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A training with rows set aside, and then one on all rows for as many epochs as were best. */
class RefitTest {
    private static final int ROWS = 60;
    private static final int EPOCHS = 30;

    /** Stops early: the rows set aside differ from those that are learnt from. */
    private static Experiment experiment(UnaryOperator<TrainingOptionsBuilder> change) {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .dense(16, "tanh")
                .dropout(0.1)
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.05)
                .training(options -> change.apply(options.epochs(EPOCHS)
                        .batchSize(8)
                        .seed(3)
                        .validationFraction(0.3)
                        .earlyStopping(EarlyStopping.builder().patience(5).build())))
                .build();
    }

    private static Experiment refitting() {
        return experiment(options -> options.refit(true));
    }

    /** On all rows from the beginning, without a look at others. */
    private static Experiment plain(UnaryOperator<TrainingOptionsBuilder> change) {
        return Experiment.builder()
                .target("y")
                .scaling(Scaling.STANDARD)
                .dense(16, "tanh")
                .dropout(0.1)
                .dense(1, "identity")
                .loss("mean-squared-error")
                .optimizer("adam", 0.05)
                .training(options ->
                        change.apply(options.epochs(EPOCHS).batchSize(8).seed(3)))
                .build();
    }

    private static Training training(Experiment experiment) {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static Table table() {
        float[] numbers = Rows.numbers(ROWS * 4, 11);
        return Tables.of(
                plain(options -> options)::cellType,
                "a,b,y",
                IntStream.range(0, ROWS)
                        .mapToObj(row -> String.format(
                                Locale.ROOT,
                                "%.4f,%.4f,%.4f",
                                numbers[4 * row],
                                numbers[4 * row + 1],
                                numbers[4 * row] + 0.8f * numbers[4 * row + 2]))
                        .toArray(String[]::new));
    }

    /** How many epochs the training before says are best. */
    private static int best(TrainingResult outcome) {
        return new EpochCurve(List.of(outcome.history()))
                .bestEpoch(refitting().options().earlyStopping().orElseThrow());
    }

    @Test
    void theModelIsThatOfATrainingOnAllRowsForTheBestNumberOfEpochs() {
        TrainingResult outcome = training(refitting()).run(table());
        Model expected = training(plain(options -> options.epochs(best(outcome))))
                .run(table())
                .model();

        assertThat(outcome.stopReason()).isEqualTo(StopReason.EARLY_STOPPING);
        assertThat(outcome.bestEpoch()).isBetween(1, EPOCHS - 1);
        assertThat(outcome.isRefitted()).isTrue();
        assertThat(outcome.refitHistory()).hasSize(best(outcome));
        requireSame(outcome.model(), expected);
        assertThat(outcome.model().provenance().extra())
                .containsEntry(
                        "refit", best(outcome) + " epochs on all 60 rows, after a training with 18 of them set aside");
    }

    @Test
    void whatIsSaidOfTheRowsSetAsideIsOfTheTrainingBefore() {
        TrainingResult outcome = training(refitting()).run(table());
        TrainingResult before = training(experiment(options -> options)).run(table());

        requireSame(outcome.validatedModel(), before.model());
        assertThat(untimed(outcome.history())).isEqualTo(untimed(before.history()));
        assertThat(outcome.bestEpoch()).isEqualTo(before.bestEpoch());
        assertThat(outcome.training().rows()).isEqualTo(42);
        assertThat(outcome.validation().orElseThrow().rows()).isEqualTo(18);
        assertThat(outcome.heldOut().orElseThrow().evaluation().loss())
                .isEqualTo(Evaluation.of(before.model(), before.validation().orElseThrow())
                        .loss());
        assertThat(before.isRefitted()).isFalse();
        assertThat(before.validatedModel()).isSameAs(before.model());
        assertThat(training(plain(options -> options)).run(table()).heldOut()).isEmpty();
    }

    private static TrainingResult refittingWith(Schedule schedule) {
        return training(experiment(options -> options.schedule(schedule).refit(true)))
                .run(table());
    }

    @Test
    void wavesGoTheirWayAsIfThereWereAllEpochs() {
        Schedule waves = new StepSchedules.CosLog();
        TrainingResult outcome = refittingWith(waves);
        List<Checkpoint> epochs = new ArrayList<>();
        TrainingResult whole = training(plain(options -> options.schedule(waves)))
                .withCheckpoints(1, epochs::add)
                .run(table());

        int best = best(outcome);
        assertThat(untimed(outcome.refitHistory()))
                .isEqualTo(untimed(whole.history().subList(0, best)));
        requireSame(outcome.model(), epochs.get(best - 1).model());
    }

    @Test
    void aScheduleThatSettlesOnlyAtTheEndGoesAllItsWayInHalfAsManyEpochsAgain() {
        for (Schedule schedule : List.of(
                new Schedules.Cosine(),
                new StepSchedules.OneCycle(),
                new StepSchedules.WarmUpCosine(),
                new StepSchedules.FlatCosine(),
                new StepSchedules.CosLog(1))) {
            TrainingResult outcome = refittingWith(schedule);
            int epochs = Math.min(EPOCHS, (3 * best(outcome) + 1) / 2);
            TrainingResult whole = training(
                            plain(options -> options.schedule(schedule).epochs(epochs)))
                    .run(table());

            assertThat(untimed(outcome.refitHistory())).as(schedule.name()).isEqualTo(untimed(whole.history()));
            requireSame(outcome.model(), whole.model());
        }
    }

    @Test
    void aTrainingThatIsResumedTrainsAgainToTheSameBits() {
        List<Checkpoint> kept = new ArrayList<>();
        TrainingResult whole =
                training(refitting()).withCheckpoints(3, kept::add).run(table());

        assertThat(kept).hasSizeGreaterThan(2);
        for (Checkpoint checkpoint : List.of(kept.get(0), kept.get(kept.size() - 1))) {
            TrainingResult resumed = Training.resume(checkpoint)
                    .withExecution(new Execution(3, KernelChoice.SCALAR))
                    .run(table());
            requireSame(resumed.model(), whole.model());
            requireSame(resumed.validatedModel(), whole.validatedModel());
            assertThat(untimed(resumed.refitHistory())).isEqualTo(untimed(whole.refitHistory()));
        }
    }

    @Test
    void aListenerIsToldApart() {
        List<Integer> first = new ArrayList<>();
        List<Integer> again = new ArrayList<>();
        TrainingResult outcome = training(refitting())
                .withListener(new TrainingListener() {
                    @Override
                    public void epochEnded(EpochRecord epoch) {
                        first.add(epoch.epoch());
                    }

                    @Override
                    public TrainingListener refitting(int rows, int epochs) {
                        assertThat(rows).isEqualTo(ROWS);
                        again.add(epochs);
                        return new TrainingListener() {
                            @Override
                            public void epochEnded(EpochRecord epoch) {
                                again.add(epoch.epoch());
                            }
                        };
                    }
                })
                .run(table());

        assertThat(first).hasSize(outcome.history().size());
        assertThat(again).hasSize(1 + best(outcome)).startsWith(best(outcome), 1);
    }

    @Test
    void oneThatIsCancelledWhileItTrainsAgainGivesTheModelBefore() {
        boolean[] again = {false};
        TrainingResult outcome = training(refitting())
                .withListener(new TrainingListener() {
                    @Override
                    public TrainingListener refitting(int rows, int epochs) {
                        again[0] = true;
                        return TrainingListener.none();
                    }
                })
                .withCancellation(() -> again[0])
                .run(table());

        assertThat(again[0]).isTrue();
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.isRefitted()).isFalse();
        requireSame(
                outcome.model(),
                training(experiment(options -> options)).run(table()).model());
    }

    @Test
    void whatCannotBeTrainedAgainIsRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> plain(options -> options.refit(true)))
                .withMessage("training.refit: trains again for as many epochs as were best on rows set aside, and none"
                        + " are; set training.validationFraction, or an ensemble of folds that says how many");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> experiment(options -> options.refit(true).schedule(new Schedules.Plateau())))
                .withMessage(
                        "training.refit: leaves no validation rows to the second training, but the plateau schedule"
                                + " watches \"val_loss\"; watch \"loss\", or take another schedule");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Experiment.builder()
                        .target("y")
                        .dense(1, "identity")
                        .loss("mean-squared-error")
                        .ensemble(Ensemble.ofSeeds(2))
                        .training(options -> options.validationFraction(0.3).refit(true))
                        .build())
                .withMessage(
                        "training.refit: is for one network, or for an ensemble of folds, and this is one of seeds;"
                                + " leave one of the two out");
        Model model = training(plain(options -> options.epochs(1))).run(table()).model();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> training(refitting())
                        .withInitial(model)
                        .withCheckpoints(1, checkpoint -> {})
                        .run(table()))
                .withMessageStartingWith("training.refit: begins a second time with the model that the training starts"
                        + " from, which checkpoints do not hold");
    }

    @Test
    void withValidationDataOfTheirOwnAllRowsAreLearntFromAlready() {
        TrainingResult outcome = training(refitting()).withValidation(table()).run(table());

        assertThat(outcome.isRefitted()).isFalse();
        requireSame(
                outcome.model(),
                training(experiment(options -> options))
                        .withValidation(table())
                        .run(table())
                        .model());
    }

    @Test
    void oneThatStartsFromAModelStartsFromItAgain() {
        Model model = training(plain(options -> options.epochs(1))).run(table()).model();
        TrainingResult outcome = training(refitting()).withInitial(model).run(table());

        assertThat(outcome.isRefitted()).isTrue();
        assertThat(outcome.refitHistory()).hasSize(outcome.bestEpoch());
        assertThat(outcome.model().network().parameters())
                .isNotEqualTo(outcome.validatedModel().network().parameters());
        requireSame(
                outcome.model(),
                training(refitting()).withInitial(model).run(table()).model());
    }

    private static void requireSame(Model model, Model expected) {
        assertThat(model.network().parameters()).isEqualTo(expected.network().parameters());
        assertThat(model.schema()).isEqualTo(expected.schema());
        assertThat(model.inputScaler()).isEqualTo(expected.inputScaler());
        assertThat(model.golden()).isEqualTo(expected.golden());
    }

    private static List<EpochRecord> untimed(List<EpochRecord> history) {
        return history.stream().map(EpochRecord::withoutTime).toList();
    }
}
