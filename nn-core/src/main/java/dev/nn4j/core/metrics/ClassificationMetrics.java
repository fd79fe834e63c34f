// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The metrics of binary and multi-class outputs against the rows' true labels. */
final class ClassificationMetrics {
    private final Schema schema;
    private final float[] outputs;
    private final int[] truth;
    private final int labels;
    private final long[][] confusion;

    ClassificationMetrics(Schema schema, float[] outputs, int[] truth) {
        this.schema = schema;
        this.outputs = outputs;
        this.truth = truth;
        this.labels = schema.labels().size();
        this.confusion = confusion();
    }

    ClassificationEvaluation evaluation(double loss) {
        List<ClassScore> classes = new ArrayList<>();
        long right = 0;
        for (int label = 0; label < labels; label++) {
            classes.add(counts(label).score(schema.labels().get(label), rocAuc(label)));
            right += confusion[label][label];
        }
        OptionalDouble rocAuc = schema.task() == Task.BINARY
                ? classes.get(schema.positiveClass()).rocAuc()
                : Counts.meanRocAuc(classes);
        return new ClassificationEvaluation(
                truth.length,
                loss,
                (double) right / truth.length,
                logLoss(),
                brier(),
                classes,
                Counts.macro(classes),
                Counts.weighted(classes),
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                schema.labels(),
                rocAuc);
    }

    private long[][] confusion() {
        long[][] counts = new long[labels][labels];
        for (int row = 0; row < truth.length; row++) {
            counts[truth[row]][schema.decide(outputs, row * schema.outputs())]++;
        }
        return counts;
    }

    private Counts counts(int label) {
        long decided = Arrays.stream(confusion).mapToLong(row -> row[label]).sum();
        long support = Arrays.stream(confusion[label]).sum();
        return new Counts(confusion[label][label], decided, support);
    }

    private OptionalDouble rocAuc(int label) {
        float[] scores = new float[truth.length];
        boolean[] positive = new boolean[truth.length];
        for (int row = 0; row < truth.length; row++) {
            scores[row] = score(row, label);
            positive[row] = truth[row] == label;
        }
        return RocAuc.of(scores, positive);
    }

    /** What ranks rows for a label: its output, or the negated one of the other label, which keeps every digit. */
    private float score(int row, int label) {
        if (schema.task() == Task.BINARY) {
            return label == schema.positiveClass() ? outputs[row] : -outputs[row];
        }
        return outputs[row * schema.outputs() + label];
    }

    private double probability(int row, int label) {
        if (schema.task() == Task.BINARY) {
            return label == schema.positiveClass() ? outputs[row] : 1 - (double) outputs[row];
        }
        return outputs[row * schema.outputs() + label];
    }

    private double logLoss() {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            sum += ProbabilityScores.logLoss(probability(row, truth[row]));
        }
        return sum / truth.length;
    }

    private double brier() {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            if (schema.task() == Task.BINARY) {
                boolean positive = truth[row] == schema.positiveClass();
                sum += ProbabilityScores.squaredError(outputs[row], positive);
            } else {
                for (int label = 0; label < labels; label++) {
                    sum += ProbabilityScores.squaredError(probability(row, label), truth[row] == label);
                }
            }
        }
        return sum / truth.length;
    }
}
