// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import dev.nn4j.report.internal.text.Rounded;
import java.util.Map;

/** Of a multi-label evaluation: accuracy counts the rows with every label right. */
record MultiLabelForm(MultiLabelEvaluation evaluation) implements EvaluationForm {
    @Override
    public String table() {
        return perClass() + "\n" + EvaluationForm.figures(figures());
    }

    @Override
    public String perClass() {
        return scores().render(evaluation.rows());
    }

    @Override
    public JsonMembers json() {
        JsonMembers json = JsonMembers.none()
                .with("rows", evaluation.rows())
                .with("loss", evaluation.loss())
                .with("accuracy", evaluation.accuracy())
                .with("logLoss", evaluation.logLoss())
                .with("brier", evaluation.brier());
        return scores().into(json)
                .with("labels", Json.texts(evaluation.labels()))
                .with("rocAuc", evaluation.rocAuc());
    }

    @Override
    public Map<String, String> summary() {
        Map<String, String> summary = EvaluationForm.ordered();
        summary.put("loss", Rounded.figure(evaluation.loss()));
        summary.put("accuracy", Rounded.figure(evaluation.accuracy()));
        summary.put("ROC-AUC", Rounded.figure(evaluation.rocAuc()));
        return summary;
    }

    private ScoreTable scores() {
        return new ScoreTable(
                evaluation.classes(), evaluation.accuracy(), evaluation.macroAverage(), evaluation.weightedAverage());
    }

    private Map<String, String> figures() {
        Map<String, String> figures = summary();
        figures.put("log-loss", Rounded.figure(evaluation.logLoss()));
        figures.put("Brier score", Rounded.figure(evaluation.brier()));
        return figures;
    }
}
