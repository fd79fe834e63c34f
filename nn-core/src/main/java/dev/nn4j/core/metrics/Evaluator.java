// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.data.DataSet;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TargetEncoder;
import dev.nn4j.core.data.Words;
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
        int width = schema.outputs();
        TargetEncoder encoder = new TargetEncoder(schema);
        Words truth = schema.task().hasLabels() ? encoder.classWords(table) : encoder.numberWords(table);
        Words outputs = table.newWords((long) table.rows() * width);
        double loss = new EvaluationPass(model.network().spec(), model.network().parameters(), model.loss())
                .run(
                        DataSet.forOnePass(table, schema, model.inputScaler(), model.targetScaler()),
                        (first, rows, some) -> {
                            model.targetScaler().invert(some, rows, width);
                            outputs.write((long) first * width, some, 0, rows * width);
                        });
        return new Answers(schema, table.rows(), outputs, truth, loss, table::newWords);
    }
}
