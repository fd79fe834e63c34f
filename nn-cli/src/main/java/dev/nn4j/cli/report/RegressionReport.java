// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.core.metrics.RegressionEvaluation;
import java.util.Map;

/** Of a regression. */
record RegressionReport(RegressionEvaluation evaluation) implements EvaluationReport {
    @Override
    public String table() {
        Map<String, String> figures = EvaluationReport.ordered();
        figures.put("rows", Long.toString(evaluation.rows()));
        figures.putAll(summary());
        return EvaluationReport.figures(figures);
    }

    @Override
    public JsonObject json() {
        return JsonObject.empty()
                .with("rows", evaluation.rows())
                .with("loss", evaluation.loss())
                .with("mse", evaluation.mse())
                .with("rmse", evaluation.rmse())
                .with("mae", evaluation.mae())
                .with("r2", evaluation.r2());
    }

    @Override
    public Map<String, String> summary() {
        Map<String, String> summary = EvaluationReport.ordered();
        summary.put("loss", Rounded.figure(evaluation.loss()));
        summary.put("MSE", Rounded.figure(evaluation.mse()));
        summary.put("RMSE", Rounded.figure(evaluation.rmse()));
        summary.put("MAE", Rounded.figure(evaluation.mae()));
        summary.put("R²", Rounded.figure(evaluation.r2()));
        return summary;
    }
}
