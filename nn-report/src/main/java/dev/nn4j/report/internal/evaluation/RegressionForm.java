// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.metrics.TargetScore;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.score.Metric;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Of a regression. */
record RegressionForm(RegressionEvaluation evaluation) implements EvaluationForm {
    @Override
    public String table() {
        Map<String, String> figures = EvaluationForm.ordered();
        figures.put("rows", Long.toString(evaluation.rows()));
        figures.putAll(summary());
        String targets = perTarget();
        return EvaluationForm.figures(figures) + (targets.isEmpty() ? "" : "\n" + targets);
    }

    @Override
    public JsonMembers json() {
        return MetricMembers.of(
                        evaluation,
                        JsonMembers.none().with("rows", evaluation.rows()).with("loss", evaluation.loss()))
                .with(
                        "targets",
                        evaluation.targets().stream().map(RegressionForm::json).toList());
    }

    private static JsonMembers json(TargetScore target) {
        JsonMembers json = JsonMembers.none().with("name", target.name());
        for (Map.Entry<Metric, Double> figure : target.figures().entrySet()) {
            json = json.with(figure.getKey().key(), figure.getValue().doubleValue());
        }
        return json;
    }

    @Override
    public String perTarget() {
        if (evaluation.targets().size() < 2) {
            return "";
        }
        List<Metric> shown = Metric.of(Task.REGRESSION).stream()
                .filter(metric -> TextFigures.shows(metric.key()))
                .toList();
        TextTable table = TextTable.ofFigures().line(line("", shown.stream().map(Metric::label)));
        for (TargetScore target : evaluation.targets()) {
            table.line(line(target.name(), shown.stream().map(metric -> Rounded.figure(target.figure(metric)))));
        }
        return table.render();
    }

    @Override
    public Map<String, String> summary() {
        return TextFigures.summary(evaluation);
    }

    private static List<String> line(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).toList();
    }
}
