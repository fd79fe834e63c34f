// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.table.Table;
import java.util.List;

/** Two listeners as one. */
record BothListeners(TuningListener first, TuningListener second) implements TuningListener {
    @Override
    public void started(Table searched, int heldOut, Monitor score, List<String> settings) {
        first.started(searched, heldOut, score, settings);
        second.started(searched, heldOut, score, settings);
    }

    @Override
    public TrainingListener training(TrialStart start) {
        return first.training(start).and(second.training(start));
    }

    @Override
    public void reached(TrialRecord record) {
        first.reached(record);
        second.reached(record);
    }

    @Override
    public void progressed(double share) {
        first.progressed(share);
        second.progressed(share);
    }

    @Override
    public void refitting(int rows) {
        first.refitting(rows);
        second.refitting(rows);
    }

    @Override
    public TrainingListener refit(int trial, int member) {
        return first.refit(trial, member).and(second.refit(trial, member));
    }
}
