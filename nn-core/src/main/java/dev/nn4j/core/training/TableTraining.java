// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fit.NetworkResult;
import dev.nn4j.core.fit.NetworkTraining;
import dev.nn4j.core.fit.StateKeeping;
import dev.nn4j.core.internal.inference.SchemaInference;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** From a table to a model: schema, division, scaling, network, training, golden rows. */
final class TableTraining {
    private final Experiment experiment;
    private final Execution execution;
    private final Training.Watch watch;

    TableTraining(Experiment experiment, Execution execution, Training.Watch watch) {
        this.experiment = experiment;
        this.execution = execution;
        this.watch = watch;
    }

    TrainingResult run(Table data, Optional<Table> given, Training.Start start) {
        Cancellation cancellation = Cancellation.when(watch.cancelled());
        requireRows(data);
        given.ifPresent(TableTraining::requireRows);
        Table table = withTargets(data.withCancellation(cancellation), start);
        Optional<Table> validation = given.map(one -> withTargets(one.withCancellation(cancellation), start));
        if (experiment.ensemble().isPresent()) {
            EnsembleTraining training =
                    new EnsembleTraining(experiment, experiment.ensemble().get(), execution, watch);
            training.requireFits(table, validation, start.model().isPresent());
            return training.run(table, validation);
        }
        if (start.checkpoint().isPresent()) {
            return goOn(start.checkpoint().get(), start.changedData(), table, validation);
        }
        return start.model().map(model -> from(model, table, validation)).orElseGet(() -> afresh(table, validation));
    }

    /** Labels that a model knows are labels, whatever they read like. */
    private Table withTargets(Table table, Training.Start start) {
        List<String> known = start.checkpoint()
                .map(Checkpoint::model)
                .or(start::model)
                .map(model -> model.schema().labels())
                .orElse(List.of());
        return experiment.data().targetGaps().in(table, experiment.data().targets(), known);
    }

    private TrainingResult afresh(Table table, Optional<Table> validation) {
        SchemaInference inference = new SchemaInference(experiment, table);
        PreparedData.Division division = PreparedData.Division.of(experiment, inference::classes, table, validation);
        Schema schema = inference.schema(division.training());
        Network start = Network.initialized(
                new NetworkFit(experiment, schema).spec(), experiment.options().seed());
        Scaler inputs = Scaler.fitInputs(experiment.scaling(), schema, division.training());
        Scaler targets = Scaler.fitTargets(experiment.targetScaling(), schema, division.training());
        Preparation frame = new Preparation(schema, inputs, targets, experiment.loss());
        return train(
                experiment,
                frame,
                division,
                digests(table, validation, schema),
                (training, data) -> training.run(start, Optional.empty(), data.training(), data.validation()));
    }

    private TrainingResult from(Model model, Table table, Optional<Table> validation) {
        new NetworkFit(experiment, model.schema()).requireSame(model);
        Schema schema = new InitialSchema(experiment, model.schema()).on(table);
        PreparedData.Division division = PreparedData.Division.of(experiment, schema, table, validation);
        return train(
                experiment.withoutLayers(),
                new Preparation(schema, model.inputScaler(), model.targetScaler(), experiment.loss()),
                division,
                digests(table, validation, schema),
                (training, data) ->
                        training.run(model.network(), Optional.empty(), data.training(), data.validation()));
    }

    private TrainingResult goOn(Checkpoint checkpoint, boolean changed, Table table, Optional<Table> validation) {
        DataDigests digests =
                DataDigests.of(table, validation, checkpoint.model().schema());
        if (!changed) {
            DataDigests.requireSame(digests, checkpoint.data(), table, validation);
        }
        Model model = checkpoint.model();
        PreparedData.Division division = PreparedData.Division.of(experiment, model.schema(), table, validation);
        return train(
                experiment,
                Preparation.of(model, experiment.loss()),
                division,
                Optional.of(digests),
                (training, data) -> training.resumed(checkpoint.state(), data.training(), data.validation()));
    }

    /** Only checkpoints need them. */
    private Optional<DataDigests> digests(Table table, Optional<Table> validation, Schema schema) {
        return watch.checkpoints().map(keeping -> DataDigests.of(table, validation, schema));
    }

    private TrainingResult train(
            Experiment described,
            Preparation frame,
            PreparedData.Division division,
            Optional<DataDigests> digests,
            BiFunction<NetworkTraining, PreparedData, NetworkResult> run) {
        watch.listener().dataPrepared(frame.schema(), division.training());
        PreparedData data = PreparedData.of(experiment, frame.schema(), division, frame.inputs(), frame.targets());
        Table trained = division.training().withCancellation(Cancellation.none());
        NetworkTraining training = NetworkTraining.prepared(
                        experiment.loss(), experiment.optimizer(), experiment.learningRate(), experiment.options())
                .withExecution(execution)
                .withListener(watch.listener())
                .withCancellation(watch.cancelled());
        if (watch.checkpoints().isPresent()) {
            CheckpointKeeping keeping = watch.checkpoints().get();
            training = training.withStateKeeping(new StateKeeping(
                    keeping.every(),
                    state -> keeping.keeper()
                            .accept(new Checkpoint(
                                    frame.model(state.network(), trained), described, state, digests.orElseThrow()))));
        }
        NetworkResult fit = run.apply(training, data);
        return new TrainingResult(
                frame.model(fit.network(), trained),
                fit.history(),
                fit.stopReason(),
                fit.bestEpoch(),
                trained,
                division.validation().map(table -> table.withCancellation(Cancellation.none())));
    }

    private static void requireRows(Table table) {
        if (table.rows() == 0) {
            throw new DataException(new Location(table.source(), 1, 1), "there are no rows below the header");
        }
    }
}
