// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.Model;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.decision.DecisionGoal;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.sample.Rows;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Folds that say for how many epochs one network is trained on all rows. */
class FoldsRefitTest {
    private static final int ROWS = 60;
    private static final int EPOCHS = 30;

    private static Experiment experiment(UnaryOperator<ExperimentBuilder> change) {
        return change.apply(Experiment.builder()
                        .target("y")
                        .scaling(Scaling.STANDARD)
                        .dense(16, "tanh")
                        .dropout(0.1)
                        .dense(1, "sigmoid")
                        .loss("binary-cross-entropy")
                        .optimizer("adam", 0.05))
                .build();
    }

    private static Experiment folds(boolean refit) {
        return experiment(builder -> builder.ensemble(Ensemble.ofFolds(3))
                .decision(DecisionGoal.parse("f1"))
                .training(options -> options.epochs(EPOCHS)
                        .batchSize(8)
                        .seed(3)
                        .calibrate(true)
                        .conformal("lac")
                        .refit(refit)
                        .earlyStopping(EarlyStopping.builder().patience(5).build())));
    }

    private static Training training(Experiment experiment) {
        return Training.of(experiment).withExecution(new Execution(1, KernelChoice.SCALAR));
    }

    private static Table table() {
        float[] numbers = Rows.numbers(ROWS * 4, 11);
        return Tables.of(
                experiment(builder -> builder)::cellType,
                "a,b,y",
                IntStream.range(0, ROWS)
                        .mapToObj(row -> String.format(
                                Locale.ROOT,
                                "%.4f,%.4f,%s",
                                numbers[4 * row],
                                numbers[4 * row + 1],
                                numbers[4 * row] + 0.8f * numbers[4 * row + 2] > 0 ? "yes" : "no"))
                        .toArray(String[]::new));
    }

    /** Of the epochs that all have come to, the one with the least sum of validation losses, those beside it counted half. */
    private static int bestTogether(List<MemberResult> members) {
        int epochs =
                members.stream().mapToInt(one -> one.history().size()).min().orElseThrow();
        List<Double> losses = IntStream.range(0, epochs)
                .mapToObj(epoch -> members.stream()
                        .mapToDouble(
                                one -> one.history().get(epoch).validationLoss().orElseThrow())
                        .sum())
                .toList();
        List<Double> about = IntStream.range(0, epochs)
                .mapToObj(epoch -> losses.get(Math.max(0, epoch - 1))
                        + 2 * losses.get(epoch)
                        + losses.get(Math.min(epochs - 1, epoch + 1)))
                .toList();
        return 1 + about.indexOf(Collections.min(about));
    }

    @Test
    void oneNetworkIsTrainedOnAllRowsForTheEpochsThatWereBestForTheFoldsTogether() {
        TrainingResult outcome = training(folds(true)).run(table());
        int best = bestTogether(outcome.members());
        Model expected = training(experiment(builder -> builder.training(
                        options -> options.epochs(best).batchSize(8).seed(3))))
                .run(table())
                .model();

        assertThat(outcome.members()).hasSize(3);
        assertThat(outcome.model().members()).isEqualTo(1);
        assertThat(outcome.validatedModel().members()).isEqualTo(3);
        assertThat(outcome.refitHistory()).hasSize(best);
        assertThat(outcome.model().provenance().extra())
                .containsEntry(
                        "refit",
                        best + " epochs on all 60 rows, after 3 trainings that each set another of 3 folds aside");
        TemperatureScaling temperature = outcome.temperature().orElseThrow();
        assertThat(outcome.model().network().parameters())
                .containsExactly(temperature.of(expected.network()).parameters());
    }

    @Test
    void itsTemperatureIsTheMeanOfTheirs() {
        TrainingResult outcome = training(folds(true)).run(table());
        double logarithms = 0;
        for (MemberResult member : outcome.members()) {
            logarithms += Math.log(member.temperature().orElseThrow().factor());
        }
        TemperatureScaling mean = outcome.temperature().orElseThrow();

        assertThat(mean.factor()).isCloseTo(Math.exp(logarithms / 3), within(1e-12));
        assertThat(mean.rows()).isEqualTo(ROWS);
    }

    @Test
    void whatIsSaidOfUnseenRowsIsOfTheFolds() {
        TrainingResult outcome = training(folds(true)).run(table());
        TrainingResult before = training(folds(false)).run(table());

        assertThat(outcome.outOfFold().orElseThrow().evaluation())
                .isEqualTo(before.outOfFold().orElseThrow().evaluation());
        assertThat(outcome.heldOut()).isEqualTo(outcome.outOfFold());
        assertThat(outcome.model().conformal())
                .isEqualTo(before.model().conformal())
                .isPresent();
        assertThat(outcome.model().decision()).isEqualTo(before.model().decision());
        assertThat(outcome.decision()).isPresent();
        assertThat(outcome.training().rows()).isEqualTo(ROWS);
        assertThat(before.isRefitted()).isFalse();
    }

    @Test
    void aTrainingThatIsResumedInTheMiddleOfTheFoldsEndsWithTheSameBits() {
        List<Checkpoint> kept = new ArrayList<>();
        TrainingResult whole =
                training(folds(true)).withCheckpoints(3, kept::add).run(table());

        assertThat(kept.stream().map(Checkpoint::member)).contains(1, 2, 3);
        for (int threads : new int[] {1, 2}) {
            TrainingResult other = Training.of(folds(true))
                    .withExecution(new Execution(threads, KernelChoice.AUTO))
                    .run(table());
            assertThat(other.model().network().parameters())
                    .containsExactly(whole.model().network().parameters());
        }
        Checkpoint middle = kept.stream()
                .filter(checkpoint -> checkpoint.member() == 2)
                .findFirst()
                .orElseThrow();
        TrainingResult resumed = Training.resume(middle)
                .withExecution(new Execution(3, KernelChoice.SCALAR))
                .run(table());
        assertThat(resumed.model().network().parameters())
                .containsExactly(whole.model().network().parameters());
        assertThat(resumed.model().conformal()).isEqualTo(whole.model().conformal());
    }

    @Test
    void withoutARuleThatPrefersAnEpochItIsTrainedForAsMany() {
        TrainingResult outcome = training(experiment(builder -> builder.ensemble(Ensemble.ofFolds(3))
                        .training(options -> options.epochs(4).seed(3).refit(true))))
                .run(table());

        assertThat(outcome.refitHistory()).hasSize(4);
    }

    @Test
    void oneThatIsCancelledWhileItTrainsOnAllRowsGivesTheModelOfTheFolds() {
        boolean[] last = {false};
        List<Integer> told = new ArrayList<>();
        TrainingResult outcome = training(folds(true))
                .withListener(new TrainingListener() {
                    @Override
                    public TrainingListener refitting(int rows, int epochs) {
                        told.add(rows);
                        last[0] = true;
                        return TrainingListener.none();
                    }
                })
                .withCancellation(() -> last[0])
                .run(table());

        assertThat(told).containsExactly(ROWS);
        assertThat(outcome.stopReason()).isEqualTo(StopReason.CANCELLED);
        assertThat(outcome.isRefitted()).isFalse();
        assertThat(outcome.model().members()).isEqualTo(3);
    }
}
