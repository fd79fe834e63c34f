// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.metrics.MultiLabelEvaluation;
import java.util.Map;

/** Of a multi-label evaluation: accuracy counts the rows with every label right. */
record MultiLabelReport(MultiLabelEvaluation evaluation) implements EvaluationReport {
    @Override
    public String table() {
        return perClass() + "\n" + EvaluationReport.figures(figures());
    }

    @Override
    public String perClass() {
        return scores().render(evaluation.rows());
    }

    @Override
    public JsonObject json() {
        JsonObject json = JsonObject.empty()
                .with("rows", evaluation.rows())
                .with("loss", evaluation.loss())
                .with("accuracy", evaluation.accuracy())
                .with("logLoss", evaluation.logLoss())
                .with("brier", evaluation.brier());
        return scores().into(json)
                .with("labels", JsonArray.ofTexts(evaluation.labels()))
                .with("rocAuc", evaluation.rocAuc());
    }

    @Override
    public Map<String, String> summary() {
        Map<String, String> summary = EvaluationReport.ordered();
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
