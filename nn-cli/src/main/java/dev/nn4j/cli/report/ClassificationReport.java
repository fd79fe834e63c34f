// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of a binary or multi-class evaluation. */
record ClassificationReport(ClassificationEvaluation evaluation) implements EvaluationReport {
    @Override
    public String table() {
        return perClass()
                + "\nconfusion matrix (a line for each true label, a column for each predicted one)\n"
                + confusionMatrix() + "\n" + EvaluationReport.figures(figures());
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
                .with("confusionMatrix", matrix())
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

    private String confusionMatrix() {
        List<String> header = new ArrayList<>(evaluation.labels());
        header.add(0, "");
        TextTable table = TextTable.ofFigures().line(header);
        for (int i = 0; i < evaluation.labels().size(); i++) {
            List<String> line = new ArrayList<>();
            line.add(evaluation.labels().get(i));
            evaluation.confusionMatrix().get(i).forEach(count -> line.add(Long.toString(count)));
            table.line(line);
        }
        return table.render();
    }

    private List<JsonValue> matrix() {
        return evaluation.confusionMatrix().stream()
                .<JsonValue>map(line -> new JsonArray(
                        line.stream().<JsonValue>map(JsonNumber::of).toList()))
                .toList();
    }
}
