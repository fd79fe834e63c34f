// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.blocks.BlockSum;
import dev.nn4j.core.internal.score.ProbabilityScores;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.table.WordArray;
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
    /** As the confusion matrix, but with the rows' weights. */
    private final double[][] weighed;

    private final double weights;

    ClassificationMetrics(Answers answers) {
        this.answers = answers;
        this.schema = answers.schema();
        this.labels = schema.labels().size();
        this.confusion = new long[labels][labels];
        this.weighed = new double[labels][labels];
        for (int row = 0; row < answers.rows(); row++) {
            int decision = answers.decision(row);
            confusion[answers.label(row)][decision]++;
            weighed[answers.label(row)][decision] += answers.weight(row);
        }
        this.weights = answers.totalWeight();
    }

    ClassificationEvaluation evaluation() {
        WordArray memory = answers.newWords(answers.rows());
        List<ClassScore> classes = new ArrayList<>();
        List<Counts> counts = new ArrayList<>();
        double right = 0;
        for (int label = 0; label < labels; label++) {
            counts.add(counts(label));
            classes.add(counts.get(label).score(schema.labels().get(label), rocAuc(label, memory)));
            right += weighed[label][label];
        }
        OptionalDouble rocAuc = schema.task() == Task.BINARY
                ? classes.get(schema.positiveClass()).rocAuc()
                : Counts.meanRocAuc(classes);
        return new ClassificationEvaluation(
                answers.rows(),
                answers.loss(),
                right / weights,
                logLoss(),
                brier(),
                classes,
                Counts.macro(classes),
                Counts.weighted(classes, counts),
                Arrays.stream(confusion)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                schema.labels(),
                rocAuc);
    }

    private Counts counts(int label) {
        double decided = 0;
        double met = 0;
        for (int other = 0; other < labels; other++) {
            decided += weighed[other][label];
            met += weighed[label][other];
        }
        return new Counts(
                weighed[label][label],
                decided,
                met,
                Arrays.stream(confusion[label]).sum());
    }

    private OptionalDouble rocAuc(int label, WordArray memory) {
        return RocAuc.of(answers, row -> score(row, label), row -> answers.label(row) == label, memory);
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
        BlockSum sum = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            sum.add(row, answers.weight(row) * ProbabilityScores.logLoss(probability(row, answers.label(row))));
        }
        return sum.total() / weights;
    }

    private double brier() {
        BlockSum sum = new BlockSum();
        for (int row = 0; row < answers.rows(); row++) {
            double weight = answers.weight(row);
            if (schema.task() == Task.BINARY) {
                boolean positive = answers.label(row) == schema.positiveClass();
                sum.add(row, weight * ProbabilityScores.squaredError(answers.output(row, 0), positive));
            } else {
                for (int label = 0; label < labels; label++) {
                    sum.add(
                            row,
                            weight
                                    * ProbabilityScores.squaredError(
                                            probability(row, label), answers.label(row) == label));
                }
            }
        }
        return sum.total() / weights;
    }
}
