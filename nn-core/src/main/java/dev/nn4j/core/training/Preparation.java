// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.Loss;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.Span;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.List;

/**
 * All of a model but its network, which is the same from a training's first epoch to its last.
 *
 * @param schema what the model reads and answers
 * @param inputs how features are scaled
 * @param targets how targets are scaled
 * @param loss what the network is trained on
 */
record Preparation(Schema schema, Scaler inputs, Scaler targets, Loss loss) {
    /** That of an experiment, fitted to training rows: the one place that knows which settings say how. */
    static Preparation fitted(Experiment experiment, Schema schema, Table training) {
        return new Preparation(
                schema,
                Scaler.fitInputs(experiment.scaling(), experiment.scaleCategories(), schema, training),
                Scaler.fitTargets(experiment.targetScaling(), schema, training),
                experiment.loss());
    }

    /** The rows that columns are fitted to. */
    static Table firstRows(TrainingOptions options, Table rows) {
        if (options.fitRows() == 0 || options.fitRows() >= rows.rows()) {
            return rows;
        }
        WordArray first = rows.newWords(options.fitRows());
        for (int row = 0; row < options.fitRows(); row++) {
            first.set(row, row);
        }
        return rows.view(first);
    }

    /** That of a model which training goes on from. */
    static Preparation of(Model model, Loss loss) {
        return new Preparation(model.schema(), model.inputScaler(), model.targetScaler(), loss);
    }

    /** The model with a network, its golden rows the first of the training rows. */
    Model model(Network network, Table trainingRows) {
        return model(List.of(network), trainingRows);
    }

    /** The same of several networks. */
    Model model(List<Network> networks, Table trainingRows) {
        Model model = Model.builder(schema, networks, loss)
                .inputScaler(inputs)
                .targetScaler(targets)
                .build();
        return model.withGolden(GoldenSample.of(model, trainingRows));
    }

    /** A model with some of its training rows, and what they looked like, if the experiment asks for it. */
    static Model profiled(Model model, Experiment experiment, Table trainingRows) {
        TrainingOptions options = experiment.options();
        if (options.background() == 0 && !options.profile()) {
            return model;
        }
        Span profile = Flight.preparation("profile", trainingRows.rows());
        Model keeping = options.background() > 0
                ? model.withGolden(GoldenSample.drawn(model, trainingRows, options.background(), options.seed()))
                : model;
        Model profiled =
                options.profile() ? keeping.withProfile(TrainingProfile.of(keeping.schema(), trainingRows)) : keeping;
        profile.ended();
        return profiled;
    }
}
