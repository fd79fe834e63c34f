// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.score.Metric;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.WordArray;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model's answers to the rows of a table, beside the truth: what every metric and curve is made of. They lie where the
 * table does, in memory or outside it. Immutable.
 *
 * @since 0.1.0
 */
public final class Answers {
    /** The longest array that every JVM makes. */
    private static final int MOST_IN_ARRAY = Integer.MAX_VALUE - 8;

    private final Schema schema;
    private final int rows;
    private final WordArray outputs;
    private final WordArray truth;
    private final double loss;
    private final LongFunction<WordArray> memory;
    private final Circumstances circumstances;
    private final @Nullable WordArray weights;
    private final int width;
    private final boolean hasDetails;

    /**
     * How the model was asked.
     *
     * @param weights of the rows, where a column gives them
     * @param withoutTarget rows that were left out, having no target
     * @param notes on the rows that had one
     * @param threads that may work at once, as for what is measured of them
     */
    record Circumstances(Optional<WordArray> weights, long withoutTarget, InputNotes notes, int threads) {}

    /**
     * Takes the words over.
     *
     * @param outputs {@code rows × detailWidth}
     * @param truth the true labels' indices; for tasks without labels the targets, {@code rows × outputs}
     * @param memory where what is made of them may lie
     */
    Answers(
            Schema schema,
            int rows,
            WordArray outputs,
            WordArray truth,
            double loss,
            LongFunction<WordArray> memory,
            Circumstances circumstances) {
        this.schema = schema;
        this.rows = rows;
        this.outputs = outputs;
        this.truth = truth;
        this.loss = loss;
        this.memory = memory;
        this.circumstances = circumstances;
        this.weights = circumstances.weights().orElse(null);
        this.width = schema.outputs();
        this.hasDetails = schema.distribution().outputs() > 1;
    }

    /**
     * The same outputs, of which other thresholds decide.
     *
     * @throws IllegalArgumentException if the decision has thresholds for other outputs
     * @since 0.1.0
     */
    public Answers withDecision(Decision decision) {
        return new Answers(schema.withDecision(decision), rows, outputs, truth, loss, memory, circumstances);
    }

    /**
     * Other outputs for the same rows, as of a model that sees something else of them. What the loss was is not known then:
     * {@link #loss} is NaN. Nor are there {@linkplain Schema#distribution details}.
     *
     * @param others {@code rows × outputs}; copied
     * @throws IllegalArgumentException if they are more or fewer
     * @since 0.1.0
     */
    public Answers withOutputs(float[] others) {
        if (others.length != (long) rows * schema.outputs()) {
            throw new IllegalArgumentException("answers: " + rows + " rows need " + (long) rows * schema.outputs()
                    + " outputs, got " + others.length);
        }
        Schema numbers = schema.withoutDetails();
        return new Answers(numbers, rows, WordArray.of(others), truth, Double.NaN, memory, circumstances);
    }

    /**
     * One metric of the whole, without the others; empty where it is undefined.
     *
     * @throws IllegalArgumentException if it is of another task
     * @since 0.1.0
     */
    public OptionalDouble figure(Metric metric) {
        if (!metric.measures(schema.task())) {
            throw new IllegalArgumentException("answers: of a " + schema.task().word() + " model there is no "
                    + metric.label() + "; there is "
                    + Metric.of(schema.task()).stream().map(Metric::key).collect(Collectors.joining(", ")));
        }
        return MetricValues.of(new AnsweredRows(this)).of(metric);
    }

    /** The same with another loss. */
    Answers withLoss(double other) {
        return new Answers(schema, rows, outputs, truth, other, memory, circumstances);
    }

    /** The same, asked otherwise. */
    Answers under(Circumstances others) {
        return new Answers(schema, rows, outputs, truth, loss, memory, others);
    }

    /**
     * Asks a model.
     *
     * @param table with the model's features and its target; see {@link Schema#cellType}
     * @throws dev.nn4j.api.DataException if a column is missing, a label unknown, or there are no rows
     */
    public static Answers of(Predictor model, Table table) {
        return Evaluator.of(model).answers(table);
    }

