// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.internal.score.RowsOfTarget;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics of numbers against numbers. */
final class RegressionMetrics {
    private static final Task TASK = Task.REGRESSION;

    private RegressionMetrics() {}

    static RegressionEvaluation of(Answers answers) {
        AnsweredRows rows = new AnsweredRows(answers);
        Map<Metric, OptionalDouble> all = MetricValues.of(rows).of(Metric.of(TASK));
        List<String> names = answers.schema().targets();
        List<TargetScore> targets = new ArrayList<>();
        for (int target = 0; target < names.size(); target++) {
            targets.add(new TargetScore(
                    names.get(target),
                    numbers(
                            names.size() == 1
                                    ? all
                                    : MetricValues.of(new RowsOfTarget(rows, target))
                                            .of(Metric.of(TASK)))));
        }
        return new RegressionEvaluation(answers.rows(), answers.loss(), new MetricFigures(all), targets);
    }

    private static Map<Metric, Double> numbers(Map<Metric, OptionalDouble> values) {
        Map<Metric, Double> numbers = new EnumMap<>(Metric.class);
        values.forEach((metric, value) -> numbers.put(metric, value.orElseThrow()));
        return numbers;
    }
}
