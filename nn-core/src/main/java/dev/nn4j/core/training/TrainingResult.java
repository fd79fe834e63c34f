// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.metrics.Answers;
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
    private final List<MemberResult> members;
    private final Optional<Answers> outOfFold;

    /** Of one network. */
    TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation) {
        this(model, history, stopReason, bestEpoch, training, validation, List.of(), Optional.empty());
    }

    /** Copies the lists. */
    TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation,
            List<MemberResult> members,
            Optional<Answers> outOfFold) {
        history = List.copyOf(history);

        this.model = model;
        this.history = history;
        this.stopReason = stopReason;
        this.bestEpoch = bestEpoch;
        this.training = training;
        this.validation = validation;
        this.members = List.copyOf(members);
        this.outOfFold = outOfFold;
    }

    /** The model of the last epoch, or of the best one where early stopping restores it: each member's of an ensemble. */
    public Model model() {
        return model;
    }

    /** One record for each complete epoch; of an ensemble those of its first member, {@link #members} has all. */
    public List<EpochRecord> history() {
        return history;
    }

    /** Why it ended; of an ensemble why its first member did, unless it was cancelled and has not all of its members. */
    public StopReason stopReason() {
        return stopReason;
    }

    /** The epoch whose weights the model has, counted from 1; of an ensemble that of its first member. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** How each network of an ensemble was trained, in their order; empty where there is one network. */
    public List<MemberResult> members() {
        return members;
    }

    /**
     * The answers to the training rows by members that have not seen them: of an ensemble of folds, where no row is set
     * aside, what tells how good it is. The ensemble itself, a mean of such members, is on new rows rather better. Scaling
     * and what fills gaps were fitted to all rows.
     */
    public Optional<Answers> outOfFold() {
        return outOfFold;
    }

    /** The rows it learnt from; of an ensemble of folds each member from all but its own fold. */
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
                && validation.equals(that.validation)
                && members.equals(that.members)
                && outOfFold.equals(that.outOfFold);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, history, stopReason, bestEpoch, training, validation, members, outOfFold);
    }

    @Override
    public String toString() {
        return "TrainingResult[model=" + model + ", history=" + history + ", stopReason=" + stopReason + ", bestEpoch="
                + bestEpoch + ", training=" + training + ", validation=" + validation + "]";
    }
}
