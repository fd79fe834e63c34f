// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;

/** A model's answers to the rows of a table, beside the truth: what every metric and curve is made of. Immutable. */
public final class Answers {
    private final Schema schema;
    private final float[] outputs;
    private final float[] targets;
    private final int[] classes;
    private final double loss;

    /** Takes the arrays over; classes are the true labels' indices, empty for tasks without labels. */
    Answers(Schema schema, float[] outputs, float[] targets, int[] classes, double loss) {
        this.schema = schema;
        this.outputs = outputs;
        this.targets = targets;
        this.classes = classes;
        this.loss = loss;
    }

    /**
     * Asks a model.
     *
     * @param table with the model's features and its target; see {@link Schema#cellType}
     * @throws dev.nn4j.api.DataException if a column is missing, a label unknown, or there are no rows
     */
    public static Answers of(Model model, Table table) {
        return new Evaluator(model).answers(table);
    }

    /** What the outputs mean. */
    public Schema schema() {
        return schema;
    }

    /** Number of rows. */
    public int rows() {
        return outputs.length / schema.outputs();
    }

    /** The loss the model was trained on, its mean over the rows, in the network's (scaled) units. */
    public double loss() {
        return loss;
    }

    /** The outputs, {@code rows × outputs}, in the targets' own units: a copy. */
    public float[] outputs() {
        return outputs.clone();
    }

    /** An output of a row, in the target's own units. */
    public float output(int row, int output) {
        return outputs[row * schema.outputs() + output];
    }

    /** What that output should have been: the number, or 1 for what is true and 0 for what is not. */
    public float target(int row, int output) {
        return targets[row * schema.outputs() + output];
    }

    /** The index of a row's true label. Tasks with labels only. */
    public int label(int row) {
        return classes[row];
    }

    /** The index of the label that the model decided for. Tasks with labels only. */
    public int decision(int row) {
        return schema.decide(outputs, row * schema.outputs());
    }

    /** The metrics. */
    public Evaluation evaluation() {
        return switch (schema.task()) {
            case REGRESSION -> RegressionMetrics.of(outputs, targets, schema.outputs(), loss);
            case MULTILABEL -> new MultiLabelMetrics(schema, outputs, targets).evaluation(loss);
            case BINARY, MULTICLASS -> new ClassificationMetrics(schema, outputs, classes).evaluation(loss);
        };
    }
}
