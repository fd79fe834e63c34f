// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Hyperparameters;
import java.util.List;
import java.util.Optional;

/**
 * A schedule that is followed from step to step: a factor that depends on how much of the training is done and on nothing
 * else, so that a training which was stopped goes on with the same bits. It is what a learning rate, weight decay or
 * dropout is multiplied by.
 *
 * @since 0.1.0
 */
public sealed interface StepSchedule extends Schedule
        permits StepSchedules.CosLog, StepSchedules.FlatCosine, StepSchedules.OneCycle, StepSchedules.WarmUpCosine {
    /** Every kind with its defaults. */
    static List<StepSchedule> kinds() {
        return List.of(
                new StepSchedules.CosLog(),
                new StepSchedules.FlatCosine(),
                new StepSchedules.OneCycle(),
                new StepSchedules.WarmUpCosine());
    }

    /** A schedule as one that is followed from step to step, if it is one. */
    static Optional<StepSchedule> of(Schedule schedule) {
        return schedule instanceof StepSchedule byStep ? Optional.of(byStep) : Optional.empty();
    }

    /**
     * The factor before a step.
     *
     * @param way steps done / all steps, in [0, 1]; all steps are epochs times steps to an epoch
     * @return in [0, 1]
     */
    double factor(double way);

    @Override
    StepSchedule with(Hyperparameters values);

    /** The rate of the epoch's first step. */
    @Override
    default double rate(double baseRate, int epoch, int epochs, PlateauState state) {
        return baseRate * factor((double) epoch / epochs);
    }

    @Override
    default boolean dependsOnEpochs() {
        return true;
    }
}
