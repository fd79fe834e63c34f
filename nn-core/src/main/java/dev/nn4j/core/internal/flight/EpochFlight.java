// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import org.jspecify.annotations.Nullable;

/**
 * Tells of the epochs of a training, of their steps and validations. Each kind has one event, which is used again; without
 * Flight Recorder there is none, and nothing is allocated. By one thread.
 */
public final class EpochFlight {
    private final boolean told;
    private @Nullable EpochEvent epoch;
    private @Nullable StepEvent step;
    private @Nullable ValidationEvent validation;

    /** Of a training; of one that is not told of, as it is a part of a step of another, nothing is recorded. */
    public EpochFlight(boolean told) {
        this.told = told;
    }

    /** An epoch begins. */
    public void epochBegins() {
        if (told && Flight.isRecorded()) {
            epoch = epoch == null ? new EpochEvent() : epoch;
            epoch.begin();
        }
    }

    /**
     * It is over.
     *
     * @param number counted from 1
     * @param validationLoss not a number where nothing is validated
     */
    public void epochEnded(int number, long rows, double loss, double validationLoss) {
        if (epoch == null) {
            return;
        }
        epoch.end();
        if (epoch.shouldCommit()) {
            epoch.epoch = number;
            epoch.rows = rows;
            epoch.loss = loss;
            epoch.validationLoss = validationLoss;
            epoch.commit();
        }
    }

    /** A step begins. */
    public void stepBegins() {
        if (told && Flight.isRecorded()) {
            step = step == null ? new StepEvent() : step;
            step.begin();
        }
    }

    /** It is over; its number in the epoch is counted from 1. */
    public void stepEnded(int ofEpoch, int number, int rows) {
        if (step == null) {
            return;
        }
        step.end();
        if (step.shouldCommit()) {
            step.epoch = ofEpoch;
            step.step = number;
            step.rows = rows;
            step.commit();
        }
    }

    /** The validation of an epoch begins. */
    public void validationBegins() {
        if (told && Flight.isRecorded()) {
            validation = validation == null ? new ValidationEvent() : validation;
            validation.begin();
        }
    }

    /** It is over. */
    public void validationEnded(int ofEpoch, long rows) {
        if (validation == null) {
            return;
        }
        validation.end();
        if (validation.shouldCommit()) {
            validation.epoch = ofEpoch;
            validation.rows = rows;
            validation.commit();
        }
    }
}
