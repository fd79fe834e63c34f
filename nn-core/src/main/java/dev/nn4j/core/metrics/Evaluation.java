// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.score.Metric;
import dev.nn4j.core.table.Table;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well a model does on a table: one form for each family of tasks.
 *
 * @since 0.1.0
 */
public sealed interface Evaluation permits ClassificationEvaluation, MultiLabelEvaluation, RegressionEvaluation {
    /** Number of rows. */
    long rows();

    /** Asks which form this is. */
    <R> R match(Cases<R> cases);

    /** The loss the model was trained on, its mean over the rows, in the network's (scaled) units; see {@link Answers#loss}. */
    double loss();

    /** A metric of the whole; empty where it is undefined, or of another task. */
    OptionalDouble figure(Metric metric);

    /** Every figure that describes the whole, by its name in order; empty where one is undefined. */
    Map<String, OptionalDouble> figures();

    /**
     * One answer for each form of evaluation.
     *
     * @param <R> what is answered
     * @since 0.1.0
     */
    interface Cases<R> {
        /** The answer where each row has one label. */
        R classification(ClassificationEvaluation evaluation);

        /** The answer where each row has several labels, each yes or no. */
        R multiLabel(MultiLabelEvaluation evaluation);

        /** The answer where targets are numbers. */
        R regression(RegressionEvaluation evaluation);
    }

    /**
     * Evaluates a model or another predictor; an {@link Evaluator} can do more.
     *
     * @param table with the model's features as numbers and its target; see {@link
     *     dev.nn4j.core.schema.Schema#cellType}
     * @throws dev.nn4j.api.DataException if a column is missing, a label unknown, or there are no rows
     */
    static Evaluation of(Predictor model, Table table) {
        return Answers.of(model, table).evaluation();
    }
}
