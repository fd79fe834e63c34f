// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.Confusion;
import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.List;

/** The metrics of several yes-or-no outputs against their targets. */
final class MultiLabelMetrics {
    private MultiLabelMetrics() {}

    static MultiLabelEvaluation of(Answers answers) {
        MetricValues values = MetricValues.of(new AnsweredRows(answers));
        WholeFigures whole = new WholeFigures(answers.rows(), answers.loss(), values.of(Metric.of(Task.MULTILABEL)));
        List<String> targets = answers.schema().targets();
        ClassScores.Gathered scores = new ClassScores.Gathered();
        for (int target = 0; target < targets.size(); target++) {
            Confusion confusion = values.confusions().get(target);
            scores.add(
                    targets.get(target),
                    confusion.hits(1),
                    confusion.count(1, 0) + confusion.count(1, 1),
                    values.ranks().get(target).rocAuc());
        }
        return new MultiLabelEvaluation(whole, scores.all());
    }
}
