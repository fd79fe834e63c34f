// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a training gives.
 *
 * @since 0.1.0
 */
public final class TrainingResult {
    private final Model model;
    private final List<EpochRecord> history;
    private final StopReason stopReason;
    private final int bestEpoch;
    private final Table training;
    private final Optional<Table> validation;

    /** Copies the history. */
    TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation) {
        history = List.copyOf(history);

        this.model = model;
        this.history = history;
        this.stopReason = stopReason;
        this.bestEpoch = bestEpoch;
        this.training = training;
        this.validation = validation;
    }

    /** The model of the last epoch, or of the best one where early stopping restores it. */
    public Model model() {
        return model;
    }

    /** One record for each complete epoch. */
    public List<EpochRecord> history() {
        return history;
    }

    /** Why it ended. */
    public StopReason stopReason() {
        return stopReason;
    }

    /** The epoch whose weights the model has, counted from 1. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The rows it learnt from. */
    public Table training() {
        return training;
    }

    /** The rows it was validated on: given, or set aside from the data. */
    public Optional<Table> validation() {
        return validation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingResult that
                && model.equals(that.model)
                && history.equals(that.history)
                && stopReason.equals(that.stopReason)
                && bestEpoch == that.bestEpoch
                && training.equals(that.training)
                && validation.equals(that.validation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, history, stopReason, bestEpoch, training, validation);
    }

    @Override
    public String toString() {
        return "TrainingResult[model=" + model + ", history=" + history + ", stopReason=" + stopReason + ", bestEpoch="
                + bestEpoch + ", training=" + training + ", validation=" + validation + "]";
    }
}
