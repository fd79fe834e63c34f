// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.TrainingDivergedException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.internal.work.OrderedTeam;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * From a table to an ensemble. Preprocessing is fitted once, to all rows that any member learns from. Members are trained
 * beside each other, each by one thread, or by several where there are fewer members than threads; no bit depends on it.
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
        SchemaInference inference = new SchemaInference(experiment, table);
        MemberRows rows = MemberRows.of(experiment, ensemble, inference::classes, table, validation);
        Preparation frame = start.checkpoint()
                .map(checkpoint -> Preparation.of(checkpoint.model(), experiment.loss()))
                .orElseGet(() -> frame(inference, rows.training()));
        Optional<DataDigests> digests = digests(table, validation, frame.schema(), start);
        watch.listener().dataPrepared(frame.schema(), rows.training());
        List<MemberResult> members = train(new Common(frame, rows, start, digests));
        if (members.isEmpty()) {
            throw new CancellationException("training: cancelled before a member of the ensemble was complete");
        }
        return result(frame, rows, members);
    }

    private Preparation frame(SchemaInference inference, Table training) {
        Schema schema = inference.schema(training);
        return Preparation.fitted(experiment, schema, training);
    }

    /** Only checkpoints need them. */
    private Optional<DataDigests> digests(
            Table table, Optional<Table> validation, Schema schema, Training.Start start) {
        if (start.checkpoint().isEmpty() && watch.checkpoints().isEmpty()) {
            return Optional.empty();
        }
        DataDigests digests = DataDigests.of(table, validation, schema);
        start.checkpoint()
                .filter(checkpoint -> !start.changedData())
                .ifPresent(checkpoint -> DataDigests.requireSame(digests, checkpoint.data(), table, validation));
        return Optional.of(digests);
    }

    /** What the trainings of all members have in common. */
    private record Common(Preparation frame, MemberRows rows, Training.Start start, Optional<DataDigests> digests) {}

    /** Those that are complete, in their order; fewer than all if it is cancelled. */
    private List<MemberResult> train(Common all) {
        NetworkSpec spec = new NetworkFit(experiment, all.frame().schema()).spec();
        List<MemberResult> complete = new ArrayList<>();
        int size = Math.min(ensemble.members(), execution.threads());
        try (OrderedTeam<MemberResult> team = new OrderedTeam<>("nn-member", size, watch.cancelled())) {
            team.run(ensemble.members(), (member, stop) -> member(all, spec, member, stop), member -> {
                complete.add(member);
                watch.members().finished().accept(member);
            });
        }
        return complete;
    }

    private Optional<MemberResult> member(Common all, NetworkSpec spec, int member, BooleanSupplier stop) {
        Preparation frame = all.frame();
        Table table = all.rows().training().withCancellation(Cancellation.when(stop));
        PreparedData data = PreparedData.of(
                experiment, frame.schema(), all.rows().of(member, table), frame.inputs(), frame.targets());
        long seed = seed(member);
        NetworkTraining training = training(all, member, seed, stop);
        Optional<Checkpoint> from = all.start().of(member + 1);
        NetworkResult fit;
        try {
            fit = from.isPresent()
                    ? training.resumed(from.get().state(), data.training(), data.validation())
                    : training.run(
                            Network.initialized(spec, seed), Optional.empty(), data.training(), data.validation());
        } catch (TrainingDivergedException e) {
            throw e.in("member " + (member + 1));
        }
        return fit.stopReason() == StopReason.CANCELLED
                ? Optional.empty()
                : Optional.of(new MemberResult(member + 1, seed, fit));
    }

    private NetworkTraining training(Common all, int member, long seed, BooleanSupplier stop) {
        TrainingOptions options = experiment.options().toBuilder().seed(seed).build();
        NetworkTraining training = NetworkTraining.prepared(
                        experiment.loss(), experiment.optimizer(), experiment.learningRate(), options)
                .withExecution(new Execution(threadsOfOne(), execution.kernels()))
                .withListener(watch.members().watching().apply(member + 1))
                .withCancellation(stop);
        if (watch.checkpoints().isEmpty()) {
            return training;
        }
        CheckpointKeeping keeping = watch.checkpoints().get();
        Table trained = all.rows().training().withCancellation(Cancellation.none());
        return training.withStateKeeping(new StateKeeping(
                keeping.every(),
                state -> keeping.keeper()
                        .accept(new Checkpoint(
                                all.frame().model(state.network(), trained),
                                experiment,
                                state,
                                all.digests().orElseThrow(),
                                member + 1))));
    }

    private int threadsOfOne() {
        return Math.max(1, execution.threads() / ensemble.members());
    }

    /** The first member is the network that the experiment trains alone, on the same rows. */
    private long seed(int member) {
        long seed = experiment.options().seed();
        return member == 0
                ? seed
                : RandomStream.of(seed, RandomStream.Purpose.MEMBER, 0, member).nextLong();
    }

    private TrainingResult result(Preparation frame, MemberRows rows, List<MemberResult> members) {
        Table trained = rows.training().withCancellation(Cancellation.none());
        Model model = frame.model(
                        members.stream().map(member -> member.fit().network()).toList(), trained)
                .withProvenance(Provenance.builder()
                        .extra(Map.of("ensemble", new EnsembleText(ensemble, members).text()))
                        .build());
        boolean whole = members.size() == ensemble.members();
        Optional<Answers> outOfFold = rows.folds()
                .filter(folds -> whole)
                .map(folds -> Answers.of(
                        new OutOfFold(model, folds), trained.withCancellation(Cancellation.when(watch.cancelled()))));
        return new TrainingResult(
                model,
                members.get(0).history(),
                whole ? members.get(0).stopReason() : StopReason.CANCELLED,
                members.get(0).bestEpoch(),
                trained,
                rows.validation().map(one -> one.withCancellation(Cancellation.none())),
                members,
                outOfFold);
    }
}
