// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.comparison;

import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Several models' answers to the same rows, beside each other. Rows that are hard for one are mostly hard for the other, so
 * differences are far surer than the figures: of each the standard error is that of the rows' own differences (the infinitesimal
 * jackknife, Jaeckel 1972; Efron 1982). Of means that is the usual paired standard error, of the area under the ROC curve
 * DeLong's (DeLong, DeLong and Clarke-Pearson 1988). Nothing is drawn. Immutable.
 *
 * @since 0.1.0
 */
public final class ModelComparison {
    private static final double ROUNDING = 1e-5;

    private final List<Answers> answers;
    private final List<Evaluation> evaluations;
    private final Map<Metric, List<PairedDifference>> differences;

    private ModelComparison(
            List<Answers> answers, List<Evaluation> evaluations, Map<Metric, List<PairedDifference>> differences) {
        this.answers = answers;
        this.evaluations = evaluations;
        this.differences = differences;
    }

    /**
     * Compares.
     *
     * @param answers of each model to the same rows, weighted alike, in the order of the models; at least two
     * @throws IllegalArgumentException if they are of different tasks, targets or labels, or to other rows
     */
    public static ModelComparison of(List<Answers> answers) {
        if (answers.size() < 2) {
            throw new IllegalArgumentException("comparison: must be of at least two models, got " + answers.size());
        }
        for (Answers other : answers) {
            requireSame(answers.get(0), other);
        }
        List<Evaluation> evaluations = answers.stream().map(Answers::evaluation).toList();
        Map<Metric, List<PairedDifference>> differences = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.of(answers.get(0).schema().task())) {
            differences.put(metric, differences(answers, evaluations, metric));
        }
        return new ModelComparison(List.copyOf(answers), evaluations, Collections.unmodifiableMap(differences));
    }

    /**
     * Refuses models that cannot be compared on any rows.
     *
     * @param schemas of the models
     * @throws IllegalArgumentException if they are of different tasks, targets or labels
     */
    public static void requireSameQuestion(List<Schema> schemas) {
        for (Schema other : schemas) {
            requireSame(schemas.get(0), other);
        }
    }

    private static void requireSame(Schema ours, Schema theirs) {
        boolean sameTask = ours.task() == theirs.task()
                && ours.targets().equals(theirs.targets())
                && ours.labels().equals(theirs.labels())
                && ours.outputs() == theirs.outputs()
                && (ours.task() != Task.BINARY || ours.positiveClass() == theirs.positiveClass());
        if (!sameTask) {
            throw new IllegalArgumentException("comparison: the models must answer the same question, got "
                    + question(ours) + " and " + question(theirs));
        }
    }

    private static void requireSame(Answers one, Answers other) {
        requireSame(one.schema(), other.schema());
        if (one.rows() != other.rows()) {
            throw new IllegalArgumentException(
                    "comparison: the models must answer the same rows, got " + one.rows() + " and " + other.rows());
        }
        for (int row = 0; row < one.rows(); row++) {
            if (!sameTruth(one, other, row)) {
                throw new IllegalArgumentException(
                        "comparison: the models must answer the same rows; what is true of row " + (row + 1)
                                + " differs");
            }
        }
    }

    private static String question(Schema schema) {
        String labels = schema.labels().isEmpty() ? "" : " " + schema.labels();
        return schema.task().word() + " of " + String.join(", ", schema.targets()) + labels
                + (schema.task() == Task.BINARY
                        ? ", positive '" + schema.labels().get(schema.positiveClass()) + "'"
                        : "");
    }

    private static boolean sameTruth(Answers one, Answers other, int row) {
        if (one.weight(row) != other.weight(row)) {
            return false;
        }
        if (one.schema().task().hasLabels()) {
            return one.label(row) == other.label(row);
        }
        for (int target = 0; target < one.schema().outputs(); target++) {
            double actual = one.actual(row, target);
            if (Math.abs(actual - other.actual(row, target)) > ROUNDING * Math.max(1, Math.abs(actual))) {
                return false;
            }
        }
        return true;
    }

    private static List<PairedDifference> differences(
            List<Answers> answers, List<Evaluation> evaluations, Metric metric) {
        List<IntToDoubleFunction> influences = new ArrayList<>();
        for (int model = 0; model < answers.size(); model++) {
            OptionalDouble figure = evaluations.get(model).figure(metric);
            if (figure.isEmpty()) {
                return List.of();
            }
            Influence.of(answers.get(model), metric).ifPresent(influences::add);
        }
        boolean known = influences.size() == answers.size();
        List<PairedDifference> pairs = new ArrayList<>();
        for (int first = 0; first < answers.size(); first++) {
            for (int second = first + 1; second < answers.size(); second++) {
                double difference = figure(evaluations, second, metric) - figure(evaluations, first, metric);
                OptionalDouble error = known
                        ? error(answers.get(0), influences.get(first), influences.get(second))
                        : OptionalDouble.empty();
                pairs.add(new PairedDifference(first, second, difference, error));
            }
        }
        return List.copyOf(pairs);
    }

    private static double figure(List<Evaluation> evaluations, int model, Metric metric) {
        return evaluations.get(model).figure(metric).orElseThrow();
    }

    /** The root of Σ (w d)² n / (n − 1) over (Σ w)², d being a row's influence on the difference; of one row nothing is known. */
    private static OptionalDouble error(Answers rows, IntToDoubleFunction first, IntToDoubleFunction second) {
        double squares = 0;
        double weights = 0;
        double count = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double weight = rows.weight(row);
            if (weight > 0) {
                double part = weight * (second.applyAsDouble(row) - first.applyAsDouble(row));
                squares += part * part;
                weights += weight;
                count++;
            }
        }
        return count < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squares * (count / (count - 1))) / weights);
    }

    /** How many rows all models answered. */
    public int rows() {
        return answers.get(0).rows();
    }

    /** How many models there are. */
    public int models() {
        return answers.size();
    }

    /** The models' answers, in their order. */
    public List<Answers> answers() {
        return answers;
    }

    /** The models' evaluations, in their order. */
    public List<Evaluation> evaluations() {
        return evaluations;
    }

    /** The metrics of the models' task, in order. */
    public List<Metric> metrics() {
        return List.copyOf(differences.keySet());
    }

    /**
     * How far the models are apart in a metric: the first and the second, the first and the third …, each pair once; none where
     * it is undefined.
     */
    public List<PairedDifference> differences(Metric metric) {
        return differences.getOrDefault(metric, List.of());
    }
}
