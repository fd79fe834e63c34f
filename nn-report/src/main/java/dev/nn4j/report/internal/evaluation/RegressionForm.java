// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.RegressionEvaluation;
import dev.nn4j.core.metrics.TargetScore;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.Map;

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
        return JsonMembers.none()
                .with("rows", evaluation.rows())
                .with("loss", evaluation.loss())
                .with("mse", evaluation.mse())
                .with("rmse", evaluation.rmse())
                .with("mae", evaluation.mae())
                .with("r2", evaluation.r2())
                .with(
                        "targets",
                        evaluation.targets().stream().map(RegressionForm::json).toList());
    }

    private static JsonMembers json(TargetScore target) {
        return JsonMembers.none()
                .with("name", target.name())
                .with("mse", target.mse())
                .with("rmse", target.rmse())
                .with("mae", target.mae())
                .with("r2", target.r2());
    }

    @Override
    public String perTarget() {
        if (evaluation.targets().size() < 2) {
            return "";
        }
        TextTable table = TextTable.ofFigures().line("", "MSE", "RMSE", "MAE", "R²");
        for (TargetScore target : evaluation.targets()) {
            table.line(
                    target.name(),
                    Rounded.figure(target.mse()),
                    Rounded.figure(target.rmse()),
                    Rounded.figure(target.mae()),
                    Rounded.figure(target.r2()));
        }
        return table.render();
    }

    @Override
    public Map<String, String> summary() {
        Map<String, String> summary = EvaluationForm.ordered();
        summary.put("loss", Rounded.figure(evaluation.loss()));
        summary.put("MSE", Rounded.figure(evaluation.mse()));
        summary.put("RMSE", Rounded.figure(evaluation.rmse()));
        summary.put("MAE", Rounded.figure(evaluation.mae()));
        summary.put("R²", Rounded.figure(evaluation.r2()));
        return summary;
    }
}
