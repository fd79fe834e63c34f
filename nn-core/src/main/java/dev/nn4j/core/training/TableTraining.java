// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
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

    TrainingOutcome run(Table table, Optional<Table> validation, Training.Start start) {
        requireRows(table);
        validation.ifPresent(TableTraining::requireRows);
        if (start.checkpoint().isPresent()) {
            return goOn(start.checkpoint().get(), start.changedData(), table, validation);
        }
        return start.model().map(model -> from(model, table, validation)).orElseGet(() -> afresh(table, validation));
    }

    private TrainingOutcome afresh(Table table, Optional<Table> validation) {
        SchemaInference inference = new SchemaInference(experiment, table);
        PreparedData.Division division = PreparedData.Division.of(experiment, inference::classes, table, validation);
        Schema schema = inference.schema(division.training());
        Network start = Network.initialized(
                new NetworkFit(experiment, schema).spec(), experiment.options().seed());
        Scaler inputs = Scaler.fitInputs(experiment.scaling(), schema, division.training());
        Scaler targets = Scaler.fitTargets(experiment.targetScaling(), schema, division.training());
        ModelFrame frame = new ModelFrame(schema, inputs, targets, experiment.loss());
        return train(
                experiment,
                frame,
                division,
                digests(table, validation),
                (training, data) -> training.run(start, data.training(), data.validation()));
    }

    private TrainingOutcome from(Model model, Table table, Optional<Table> validation) {
        new NetworkFit(experiment, model.schema()).requireSame(model);
        Schema schema = new InitialSchema(experiment, model.schema()).on(table);
        PreparedData.Division division = PreparedData.Division.of(experiment, schema, table, validation);
        return train(
                experiment.withoutLayers(),
                new ModelFrame(schema, model.inputScaler(), model.targetScaler(), experiment.loss()),
                division,
                digests(table, validation),
                (training, data) -> training.run(model.network(), data.training(), data.validation()));
    }

    private TrainingOutcome goOn(Checkpoint checkpoint, boolean changed, Table table, Optional<Table> validation) {
        DataDigests digests = DataDigests.of(table, validation);
        if (!changed) {
            DataDigests.requireSame(digests, checkpoint.data(), table, validation);
        }
        Model model = checkpoint.model();
        PreparedData.Division division = PreparedData.Division.of(experiment, model.schema(), table, validation);
        return train(
                experiment,
                ModelFrame.of(model, experiment.loss()),
                division,
                Optional.of(digests),
                (training, data) -> training.resume(checkpoint.state(), data.training(), data.validation()));
    }

    /** Only checkpoints need them. */
    private Optional<DataDigests> digests(Table table, Optional<Table> validation) {
        return watch.checkpoints().map(keeping -> DataDigests.of(table, validation));
    }

    private TrainingOutcome train(
            Experiment described,
            ModelFrame frame,
            PreparedData.Division division,
            Optional<DataDigests> digests,
            BiFunction<NetworkTraining, PreparedData, Fit> run) {
        watch.listener().dataPrepared(frame.schema(), division.training());
        PreparedData data = PreparedData.of(experiment, frame.schema(), division, frame.inputs(), frame.targets());
        NetworkTraining training = new NetworkTraining(
                experiment.loss(),
                experiment.optimizer(),
                experiment.learningRate(),
                experiment.options(),
                execution,
                watch.listener(),
                watch.cancelled(),
                watch.checkpoints()
                        .map(keeping -> new StateKeeping(
                                keeping.every(),
                                state -> keeping.keeper()
                                        .accept(new Checkpoint(
                                                frame.model(state.network(), data.trainingTable()),
                                                described,
                                                state,
                                                digests.orElseThrow())))));
        Fit fit = run.apply(training, data);
        return new TrainingOutcome(
                frame.model(fit.network(), data.trainingTable()),
                fit.history(),
                fit.stopReason(),
                fit.bestEpoch(),
                division.training(),
                division.validation());
    }

    private static void requireRows(Table table) {
        if (table.rows() == 0) {
            throw new DataException(new Location(table.source(), 1, 1), "there are no rows below the header");
        }
    }
}
