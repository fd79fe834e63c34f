// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.explanation.ExplainedRow;
import dev.nn4j.core.explanation.Explanation;
import dev.nn4j.core.explanation.GridValue;
import dev.nn4j.core.explanation.Importance;
import dev.nn4j.core.explanation.PartialDependence;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Why a model answers as it does.
 *
 * @param explanation what was found
 * @param model the model's name
 * @param data the name of the data
 * @since 0.1.0
 */
public record ExplanationReport(Explanation explanation, String model, String data) implements Report {
    @Override
    public String text() {
        return new ExplanationText(explanation).text();
    }

    @Override
    public String json() {
        Optional<PermutationImportance> importance = explanation.importance();
        return JsonMembers.none()
                .with("model", model)
                .with("data", data)
                .with("metric", text(importance.map(one -> one.metric().key())))
                .with("score", number(importance.map(PermutationImportance::score)))
                .with("sample", number(importance.map(one -> (double) one.rows())))
                .with("repeats", number(importance.map(one -> (double) one.repeats())))
                .with(
                        "importance",
                        importance.map(PermutationImportance::features).orElse(List.of()).stream()
                                .map(one -> JsonMembers.none()
                                        .with("feature", one.features().get(0))
                                        .withAll(figures(one)))
                                .toList())
                .with(
                        "groups",
                        importance.map(PermutationImportance::groups).orElse(List.of()).stream()
                                .map(one -> JsonMembers.none()
                                        .with("features", Json.texts(one.features()))
                                        .withAll(figures(one)))
                                .toList())
                .with(
                        "dependence",
                        explanation.dependence().stream()
                                .map(ExplanationReport::dependence)
                                .toList())
                .with("background", explanation.backgroundRows())
                .with(
                        "rows",
                        explanation.rows().stream().map(ExplanationReport::row).toList())
                .with("gap", explanation.gap())
                .pretty();
    }

    private static JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(Json::text).orElseGet(Json::none);
    }

    private static JsonNode number(Optional<Double> number) {
        return number.map(value -> value == Math.rint(value) && Math.abs(value) < 1e9
                        ? Json.number(value.longValue())
                        : Json.number(value.doubleValue()))
                .orElseGet(Json::none);
    }

    private static JsonMembers figures(Importance importance) {
        return JsonMembers.none().with("mean", importance.mean()).with("deviation", importance.deviation());
    }

    private static JsonMembers dependence(PartialDependence one) {
        return JsonMembers.none()
                .with("feature", one.feature())
                .with("output", one.explained().name())
                .with(
                        "values",
                        Json.list(one.values().stream()
                                .map(ExplanationReport::value)
                                .toList()))
                .with(
                        "means",
                        Json.list(one.means().stream()
                                .map(mean -> Json.number(mean.doubleValue()))
                                .toList()));
    }

    private static JsonNode value(GridValue value) {
        return value.number().isPresent() ? Json.number(value.number().getAsDouble()) : Json.text(value.text());
    }

    private static JsonMembers row(ExplainedRow row) {
        return JsonMembers.none()
                .with("row", row.number())
                .with("explained", row.attribution().explained().name())
                .with("base", row.attribution().base())
                .with("output", row.attribution().output())
                .with(
                        "contributions",
                        JsonMembers.none()
                                .withValues(
                                        new LinkedHashMap<>(row.attribution().contributions())));
    }
}
