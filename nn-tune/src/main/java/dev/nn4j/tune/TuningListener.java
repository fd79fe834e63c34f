// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.table.Table;
import java.util.List;

/**
 * Watches a search; what it does changes no bit of it.
 *
 * @since 0.1.0
 */
public interface TuningListener {
    /** This listener and another as one, told in this order. */
    default TuningListener and(TuningListener next) {
        return new BothListeners(this, next);
    }

    /**
     * Before the first trial; does nothing by default.
     *
     * @param searched the rows that trials learn from and are judged on
     * @param heldOut how many rows the search does not see
     * @param score what trials are judged by
     * @param settings the paths of what is changed
     */
    default void started(Table searched, int heldOut, Monitor score, List<String> settings) {}

    /**
     * Before a trial trains up to a rung, on the thread that runs it, several at once; does nothing by default.
     *
     * @return who watches that training, none by default
     */
    default TrainingListener training(TrialStart start) {
        return TrainingListener.none();
    }

    /** When a trial has reached a rung, in the order of the search, on the thread that runs it; does nothing by default. */
    default void reached(TrialRecord record) {}

    /**
     * After every epoch of a trial; does nothing by default.
     *
     * @param share of all epochs that the search may take, in [0, 1]; called by one thread at a time
     */
    default void progressed(double share) {}

    /** When the search is over and what it chose is trained again on all rows; does nothing by default. */
    default void refitting(int rows) {}

    /**
     * Before a chosen trial is trained on all rows, at the end; does nothing by default.
     *
     * @param trial its number
     * @param member of the ensemble that the configuration makes, from 1, several at once; 0 where it makes none
     * @return who watches that training, none by default
     */
    default TrainingListener refit(int trial, int member) {
        return TrainingListener.none();
    }
}
