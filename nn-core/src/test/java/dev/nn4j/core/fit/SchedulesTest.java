// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final PlateauState NOTHING = PlateauState.initial();

    @Test
    void stepMultipliesEverySoManyEpochs() {
        assertRates(new Schedules.Step(2, 0.5), 6, 8, 8, 4, 4, 2, 2);
    }

    @Test
    void exponentialMultipliesEveryEpoch() {
        assertRates(new Schedules.Exponential(0.5), 4, 8, 4, 2, 1);
    }

    @Test
    void cosineFallsFromTheRateToTheMinimumBehindTheLastEpoch() {
        double root = Math.sqrt(0.5);
        assertRates(new Schedules.Cosine(0), 4, 8, 4 * (1 + root), 4, 4 * (1 - root));
        assertRates(new Schedules.Cosine(2), 2, 8, 5);
    }

    @Test
    void warmUpRisesInEqualStepsAndStays() {
        assertRates(new Schedules.WarmUp(4, 0.25), 6, 2, 3.5, 5, 6.5, 8, 8);
    }

    @Test
    void cosineAndThoseByStepDependOnTheNumberOfEpochs() {
        assertThat(Schedule.all())
                .filteredOn(Schedule::dependsOnEpochs)
                .extracting(Schedule::name)
                .containsExactly("cosine", "coslog", "flat-cosine", "one-cycle", "warm-up-cosine");
    }

    @Test
    void plateauReducesAfterMoreThanPatienceEpochsWithoutImprovement() {
        Schedules.Plateau plateau = new Schedules.Plateau("val_loss", 0.5, 1, 0, 0);
        // Better, worse, worse (2 > 1: reduce), worse, worse (reduce), better, equal, equal (reduce).
        assertThat(reductions(plateau, 5, 6, 5.5, 7, 7, 4, 4, 4)).containsExactly(0, 0, 1, 1, 2, 2, 2, 3);
        assertThat(plateau.rate(8, 3, 10, new PlateauState(5, 0, 2))).isEqualTo(2);
    }

    @Test
    void plateauCountsOnlyWhatIsBetterByMoreThanTheDelta() {
        Schedules.Plateau plateau = new Schedules.Plateau("val_loss", 0.5, 0, 1, 0);
        assertThat(reductions(plateau, 5, 4.5, 4, 3.9)).containsExactly(0, 1, 2, 2);
    }

    @Test
    void plateauNeverFallsBelowItsMinimum() {
        Schedules.Plateau plateau = new Schedules.Plateau("val_loss", 0.1, 0, 0, 0.5);
        assertThat(plateau.rate(1, 0, 10, new PlateauState(5, 0, 7))).isEqualTo(0.5);
    }

    @Test
    void plateauWatchesAnAccuracyUpwards() {
        RateControl rate = new RateControl(
                1,
                TrainingOptions.builder()
                        .schedule(new Schedules.Plateau("val_accuracy", 0.5, 0, 0, 0))
                        .build(),
                3);
        List<Double> rates = new ArrayList<>();
        double[] accuracies = {0.5, 0.6, 0.6, 0.7};
        for (int epoch = 1; epoch <= accuracies.length; epoch++) {
            rates.add(rate.ofStep(epoch, 2));
            rate.ended(record(epoch, accuracies[epoch - 1]));
        }
        assertThat(rates).containsExactly(1.0, 1.0, 1.0, 0.5);
    }

    @Test
    void withoutAScheduleTheRateStays() {
        RateControl rate = new RateControl(0.25, TrainingOptions.defaults(), 3);
        rate.ended(record(1, 0.5));
        assertThat(rate.ofStep(9, 2)).isEqualTo(0.25);
    }

    @Test
    void everyScheduleIsRebuiltFromItsHyperparameters() {
        assertThat(Schedule.all())
                .extracting(Schedule::name)
                .containsExactly(
                        "step",
                        "exponential",
                        "cosine",
                        "warm-up",
                        "plateau",
                        "coslog",
                        "flat-cosine",
                        "one-cycle",
                        "warm-up-cosine");
        for (Schedule schedule : Schedule.all()) {
            assertThat(schedule.with(schedule.hyperparameters())).isEqualTo(schedule);
        }
        Schedules.Step step = new Schedules.Step();
        assertThat(step.with(step.hyperparameters().with("step", Map.of("every", 7, "factor", 0.3))))
                .isEqualTo(new Schedules.Step(7, 0.3));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedules.Step(0, 0.1))
                .withMessage("step: every must be a whole number in [1, 2147483647], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedules.Exponential(0))
                .withMessage("exponential: factor must be in (0, 1], got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedules.Cosine(-1))
                .withMessage("cosine: minimum must be at least 0, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedules.WarmUp(5, 1.5))
                .withMessage("warm-up: start must be in (0, 1], got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedules.Plateau("loss ", 0.1, 1, 0, 0))
                .withMessage("plateau: monitor must be one of " + String.join(", ", Monitor.words()) + ", got loss ");
    }

    /** Rates from a base rate of 8. */
    private static void assertRates(Schedule schedule, int epochs, double... expected) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            assertThat(schedule.rate(8, epoch, epochs, NOTHING))
                    .as("%s, epoch %d", schedule, epoch)
                    .isCloseTo(expected[epoch], within(1e-12));
        }
    }

    private static List<Integer> reductions(Schedules.Plateau plateau, double... costs) {
        List<Integer> reductions = new ArrayList<>();
        PlateauState state = NOTHING;
        for (double cost : costs) {
            state = plateau.after(state, cost);
            reductions.add(state.reductions());
        }
        return reductions;
    }

    private static EpochRecord record(int epoch, double validationAccuracy) {
        return new EpochRecord(
                epoch, 1, OptionalDouble.of(0.5), OptionalDouble.of(1), OptionalDouble.of(validationAccuracy), 1, 0);
    }
}
