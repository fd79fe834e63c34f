// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.Confusion;
import dev.nn4j.core.internal.score.Hits;
import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.internal.score.RankScores;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The metrics of binary and multi-class outputs against the rows' true labels. */
final class ClassificationMetrics {
    /** Half ranks of so many rows add up to less than 2<sup>53</sup> halves. */
    private static final int EXACT_ROWS = 1 << 26;

    private final Answers answers;
    private final Schema schema;
    private final int labels;
    private final AnsweredRows rows;
    private final MetricValues values;
    private final WholeFigures whole;
    private final Confusion confusion;

    ClassificationMetrics(Answers answers) {
        this.answers = answers;
        this.schema = answers.schema();
        this.labels = schema.labels().size();
        this.rows = new AnsweredRows(answers);
        this.values = MetricValues.of(rows);
        this.whole = new WholeFigures(answers.rows(), answers.loss(), values.of(Metric.of(schema.task())));
        this.confusion = values.confusions().get(0);
    }

    ClassificationEvaluation evaluation() {
        ClassScores.Gathered scores = new ClassScores.Gathered();
        for (int label = 0; label < labels; label++) {
            Hits hits = confusion.hits(classOf(label));
            scores.add(schema.labels().get(label), hits, support(label), rocAuc(label));
        }
        return new ClassificationEvaluation(whole, scores.all(), counts());
    }

    /** A label's place in the confusion, in which a yes, the positive label, is 1. */
    private int classOf(int label) {
        return schema.task() == Task.BINARY ? (label == schema.positiveClass() ? 1 : 0) : label;
    }

    private long support(int label) {
        long sum = 0;
        for (int decision = 0; decision < labels; decision++) {
            sum += confusion.count(classOf(label), classOf(decision));
        }
        return sum;
    }

    private List<List<Long>> counts() {
        List<List<Long>> counts = new ArrayList<>();
        for (int truth = 0; truth < labels; truth++) {
            List<Long> line = new ArrayList<>();
            for (int decision = 0; decision < labels; decision++) {
                line.add(confusion.count(classOf(truth), classOf(decision)));
            }
            counts.add(line);
        }
        return counts;
    }

    private OptionalDouble rocAuc(int label) {
        if (schema.task() == Task.BINARY && label != schema.positiveClass()) {
            return ofOtherLabel(label);
        }
        return values.ranks().get(schema.task() == Task.BINARY ? 0 : label).rocAuc();
    }

    /**
     * Its rows are ranked by the negated output of the positive label, which keeps every digit. They stand above others as
     * often as these stand below: where ranks are added without rounding, the area is the same number.
     */
    private OptionalDouble ofOtherLabel(int label) {
        boolean exact = !rows.isWeighted() && answers.rows() <= EXACT_ROWS;
        boolean ordered = !Double.isNaN(whole.number(Metric.LOG_LOSS)); // NaN is last both ways
        return exact && ordered ? values.ranks().get(0).rocAuc() : ranked(label);
    }

    private OptionalDouble ranked(int label) {
        return RankScores.of(
                        rows,
                        row -> -answers.output(row, 0),
                        row -> answers.label(row) == label,
                        answers.newWords(answers.rows()))
                .rocAuc();
    }
}
