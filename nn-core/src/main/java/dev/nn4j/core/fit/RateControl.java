// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fit;

import dev.nn4j.core.experiment.PlateauState;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.StepSchedule;
import dev.nn4j.core.experiment.TrainingOptions;
import java.util.Optional;

/**
 * The learning rate from step to step, and the factors of weight decay and dropout. Epochs and the steps within them count
 * from 1.
 */
final class RateControl {
    private final double baseRate;
    private final TrainingOptions options;
    private final Optional<Schedule> byEpoch;
    private final Optional<StepSchedule> decay;
    private final Optional<StepSchedule> dropout;
    private final int epochs;
    private final int stepsToEpoch;
    private PlateauState state = PlateauState.initial();

    RateControl(double baseRate, TrainingOptions options, int stepsToEpoch) {
        this.baseRate = baseRate;
        this.options = options;
        this.byEpoch = options.schedule();
        this.decay = options.decaySchedule();
        this.dropout = options.dropoutSchedule();
        this.epochs = options.epochs();
        this.stepsToEpoch = stepsToEpoch;
    }

    /** The learning rate of a step. */
    double ofStep(int epoch, int number) {
        return options.rate(baseRate, epoch, way(epoch, number), state);
    }

    /** By which a step's weight decay is multiplied. */
    double decayOfStep(int epoch, int number) {
        return decay.isPresent() ? decay.get().factor(way(epoch, number)) : 1;
    }

    /** By which a step's rates of dropout are multiplied. */
    double dropoutOfStep(int epoch, int number) {
        return dropout.isPresent() ? dropout.get().factor(way(epoch, number)) : 1;
    }

    /** Steps done before one, of all. Whole numbers below 2^53, so that a training goes on with the bits it began with. */
    private double way(int epoch, int number) {
        long done = (long) (epoch - 1) * stepsToEpoch + (number - 1);
        return (double) done / ((double) epochs * stepsToEpoch);
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
        if (byEpoch.isPresent() && byEpoch.get() instanceof Schedules.Plateau plateau) {
            state = plateau.after(state, epoch.cost(plateau.monitored()));
        }
    }
}
