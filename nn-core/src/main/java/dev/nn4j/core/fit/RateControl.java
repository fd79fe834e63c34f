// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.Schedules;
import java.util.Optional;

/** The learning rate from epoch to epoch. */
final class RateControl {
    private final double baseRate;
    private final Optional<Schedule> schedule;
    private final int epochs;
    private PlateauState state = PlateauState.initial();

    RateControl(double baseRate, Optional<Schedule> schedule, int epochs) {
        this.baseRate = baseRate;
        this.schedule = schedule;
        this.epochs = epochs;
    }

    /** The rate of an epoch, counted from 1. */
    double ofEpoch(int epoch) {
        return schedule.isPresent() ? schedule.get().rate(baseRate, epoch - 1, epochs, state) : baseRate;
    }

    PlateauState state() {
        return state;
    }

    /** Goes on from where another run was. */
    void restore(PlateauState other) {
        state = other;
    }

    /** Takes an epoch in. */
    void ended(EpochRecord epoch) {
        if (schedule.isPresent() && schedule.get() instanceof Schedules.Plateau plateau) {
            state = plateau.after(state, epoch.cost(plateau.monitored()));
        }
    }
}
