// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.internal.choice.GreedyChoice;
import dev.nn4j.core.internal.choice.Milestones;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.internal.watch.JointScore;
import dev.nn4j.core.internal.work.OrderedTeam;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * From a table to an ensemble. Preprocessing is fitted once, to all rows that any member learns from, and they are encoded
 * once. Members are trained beside each other, each by one thread, or by several where there are fewer members than threads;
 * no bit depends on it.
 */
final class EnsembleTraining {
    private final Experiment experiment;
    private final Ensemble ensemble;
    private final Execution execution;
    private final Training.Watch watch;

    EnsembleTraining(Experiment experiment, Ensemble ensemble, Execution execution, Training.Watch watch) {
        this.experiment = experiment;
        this.ensemble = ensemble;
        this.execution = execution;
        this.watch = watch;
    }

    /** Refuses what one network can be asked and an ensemble cannot. */
    void requireFits(Table table, Optional<Table> validation, boolean startsFromModel) {
        refuseIf(startsFromModel, "starts all of its networks afresh, from no model; leave one of the two out");
        if (ensemble.kind() == Ensemble.Kind.FOLDS) {
            refuseIf(
                    validation.isPresent(),
                    "of folds validates each network on the fold that it does not learn from; give no validation data");
            refuseIf(
                    ensemble.members() > table.rows(),
                    "of folds needs a row for each of its " + ensemble.members() + " folds, there are " + table.rows());
        }
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new ConfigurationException("ensemble", why);
        }
    }

    TrainingResult run(Table table, Optional<Table> validation, Training.Start start) {
        Common all = common(table, validation, start, watch.checkpoints());
        Outcome outcome = train(all);
        if (outcome.members().isEmpty()) {
            throw new CancellationException("training: cancelled before a member of the ensemble was complete");
        }
        return result(all, outcome);
    }

    /** One member alone, up to an epoch; nothing if it diverges. */
    Optional<Checkpoint> member(Table table, Optional<Table> validation, Training.Start start, int number, int epochs) {
        AtomicReference<Checkpoint> last = new AtomicReference<>();
        start.of(number).ifPresent(last::set);
        Common all = common(
                table, validation, start, Optional.of(new Training.CheckpointKeeping(Integer.MAX_VALUE, last::set)));
        MemberTraining member =
                new MemberTraining(all, number, watch.members().watching().apply(number), true);
        if (!member.advance(epochs, execution, watch.cancelled())) {
            throw new CancellationException("training: cancelled before a member of the ensemble was complete");
        }
        return member.divergence().isPresent() ? Optional.empty() : Optional.ofNullable(last.get());
    }

    private Common common(
            Table table,
            Optional<Table> validation,
            Training.Start start,
            Optional<Training.CheckpointKeeping> checkpoints) {
        SchemaInference inference = new SchemaInference(experiment, table);
        MemberRows rows = MemberRows.of(experiment, ensemble, inference::classes, table, validation);
        refuseIf(
                ensemble.choice() == Ensemble.Choice.GREEDY && rows.validation().isEmpty(),
                "of a pack compares its networks on rows that none of them learns from, and there are none; set"
                        + " training.validationFraction, or give validation data");
        boolean hasUnseen = rows.folds().isPresent() || rows.validation().isPresent();
        new ConformalScoring(experiment).require(hasUnseen, rows.folds().isPresent() ? 1 : ensemble.members());
        Preparation frame = start.checkpoint()
                .map(checkpoint -> Preparation.of(checkpoint.model(), experiment.loss()))
                .orElseGet(() -> frame(inference, rows.training()));
        new DecisionFit(experiment).require(hasUnseen, frame.schema());
        boolean keeps = checkpoints.isPresent() || watch.members().trainer().isPresent();
        Optional<DataDigests> digests = digests(table, validation, frame.schema(), start, keeps);
        watch.listener().dataPrepared(frame.schema(), rows.training());
        PreparedData encoded = PreparedData.unweighed(frame.schema(), rows.whole(), frame.inputs(), frame.targets());
        return new Common(experiment, frame, rows, encoded, start, checkpoints, digests);
    }

    private Preparation frame(SchemaInference inference, Table training) {
        Span statistics = Flight.preparation("statistics", training.rows());
        Table first = Preparation.firstRows(experiment.options(), training);
        SchemaInference own = first == training ? inference : new SchemaInference(experiment, first);
        Schema schema = own.schema(first);
        Preparation fitted = Preparation.fitted(experiment, schema, first);
        statistics.ended();
        return fitted;
    }

    /** Only checkpoints need them. */
    private Optional<DataDigests> digests(
            Table table, Optional<Table> validation, Schema schema, Training.Start start, boolean keeps) {
        if (start.checkpoint().isEmpty() && !keeps) {
            return Optional.empty();
        }
        DataDigests digests = DataDigests.of(table, validation, schema);
        start.checkpoint()
                .filter(checkpoint -> !start.changedData())
                .ifPresent(checkpoint -> DataDigests.requireSame(digests, checkpoint.data(), table, validation));
        return Optional.of(digests);
    }

    /**
     * What the trainings of all members have in common.
     *
     * @param encoded the rows of all, made once: a copy of each member's would take most of an ensemble's memory
     */
    record Common(
            Experiment experiment,
            Preparation frame,
            MemberRows rows,
            PreparedData encoded,
            Training.Start start,
            Optional<Training.CheckpointKeeping> checkpoints,
            Optional<DataDigests> digests) {
        /** What tells how good a member is on rows that it does not learn from. */
        Monitor monitor() {
            return experiment
                    .options()
                    .earlyStopping()
                    .map(EarlyStopping::monitor)
                    .filter(Monitor::needsValidation)
                    .orElse(Monitor.VALIDATION_LOSS);
        }
    }

    /** The members whose networks the model has, and the others, each in their order. */
    private record Outcome(List<MemberTraining> members, List<MemberResult> others) {}

    /** Those that are complete; fewer than all, or none of a pack that is to be chosen from, if it is cancelled. */
    private Outcome train(Common all) {
        boolean chooses = ensemble.choice() == Ensemble.Choice.GREEDY;
        List<MemberTraining> members = new ArrayList<>();
        for (int number = 1; number <= ensemble.members(); number++) {
            members.add(
                    new MemberTraining(all, number, watch.members().watching().apply(number), chooses));
        }
        if (chooses) {
            return chosen(all, members);
        }
        List<MemberTraining> complete = new ArrayList<>();
        advance(members, experiment.options().epochs(), member -> {
            complete.add(member);
            watch.members().finished().accept(member.result(false));
        });
        return new Outcome(complete, List.of());
    }

    /** All go to each milestone together, where some leave. */
    private Outcome chosen(Common all, List<MemberTraining> members) {
        int epochs = experiment.options().epochs();
        List<Integer> there = IntStream.range(0, members.size()).boxed().toList();
        for (int milestone : Milestones.of(epochs)) {
            if (!reach(members, there, milestone)) {
                return new Outcome(List.of(), List.of());
            }
            there = Milestones.staying(there, member -> members.get(member).cost(milestone));
        }
        if (!reach(members, there, epochs)) {
            return new Outcome(List.of(), List.of());
        }
        Set<MemberTraining> best = best(all, there.stream().map(members::get).toList());
        List<MemberResult> others = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            MemberResult result = members.get(i).result(!there.contains(i));
            watch.members().finished().accept(result);
            if (!best.contains(members.get(i))) {
                others.add(result);
            }
        }
        return new Outcome(members.stream().filter(best::contains).toList(), others);
    }

    private boolean reach(List<MemberTraining> members, List<Integer> there, int epoch) {
        List<MemberTraining> reached = new ArrayList<>();
        advance(there.stream().map(members::get).toList(), epoch, reached::add);
        return reached.size() == there.size();
    }

    private void advance(List<MemberTraining> members, int epoch, Consumer<MemberTraining> finished) {
        Optional<MemberTrainer> elsewhere = watch.members().trainer();
        int size = Math.min(members.size(), elsewhere.map(MemberTrainer::atOnce).orElse(execution.threads()));
        Execution one = new Execution(Math.max(1, execution.threads() / members.size()), execution.kernels());
        try (OrderedTeam<MemberTraining> team = new OrderedTeam<>("nn-member", size, watch.cancelled())) {
            team.run(
                    members.size(),
                    (index, stop) -> {
                        MemberTraining member = members.get(index);
                        elsewhere.ifPresent(trainer -> member.advance(epoch, trainer));
                        return member.advance(epoch, one, stop) ? Optional.of(member) : Optional.empty();
                    },
                    finished);
        }
    }

    /** Those of some candidates whose mean is best on the validation rows. */
    private Set<MemberTraining> best(Common all, List<MemberTraining> candidates) {
        List<MemberTraining> sound =
                candidates.stream().filter(one -> one.divergence().isEmpty()).toList();
        if (sound.isEmpty()) {
            throw candidates.get(0).divergence().orElseThrow();
        }
        Preparation frame = all.frame();
        Cancellation cancellation = Cancellation.when(watch.cancelled());
        Table rows = all.rows().validation().orElseThrow().withCancellation(cancellation);
        JointScore score = new JointScore(
                all.monitor(),
                experiment.loss(),
                PreparedData.validation(experiment, frame.schema(), rows, frame.inputs(), frame.targets()),
                cancellation);
        sound.forEach(one -> score.add(one.network()));
        Set<MemberTraining> best = new LinkedHashSet<>();
        new GreedyChoice(score::cost).of(sound.size()).forEach(one -> best.add(sound.get(one)));
        return best;
    }

    private TrainingResult result(Common all, Outcome outcome) {
        Table trained = all.rows().training().withCancellation(Cancellation.none());
        List<MemberResult> members =
                outcome.members().stream().map(member -> member.result(false)).toList();
        Optional<Table> validation = all.rows().validation().map(one -> one.withCancellation(Cancellation.none()));
        Model mean = all.frame()
                .model(outcome.members().stream().map(MemberTraining::network).toList(), trained);
        Model model = Preparation.profiled(mean, experiment, trained)
                .withProvenance(Provenance.builder()
                        .extra(new EnsembleText(ensemble, members, outcome.others(), validation.map(Table::rows)).all())
                        .build());
        boolean whole = members.size() + outcome.others().size() == ensemble.members();
        Table asked = trained.withCancellation(Cancellation.when(watch.cancelled()));
        Optional<OutOfFold> unseen =
                all.rows().folds().filter(folds -> whole).map(folds -> new OutOfFold(model, folds));
        StopReason reason = whole ? members.get(0).stopReason() : StopReason.CANCELLED;
        TrainingResult result = new TrainingResult(
                model,
                members.get(0).history(),
                reason,
                members.get(0).bestEpoch(),
                trained,
                validation,
                new TrainingResult.Members(
                        members,
                        outcome.others(),
                        unseen.map(each -> Evaluator.of(each)
                                .weighingAs(experiment.data(), asked)
                                .answers(asked))));
        DecisionFit decision = new DecisionFit(experiment);
        ConformalScoring scoring = new ConformalScoring(experiment);
        return unseen.isPresent()
                ? scoring.outOfFold(
                        decision.in(result, unseen.get(), Optional.of(asked), DecisionFit.OUT_OF_FOLD),
                        unseen.get(),
                        asked)
                : scoring.byValidation(
                        decision.in(result, model, result.validation(), DecisionFit.VALIDATION), result.validation());
    }
}
