// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.nn4j.core.experiment.StepSchedule;
import dev.nn4j.core.experiment.StepSchedules;
import dev.nn4j.core.experiment.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that are followed from step to step: factors of the way that is done. */
class StepSchedulesTest {
    private static final int PARTS = 3000;

    @Test
    void coslogHasValleysAtTheEndsOfWavesThatDoubleAndPeaksBetween() {
        StepSchedule four = new StepSchedules.CosLog();
        for (double valley : new double[] {0, 1 / 15.0, 3 / 15.0, 7 / 15.0, 1}) {
            assertThat(four.factor(valley)).as("valley %s", valley).isCloseTo(0, within(1e-12));
        }
        for (int wave = 0; wave < 4; wave++) {
            double peak = (StrictMath.pow(2, wave + 0.5) - 1) / 15;
            assertThat(four.factor(peak)).as("peak of wave %s", wave).isCloseTo(1, within(1e-12));
        }
        StepSchedule one = new StepSchedules.CosLog(1);
        assertThat(one.factor(0)).isEqualTo(0);
        assertThat(one.factor(StrictMath.sqrt(2) - 1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void flatCosineStaysAndThenFalls() {
        assertFactors(new StepSchedules.FlatCosine(), 1, 1, 1, 0.5, 0);
        assertFactors(new StepSchedules.FlatCosine(0), 1, half(1), 0.5, half(3), 0);
        assertThat(new StepSchedules.FlatCosine(0.75).factor(0.75)).isEqualTo(1);
    }

    @Test
    void oneCycleRisesAndFalls() {
        assertFactors(
                new StepSchedules.OneCycle(), 0.04, 1, between(1, 1e-4, 1 / 3.0), between(1, 1e-4, 2 / 3.0), 1e-4);
        assertFactors(new StepSchedules.OneCycle(0.5, 0.2, 0), 0.2, 0.6, 1, 0.5, 0);
        assertThat(new StepSchedules.OneCycle(0, 0.2, 0).factor(0)).isEqualTo(1);
    }

    @Test
    void warmUpCosineRisesAlongALine() {
        assertFactors(new StepSchedules.WarmUpCosine(0.5, 0.1), 0, 0.5, 1, 0.55, 0.1);
        assertFactors(new StepSchedules.WarmUpCosine(0, 0), 1, half(1), 0.5, half(3), 0);
        assertThat(new StepSchedules.WarmUpCosine().factor(0.05)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.nn4j.core.experiment.StepSchedule#kinds")
    void everyFactorIsOf0To1AndOfTheWayAlone(StepSchedule schedule) {
        for (int part = 0; part <= PARTS; part++) {
            double way = (double) part / PARTS;
            assertThat(schedule.factor(way)).as("%s at %s", schedule, way).isBetween(0.0, 1.0);
        }
        // A training of twice the epochs has done as much after twice the steps.
        RateControl once = new RateControl(8, options(schedule, 3), 10);
        RateControl twice = new RateControl(8, options(schedule, 6), 10);
        for (int epoch = 1; epoch <= 3; epoch++) {
            assertThat(twice.ofStep(2 * epoch - 1, 5)).isEqualTo(once.ofStep(epoch, 3));
            assertThat(schedule.rate(8, epoch - 1, 3, once.state())).isEqualTo(once.ofStep(epoch, 1));
        }
    }

    @Test
    void rateDecayAndDropoutAreThoseOfTheStep() {
        RateControl control = new RateControl(
                8,
                TrainingOptions.builder()
                        .epochs(2)
                        .schedule(new StepSchedules.WarmUpCosine(0.5, 0))
                        .decaySchedule(new StepSchedules.FlatCosine(0))
                        .dropoutSchedule(new StepSchedules.FlatCosine(0.5))
                        .build(),
                2);
        assertThat(control.ofStep(1, 1)).isEqualTo(0);
        assertThat(control.ofStep(1, 2)).isEqualTo(4);
        assertThat(control.ofStep(2, 1)).isEqualTo(8);
        assertThat(control.ofStep(2, 2)).isCloseTo(4, within(1e-12));
        assertThat(control.decayOfStep(2, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(control.dropoutOfStep(2, 1)).isEqualTo(1);
        assertThat(control.dropoutOfStep(2, 2)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepSchedules.CosLog(0))
                .withMessage("coslog: cycles must be a whole number in [1, 30], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepSchedules.FlatCosine(1))
                .withMessage("flat-cosine: flat must be in [0, 1), got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepSchedules.OneCycle(0.3, 2, 0))
                .withMessage("one-cycle: startFactor must be in [0, 1], got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StepSchedules.WarmUpCosine(0.1, -1))
                .withMessage("warm-up-cosine: endFactor must be in [0, 1], got -1.0");
    }

    private static TrainingOptions options(StepSchedule schedule, int epochs) {
        return TrainingOptions.builder().epochs(epochs).schedule(schedule).build();
    }

    /** Factors at quarters of the way. */
    private static void assertFactors(StepSchedule schedule, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            double way = i / (expected.length - 1.0);
            assertThat(schedule.factor(way)).as("%s at %s", schedule, way).isCloseTo(expected[i], within(1e-12));
        }
    }

    private static double half(int eighths) {
        return between(1, 0, eighths / 4.0);
    }

    private static double between(double from, double to, double way) {
        return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * way));
    }
}
