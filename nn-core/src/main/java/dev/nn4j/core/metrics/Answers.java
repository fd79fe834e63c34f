// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.Model;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.Words;
import java.util.function.LongFunction;

/**
 * A model's answers to the rows of a table, beside the truth: what every metric and curve is made of. They lie where the
 * table does, in memory or outside it. Immutable.
 */
public final class Answers {
    private final Schema schema;
    private final int rows;
    private final Words outputs;
    private final Words truth;
    private final double loss;
    private final LongFunction<Words> memory;

    /**
     * Takes the words over.
     *
     * @param outputs {@code rows × outputs}
     * @param truth the true labels' indices; for tasks without labels the targets, {@code rows × outputs}
     * @param memory where what is made of them may lie
     */
    Answers(Schema schema, int rows, Words outputs, Words truth, double loss, LongFunction<Words> memory) {
        this.schema = schema;
        this.rows = rows;
        this.outputs = outputs;
        this.truth = truth;
        this.loss = loss;
        this.memory = memory;
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
        return rows;
    }

    /** The loss the model was trained on, its mean over the rows, in the network's (scaled) units. */
    public double loss() {
        return loss;
    }

    /** The outputs, {@code rows × outputs}, in the targets' own units: a copy in the heap. */
    public float[] outputs() {
        float[] copy = new float[Math.multiplyExact(rows, schema.outputs())];
        outputs.read(0, copy, 0, copy.length);
        return copy;
    }

    /** The outputs of a row, in the targets' own units: a copy. */
    public float[] outputs(int row) {
        float[] copy = new float[schema.outputs()];
        outputs.read(index(row, 0), copy, 0, copy.length);
        return copy;
    }

    /** An output of a row, in the target's own units. */
    public float output(int row, int output) {
        return outputs.number(index(row, output));
    }

    /** What that output should have been: the number, or 1 for what is true and 0 for what is not. */
    public float target(int row, int output) {
        return switch (schema.task()) {
            case REGRESSION, MULTILABEL -> truth.number(index(row, output));
            case BINARY -> label(row) == schema.positiveClass() ? 1 : 0;
            case MULTICLASS -> label(row) == output ? 1 : 0;
        };
    }

    /** The index of a row's true label. Tasks with labels only. */
    public int label(int row) {
        return truth.get(row);
    }

    /** The index of the label that the model decided for. Tasks with labels only. */
    public int decision(int row) {
        return schema.decide(outputs(row), 0);
    }

    /** Zeros where the answers lie, in the heap or outside it, for what is to be noted of them. */
    public Words newWords(long count) {
        return memory.apply(count);
    }

    /** The metrics. */
    public Evaluation evaluation() {
        return switch (schema.task()) {
            case REGRESSION -> RegressionMetrics.of(this);
            case MULTILABEL -> new MultiLabelMetrics(this).evaluation();
            case BINARY, MULTICLASS -> new ClassificationMetrics(this).evaluation();
        };
    }

    private long index(int row, int output) {
        return (long) row * schema.outputs() + output;
    }
}
