// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import dev.nn4j.core.internal.engine.EvaluationPass;

/** Runs a table through a model and hands the outcome to the metrics of its task. */
final class Evaluator {
    private final Model model;
    private final Schema schema;

    Evaluator(Model model) {
        this.model = model;
        this.schema = model.schema();
    }

    Evaluation evaluate(Table table) {
        if (table.rows() == 0) {
            throw new DataException(new DataException.Location(table.source(), 1, 1), "there are no rows to evaluate");
        }
        int width = schema.outputs();
        float[] targets = new TargetEncoder(schema).encode(table);
        float[] outputs = new float[targets.length];
        double loss = new EvaluationPass(model.network().spec(), model.network().parameters(), model.loss())
                .run(scaled(table, targets), outputs);
        model.targetScaler().invert(outputs, table.rows(), width);
        return switch (schema.task()) {
            case REGRESSION -> RegressionMetrics.of(outputs, targets, width, loss);
            case MULTILABEL -> new MultiLabelMetrics(schema, outputs, targets).evaluation(loss);
            case BINARY, MULTICLASS ->
                new ClassificationMetrics(schema, outputs, new TargetEncoder(schema).classes(table)).evaluation(loss);
        };
    }

    private DataSet scaled(Table table, float[] rawTargets) {
        float[] inputs = model.encoder().encodeAll(schema.rawRows(table));
        float[] targets = rawTargets.clone();
        model.targetScaler().apply(targets, 0, targets, 0, table.rows(), schema.outputs());
        return DataSet.of(inputs, model.encoder().width(), targets, schema.outputs());
    }
}
