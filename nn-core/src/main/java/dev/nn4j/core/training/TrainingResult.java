// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.Model;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.calibration.DecisionChoice;
import dev.nn4j.core.calibration.GivenDecision;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.decision.Decision;
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
    private final Members members;
    private final Optional<TemperatureScaling> temperature;
    private final Optional<Refit> refit;
    private final Optional<DecisionChoice> decision;

    /**
     * What was before the model was trained again on all rows, and how that went.
     *
     * @param before the model that has not learnt from the validation rows
     * @param history of the second training
     */
    private record Refit(Model before, List<EpochRecord> history) {}

    /**
     * The networks of an ensemble.
     *
     * @param kept those that the model has
     * @param others that were trained and it has not
     * @param outOfFold of folds, each row's answer by the member that has not seen it
     */
    record Members(List<MemberResult> kept, List<MemberResult> others, Optional<Answers> outOfFold) {
        Members {
            kept = List.copyOf(kept);
            others = List.copyOf(others);
        }

        Members deciding(Decision decision) {
            return new Members(kept, others, outOfFold.map(answers -> answers.withDecision(decision)));
        }

        static Members none() {
            return new Members(List.of(), List.of(), Optional.empty());
        }
    }

    /** Of one network. */
    TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation,
            Optional<TemperatureScaling> temperature) {
        this(
                model,
                history,
                stopReason,
                bestEpoch,
                training,
                validation,
                Members.none(),
                temperature,
                Optional.empty(),
                Optional.empty());
    }

    /** Of an ensemble. */
    TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation,
            Members members) {
        this(
                model,
                history,
                stopReason,
                bestEpoch,
                training,
                validation,
                members,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Copies the lists. */
    private TrainingResult(
            Model model,
            List<EpochRecord> history,
            StopReason stopReason,
            int bestEpoch,
            Table training,
            Optional<Table> validation,
            Members members,
            Optional<TemperatureScaling> temperature,
            Optional<Refit> refit,
            Optional<DecisionChoice> decision) {
        history = List.copyOf(history);

        this.model = model;
        this.history = history;
        this.stopReason = stopReason;
        this.bestEpoch = bestEpoch;
        this.training = training;
        this.validation = validation;
        this.members = members;
        this.temperature = temperature;
        this.refit = refit;
        this.decision = decision;
    }

    /**
     * This, its model and answers deciding by thresholds.
     *
     * @param from what rows chose them
     */
    TrainingResult deciding(DecisionChoice choice, String from) {
        return deciding(choice.in(model, from), Optional.of(choice));
    }

    /** This, its model and answers deciding by thresholds that were given. */
    TrainingResult deciding(GivenDecision given) {
        return deciding(given.in(model), Optional.empty());
    }

    private TrainingResult deciding(Model decided, Optional<DecisionChoice> choice) {
        return new TrainingResult(
                decided,
                history,
                stopReason,
                bestEpoch,
                training,
                validation,
                members.deciding(decided.decision()),
                temperature,
                refit,
                choice);
    }

    /** This, its model saying how far its answers may be from the truth. */
    TrainingResult scored(Conformal scores) {
        return new TrainingResult(
                model.withConformal(Optional.of(scores)),
                history,
                stopReason,
                bestEpoch,
                training,
                validation,
                members,
                temperature,
                refit,
                decision);
    }

    /** This, its model trained again on all rows. */
    TrainingResult refitted(Model onAllRows, Optional<TemperatureScaling> calibrated, List<EpochRecord> epochs) {
        return new TrainingResult(
                onAllRows,
                history,
                stopReason,
                bestEpoch,
                training,
                validation,
                members,
                calibrated,
                Optional.of(new Refit(model, List.copyOf(epochs))),
                decision);
    }

    /** This of a training that was stopped before its model was trained again. */
    TrainingResult cancelled() {
        return new TrainingResult(
                model,
                history,
                StopReason.CANCELLED,
                bestEpoch,
                training,
                validation,
                members,
                temperature,
                refit,
                decision);
    }

    /**
     * The model of the last epoch, or of the best one where early stopping restores it: each member's of an ensemble. Where
     * {@link dev.nn4j.core.experiment.TrainingOptions#refit()} asks for it, the one that was trained again on all rows.
     */
    public Model model() {
        return model;
    }

    /**
     * The model that {@link #training()} and {@link #validation()} are for: {@link #model()}, or, where that was trained
     * again on all rows, the one before, which has not learnt from the validation rows.
     */
    public Model validatedModel() {
        return refit.map(Refit::before).orElse(model);
    }

    /** Whether the model was trained again on all rows. */
    public boolean isRefitted() {
        return refit.isPresent();
    }

    /** One record for each epoch in which the model was trained again on all rows. */
    public List<EpochRecord> refitHistory() {
        return refit.map(Refit::history).orElse(List.of());
    }

    /**
     * One record for each complete epoch, those of a second training on all rows aside; of an ensemble those of its first
     * member, {@link #members} has all.
     */
    public List<EpochRecord> history() {
        return history;
    }

    /** Why it ended; of an ensemble why its first member did, unless it was cancelled and has not all of its members. */
    public StopReason stopReason() {
        return stopReason;
    }

    /**
     * The epoch whose weights the model has, counted from 1; where one training set rows aside and it was trained again, how
     * many epochs that took; of an ensemble that of its first member.
     */
    public int bestEpoch() {
        return bestEpoch;
    }

    /**
     * What {@link dev.nn4j.core.experiment.TrainingOptions#calibrate()} came to, which the model has in its weights, also
     * where it was trained again, after folds with the mean of theirs; empty where it was not asked for, of an ensemble, whose
     * {@link #members} have each their own, and of a training that was cancelled before.
     */
    public Optional<TemperatureScaling> temperature() {
        return temperature;
    }

    /**
     * How the thresholds were chosen by which the model decides, also where it was trained again; empty where that was not
     * asked for, and of a training that was cancelled before.
     */
    public Optional<DecisionChoice> decision() {
        return decision;
    }

    /**
     * How each network of an ensemble's model was trained, in their order; empty where the experiment asks for one network.
     * Of a pack it may be one alone. Where one network was trained on all rows in place of an ensemble of folds, they are those of
     * the folds, which told for how long.
     */
    public List<MemberResult> members() {
        return members.kept();
    }

    /**
     * How those networks were trained that the model does not have: of a pack those that were not chosen, or left before, in
     * their order.
     */
    public List<MemberResult> otherMembers() {
        return members.others();
    }

    /**
     * The answers to the training rows by members that have not seen them: of an ensemble of folds, where no row is set
     * aside, what tells how good it is. The ensemble itself, a mean of such members, is on new rows rather better. Scaling
     * and what fills gaps were fitted to all rows.
     */
    public Optional<Answers> outOfFold() {
        return members.outOfFold();
    }

    /**
     * The rows it learnt from; of an ensemble of folds each member from all but its own fold; where the model was trained
     * again on all rows, those of the training before.
     */
    public Table training() {
        return training;
    }

    /**
     * The rows it was validated on: given, or set aside from the data. The networks of a pack were chosen by them, so what
     * they say of the model is rather too good; the more so, the fewer they are.
     */
    public Optional<Table> validation() {
        return validation;
    }

    /**
     * Answers to rows by networks that have not learnt from them: those {@linkplain #outOfFold() out of fold}, or else those of
     * {@link #validatedModel()} to the {@linkplain #validation() validation rows}. Each row counts once. Empty where nothing
     * was set aside.
     */
    public Optional<Answers> heldOut() {
        return outOfFold().or(() -> validation.map(rows -> Answers.of(validatedModel(), rows)));
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
                && temperature.equals(that.temperature)
                && refit.equals(that.refit)
                && decision.equals(that.decision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                model, history, stopReason, bestEpoch, training, validation, members, temperature, refit, decision);
    }

    @Override
    public String toString() {
        return "TrainingResult[model=" + model + ", history=" + history + ", stopReason=" + stopReason + ", bestEpoch="
                + bestEpoch + ", training=" + training + ", validation=" + validation
                + refit.map(second -> ", refitHistory=" + second.history()).orElse("") + "]";
    }
}
