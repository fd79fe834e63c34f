// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameters;
import java.util.ArrayList;
import java.util.List;

/**
 * How the learning rate changes from epoch to epoch, or as a {@link StepSchedule} from step to step. The kinds are fixed;
 * each is described like a component.
 *
 * @since 0.1.0
 */
public sealed interface Schedule extends Component
        permits Schedules.Step,
                Schedules.Exponential,
                Schedules.Cosine,
                Schedules.WarmUp,
                Schedules.Plateau,
                StepSchedule {
    /** Every kind with its defaults. */
    static List<Schedule> all() {
        List<Schedule> all = new ArrayList<>(List.of(
                new Schedules.Step(),
                new Schedules.Exponential(),
                new Schedules.Cosine(),
                new Schedules.WarmUp(),
                new Schedules.Plateau()));
        all.addAll(StepSchedule.kinds());
        return List.copyOf(all);
    }

    /** This schedule with other values. */
    Schedule with(Hyperparameters values);

    /**
     * The learning rate of an epoch.
     *
     * @param baseRate what the training was given
     * @param epoch counted from 0
     * @param epochs the most there will be
     * @param state of a schedule that watches the training; others ignore it
     */
    double rate(double baseRate, int epoch, int epochs, PlateauState state);

    /**
     * Passes if the schedule only ever lowers this base rate, or warms up to it.
     *
     * @throws dev.nn4j.api.ConfigurationException if its minimum is above the rate
     */
    default void requireFits(double baseRate) {}

    /** Whether the rate of an epoch depends on how many there will be, so that more cannot be added later. */
    default boolean dependsOnEpochs() {
        return false;
    }

    /**
     * Whether steps become small only at the end of the training, so that a network which leaves it before is taken in the middle of
     * large ones.
     */
    default boolean settlesOnlyAtTheEnd() {
        return false;
    }
}
