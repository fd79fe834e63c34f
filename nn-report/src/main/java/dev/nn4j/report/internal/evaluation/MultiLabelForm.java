// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import java.util.Map;

/** Of a multi-label evaluation: accuracy counts the rows with every label right. */
record MultiLabelForm(MultiLabelEvaluation evaluation) implements EvaluationForm {
    @Override
    public String table() {
        return perClass() + "\n" + EvaluationForm.figures(TextFigures.of(evaluation));
    }

    @Override
    public String perClass() {
        return scores().render(evaluation.rows());
    }

    @Override
    public JsonMembers json() {
        JsonMembers json = JsonMembers.none().with("rows", evaluation.rows()).with("loss", evaluation.loss());
        json = scores().into(MetricMembers.beforeClasses(evaluation, json));
        return MetricMembers.behindClasses(evaluation, json.with("labels", Json.texts(evaluation.labels())));
    }

    @Override
    public Map<String, String> summary() {
        return TextFigures.summary(evaluation);
    }

    private ScoreTable scores() {
        return new ScoreTable(
                evaluation.classes(), evaluation.accuracy(), evaluation.macroAverage(), evaluation.weightedAverage());
    }
}
