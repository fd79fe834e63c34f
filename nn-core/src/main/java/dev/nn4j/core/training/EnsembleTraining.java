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
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.experiment.Ensemble;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
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
        refuseIf(
                watch.checkpoints().isPresent(),
                "keeps no checkpoints, each of which is of one network; train it in one go, or leave it out");
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

    TrainingResult run(Table table, Optional<Table> validation) {
        SchemaInference inference = new SchemaInference(experiment, table);
        MemberRows rows = MemberRows.of(experiment, ensemble, inference, table, validation);
        Schema schema = inference.schema(rows.training());
        NetworkSpec spec = new NetworkFit(experiment, schema).spec();
        Preparation frame = new Preparation(
                schema,
                Scaler.fitInputs(experiment.scaling(), schema, rows.training()),
                Scaler.fitTargets(experiment.targetScaling(), schema, rows.training()),
                experiment.loss());
        watch.listener().dataPrepared(schema, rows.training());
        List<MemberResult> members = train(spec, frame, rows);
        if (members.isEmpty()) {
            throw new CancellationException("training: cancelled before a member of the ensemble was complete");
        }
        return result(frame, rows, members);
    }

    /** Those that are complete, in their order; fewer than all if it is cancelled. */
    private List<MemberResult> train(NetworkSpec spec, Preparation frame, MemberRows rows) {
        List<MemberResult> complete = new ArrayList<>();
        int size = Math.min(ensemble.members(), execution.threads());
        try (OrderedTeam<MemberResult> team = new OrderedTeam<>("nn-member", size, watch.cancelled())) {
            team.run(ensemble.members(), (member, stop) -> member(spec, frame, rows, member, stop), member -> {
                complete.add(member);
                watch.members().finished().accept(member);
            });
        }
        return complete;
    }

    private Optional<MemberResult> member(
            NetworkSpec spec, Preparation frame, MemberRows rows, int member, BooleanSupplier stop) {
        Table table = rows.training().withCancellation(Cancellation.when(stop));
        PreparedData data =
                PreparedData.of(experiment, frame.schema(), rows.of(member, table), frame.inputs(), frame.targets());
        long seed = seed(member);
        TrainingOptions options = experiment.options().toBuilder().seed(seed).build();
        NetworkResult fit;
        try {
            fit = NetworkTraining.prepared(
                            experiment.loss(), experiment.optimizer(), experiment.learningRate(), options)
                    .withExecution(new Execution(threadsOfOne(), execution.kernels()))
                    .withListener(watch.members().watching().apply(member + 1))
                    .withCancellation(stop)
                    .run(Network.initialized(spec, seed), Optional.empty(), data.training(), data.validation());
        } catch (TrainingDivergedException e) {
            throw e.in("member " + (member + 1));
        }
        return fit.stopReason() == StopReason.CANCELLED
                ? Optional.empty()
                : Optional.of(new MemberResult(member + 1, seed, fit));
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
