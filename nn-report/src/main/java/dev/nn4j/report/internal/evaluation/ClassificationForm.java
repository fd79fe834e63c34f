// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.ClassificationEvaluation;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of a binary or multi-class evaluation. */
record ClassificationForm(ClassificationEvaluation evaluation) implements EvaluationForm {
    @Override
    public String table() {
        return perClass()
                + "\nconfusion matrix (a line for each true label, a column for each predicted one)\n"
                + confusionMatrix() + "\n" + EvaluationForm.figures(TextFigures.of(evaluation));
    }

    @Override
    public String perClass() {
        return scores().render(evaluation.rows());
    }

    @Override
    public JsonMembers json() {
        JsonMembers json = JsonMembers.none().with("rows", evaluation.rows()).with("loss", evaluation.loss());
        json = scores().into(MetricMembers.beforeClasses(evaluation, json));
        return MetricMembers.behindClasses(
                evaluation, json.with("confusionMatrix", matrix()).with("labels", Json.texts(evaluation.labels())));
    }

    @Override
    public Map<String, String> summary() {
        return TextFigures.summary(evaluation);
    }

    private ScoreTable scores() {
        return new ScoreTable(
                evaluation.classes(), evaluation.accuracy(), evaluation.macroAverage(), evaluation.weightedAverage());
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

    private JsonNode matrix() {
        return Json.list(evaluation.confusionMatrix().stream()
                .map(line -> Json.list(line.stream().map(Json::number).toList()))
                .toList());
    }
}
