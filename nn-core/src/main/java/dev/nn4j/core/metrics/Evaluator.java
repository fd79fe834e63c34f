// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import dev.nn4j.core.internal.engine.EvaluationPass;

/** Runs a table through a model. */
final class Evaluator {
    private final Model model;
    private final Schema schema;

    Evaluator(Model model) {
        this.model = model;
        this.schema = model.schema();
    }

    Answers answers(Table table) {
        if (table.rows() == 0) {
            throw new DataException(new DataException.Location(table.source(), 1, 1), "there are no rows to evaluate");
        }
        TargetEncoder encoder = new TargetEncoder(schema);
        float[] targets = encoder.encode(table);
        float[] outputs = new float[targets.length];
        double loss = new EvaluationPass(model.network().spec(), model.network().parameters(), model.loss())
                .run(scaled(table, targets), outputs);
        model.targetScaler().invert(outputs, table.rows(), schema.outputs());
        int[] classes = schema.task().hasLabels() ? encoder.classes(table) : new int[0];
        return new Answers(schema, outputs, targets, classes, loss);
    }

    private DataSet scaled(Table table, float[] rawTargets) {
        float[] inputs = model.encoder().encodeAll(schema.rawRows(table));
        float[] targets = rawTargets.clone();
        model.targetScaler().apply(targets, 0, targets, 0, table.rows(), schema.outputs());
        return DataSet.of(inputs, model.encoder().width(), targets, schema.outputs());
    }
}