    /** What the outputs mean. */
    public Schema schema() {
        return schema;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** What a row weighs; 1 where nothing was said of it. */
    public float weight(int row) {
        return weights == null ? 1 : weights.number(row);
    }

    /** Whether rows weigh by a column; see {@link Evaluator#withWeight}. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** How many rows were left out because they have no target. */
    public long rowsWithoutTarget() {
        return circumstances.withoutTarget();
    }

    /** What the model's policies let through in the rows that have a target, those left out included. */
    public InputNotes notes() {
        return circumstances.notes();
    }

    /**
     * The loss the model was trained on, its mean over the rows, in the network's (scaled) units. Of what has none, log-loss,
     * or for regression the squared error, the mean over the targets.
     */
    public double loss() {
        return loss;
    }

    /**
     * The outputs, {@code rows × outputs}, in the targets' own units, less their {@linkplain Schema#targetOffsets offsets}:
     * a copy in the heap.
     */
    public float[] outputs() {
        long count = (long) rows * schema.outputs();
        if (count > MOST_IN_ARRAY) {
            throw new IllegalArgumentException("answers: " + rows + " rows of " + schema.outputs()
                    + " outputs do not fit into one array, which holds at most " + MOST_IN_ARRAY
                    + " numbers; take them row by row");
        }
        float[] copy = new float[(int) count];
        for (int i = 0; i < copy.length && hasDetails; i++) {
            copy[i] = output(i / schema.outputs(), i % schema.outputs());
        }
        if (!hasDetails) {
            outputs.read(0, copy, 0, copy.length);
        }
        return copy;
    }

    /** The outputs of a row, in the targets' own units, less their offsets: a copy. */
    public float[] outputs(int row) {
        float[] copy = new float[schema.outputs()];
        for (int i = 0; i < copy.length && hasDetails; i++) {
            copy[i] = output(row, i);
        }
        if (!hasDetails) {
            outputs.read(index(row, 0), copy, 0, copy.length);
        }
        return copy;
    }

    /** An output of a row, in the target's own units, less its offset. */
    public float output(int row, int output) {
        return hasDetails ? detail(row, output, schema.distribution().answer()) : outputs.number(index(row, output));
    }

    /**
     * One of the {@linkplain Schema#distribution details} of a target of a row, in the target's own units, less its offset.
     *
     * @since 0.1.0
     */
    public float detail(int row, int target, int which) {
        return outputs.number(index(row, target) * schema.distribution().outputs() + which);
    }

    /** What that output should have been: the number less its offset, or 1 for what is true and 0 for what is not. */
    public float target(int row, int output) {
        return switch (schema.task()) {
            case REGRESSION, MULTILABEL -> truth.number(index(row, output));
            case BINARY -> label(row) == schema.positiveClass() ? 1 : 0;
            case MULTICLASS -> label(row) == output ? 1 : 0;
        };
    }

    /**
     * The number predicted for a target of a row, in the target's own units. Regression only.
     *
     * @since 0.1.0
     */
    public double predicted(int row, int target) {
        return schema.inOwnUnits(target, output(row, target));
    }

    /**
     * The true number of a target of a row, in the target's own units. Regression only.
     *
     * @since 0.1.0
     */
    public double actual(int row, int target) {
        return schema.inOwnUnits(target, target(row, target));
    }

    /** The index of a row's true label. Tasks with labels only. */
    public int label(int row) {
        return truth.get(row);
    }

    /** The index of the label that the model decided for. Tasks with labels only. */
    public int decision(int row) {
        return schema.decide(outputs(row), 0);
    }

    /** At most so many threads work at what is measured. */
    int threads() {
        return circumstances.threads();
    }

    /** Zeros where the answers lie, in the heap or outside it, for what is to be noted of them. */
    public WordArray newWords(long count) {
        return memory.apply(count);
    }

    /** The metrics. */
    public Evaluation evaluation() {
        return switch (schema.task()) {
            case REGRESSION -> RegressionMetrics.of(this);
            case MULTILABEL -> MultiLabelMetrics.of(this);
            case BINARY, MULTICLASS -> new ClassificationMetrics(this).evaluation();
        };
    }

    private long index(int row, int output) {
        return (long) row * width + output;
    }
}
