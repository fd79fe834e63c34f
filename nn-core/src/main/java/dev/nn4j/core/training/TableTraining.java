// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** From a table to a model: schema, division, scaling, network, training, golden rows. */
final class TableTraining {
    private final Experiment experiment;
    private final Execution execution;
    private final TrainingListener listener;
    private final BooleanSupplier cancelled;

    TableTraining(Experiment experiment, Execution execution, TrainingListener listener, BooleanSupplier cancelled) {
        this.experiment = experiment;
        this.execution = execution;
        this.listener = listener;
        this.cancelled = cancelled;
    }

    TrainingOutcome run(Table table, Optional<Table> validation, Optional<Model> initial) {
        requireRows(table);
        validation.ifPresent(TableTraining::requireRows);
        return initial.map(model -> from(model, table, validation)).orElseGet(() -> afresh(table, validation));
    }

    private TrainingOutcome afresh(Table table, Optional<Table> validation) {
        Schema schema = new SchemaInference(experiment, table).schema();
        Network start = Network.initialized(
                new NetworkFit(experiment, schema).spec(), experiment.options().seed());
        PreparedData.Division division = PreparedData.Division.of(experiment, schema, table, validation);
        ConstantColumns.warn(division.training(), schema.features());
        Scaler inputs = Scaler.fit(
                experiment.scaling(),
                division.training().matrix(schema.features()),
                schema.features().size());
        Scaler targets = experiment.targetScaling() == dev.nn4j.core.data.Scaling.NONE
                ? Scaler.none()
                : Scaler.fit(
                        experiment.targetScaling(), division.training().matrix(schema.targets()), schema.outputs());
        return train(schema, division, inputs, targets, start);
    }

    private TrainingOutcome from(Model model, Table table, Optional<Table> validation) {
        Schema schema = model.schema();
        new NetworkFit(experiment, schema).requireSame(model);
        PreparedData.Division division = PreparedData.Division.of(experiment, schema, table, validation);
        return train(schema, division, model.inputScaler(), model.targetScaler(), model.network());
    }

    private TrainingOutcome train(
            Schema schema, PreparedData.Division division, Scaler inputs, Scaler targets, Network start) {
        PreparedData data = PreparedData.of(experiment, schema, division, inputs, targets);
        NetworkTraining training = new NetworkTraining(
                experiment.loss(),
                experiment.optimizer(),
                experiment.learningRate(),
                experiment.options(),
                execution,
                listener,
                cancelled);
        Fit fit = training.run(start, data.training(), data.validation());
        Model model = new Model(
                schema, inputs, targets, fit.network(), experiment.loss(), GoldenRows.none(), Provenance.none());
        return new TrainingOutcome(
                model.withGolden(GoldenSample.of(model, data.trainingTable())),
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
