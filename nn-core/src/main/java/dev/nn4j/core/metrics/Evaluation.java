// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Table;
import java.util.Map;
import java.util.OptionalDouble;

/** How well a model does on a table: one form for each family of tasks. */
public sealed interface Evaluation permits ClassificationEvaluation, MultiLabelEvaluation, RegressionEvaluation {
    /** Number of rows. */
    long rows();

    /** The loss the model was trained on, its mean over the rows, in the network's (scaled) units. */
    double loss();

    /** Every figure that describes the whole, by its name in order; empty where one is undefined. */
    Map<String, OptionalDouble> figures();

    /**
     * Evaluates a model.
     *
     * @param table with the model's features as numbers and its target; see {@link
     *     dev.nn4j.core.data.Schema#cellType}
     * @throws dev.nn4j.api.DataException if a column is missing, a label unknown, or there are no rows
     */
    static Evaluation of(Model model, Table table) {
        return Answers.of(model, table).evaluation();
    }
}
