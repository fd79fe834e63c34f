// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.data.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The metrics of binary and multi-class outputs against the rows' true labels. */
final class ClassificationMetrics {
    private final Answers answers;
    private final Schema schema;
    private final int labels;
    private final long[][] confusion;

    ClassificationMetrics(Answers answers) {
        this.answers = answers;
        this.schema = answers.schema();
        this.labels = schema.labels().size();
        this.confusion = confusion();
    }

    ClassificationEvaluation evaluation() {
        Words memory = answers.newWords(answers.rows());
        List<ClassScore> classes = new ArrayList<>();
        long right = 0;
        for (int label = 0; label < labels; label++) {
            classes.add(counts(label).score(schema.labels().get(label), rocAuc(label, memory)));
            right += confusion[label][label];
        }
        OptionalDouble rocAuc = schema.task() == Task.BINARY
                ? classes.get(schema.positiveClass()).rocAuc()
                : Counts.meanRocAuc(classes);
        return new ClassificationEvaluation(
                answers.rows(),
                answers.loss(),
                (double) right / answers.rows(),
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
        for (int row = 0; row < answers.rows(); row++) {
            counts[answers.label(row)][answers.decision(row)]++;
        }
        return counts;
    }

    private Counts counts(int label) {
        long decided = Arrays.stream(confusion).mapToLong(row -> row[label]).sum();
        long support = Arrays.stream(confusion[label]).sum();
        return new Counts(confusion[label][label], decided, support);
    }

    private OptionalDouble rocAuc(int label, Words memory) {
        return RocAuc.of(
                Ranking.of(answers.rows(), row -> score(row, label), row -> answers.label(row) == label, memory));
    }

    /** What ranks rows for a label: its output, or the negated one of the other label, which keeps every digit. */
    private float score(int row, int label) {
        if (schema.task() == Task.BINARY) {
            return label == schema.positiveClass() ? answers.output(row, 0) : -answers.output(row, 0);
        }
        return answers.output(row, label);
    }

    private double probability(int row, int label) {
        if (schema.task() == Task.BINARY) {
            return label == schema.positiveClass() ? answers.output(row, 0) : 1 - (double) answers.output(row, 0);
        }
        return answers.output(row, label);
    }

    private double logLoss() {
        double sum = 0;
        for (int row = 0; row < answers.rows(); row++) {
            sum += ProbabilityScores.logLoss(probability(row, answers.label(row)));
        }
        return sum / answers.rows();
    }

    private double brier() {
        double sum = 0;
        for (int row = 0; row < answers.rows(); row++) {
            if (schema.task() == Task.BINARY) {
                boolean positive = answers.label(row) == schema.positiveClass();
                sum += ProbabilityScores.squaredError(answers.output(row, 0), positive);
            } else {
                for (int label = 0; label < labels; label++) {
                    sum += ProbabilityScores.squaredError(probability(row, label), answers.label(row) == label);
                }
            }
        }
        return sum / answers.rows();
    }
}
