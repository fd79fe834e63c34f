// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.metrics;

import dev.nn4j.core.internal.score.MetricValues;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The metrics of numbers against numbers. */
final class RegressionMetrics {
    private static final List<Metric> METRICS = Metric.of(Task.REGRESSION);

    private RegressionMetrics() {}

    static RegressionEvaluation of(Answers answers) {
        MetricValues values = MetricValues.of(new AnsweredRows(answers));
        Map<Metric, OptionalDouble> all = values.of(METRICS);
        List<String> names = answers.schema().targets();
        List<TargetScore> targets = new ArrayList<>();
        for (int target = 0; target < names.size(); target++) {
            Map<Metric, OptionalDouble> one = names.size() == 1 ? all : values.ofTarget(target, METRICS);
            targets.add(new TargetScore(names.get(target), numbers(one)));
        }
        return new RegressionEvaluation(new WholeFigures(answers.rows(), answers.loss(), all), targets);
    }

    private static Map<Metric, Double> numbers(Map<Metric, OptionalDouble> values) {
        Map<Metric, Double> numbers = new EnumMap<>(Metric.class);
        values.forEach((metric, value) -> numbers.put(metric, value.orElseThrow()));
        return numbers;
    }
}
