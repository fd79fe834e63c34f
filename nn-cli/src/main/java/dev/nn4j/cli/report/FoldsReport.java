// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonNull;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Spread;
import dev.nn4j.core.training.Fold;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a cross-validation went.
 *
 * @param folds in order; two at least
 * @param seconds they took
 */
public record FoldsReport(List<Fold> folds, double seconds) {
    private static final String NONE = "-";

    /** Copies the list. */
    public FoldsReport {
        folds = List.copyOf(folds);
    }

    /** For people. */
    public String table() {
        TextTable metrics = TextTable.ofFigures().line("", "mean", "± deviation", "lowest", "highest");
        spreads().forEach((name, spread) -> metrics.line(line(name, spread)));
        TextTable run = TextTable.ofTexts()
                .line("folds", Integer.toString(folds.size()))
                .line("rows", Long.toString(rows()))
                .line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        return "cross-validation: each row measured by a model that has not seen it\n" + metrics.render() + "\n"
                + run.render();
    }

    /** For programs. */
    public JsonObject json() {
        JsonObject metrics = JsonObject.empty();
        for (Map.Entry<String, Optional<Spread>> one : spreads().entrySet()) {
            metrics = metrics.with(
                    one.getKey(), one.getValue().map(FoldsReport::json).orElse(JsonNull.NULL));
        }
        return JsonObject.empty()
                .with("folds", folds.size())
                .with("rows", rows())
                .with("seconds", seconds)
                .with("metrics", metrics)
                .with("perFold", folds.stream().map(FoldsReport::json).toList());
    }

    private Map<String, Optional<Spread>> spreads() {
        return Spread.of(folds.stream().map(Fold::evaluation).toList());
    }

    private List<String> line(String name, Optional<Spread> spread) {
        if (spread.isEmpty()) {
            return List.of(name, NONE, NONE, NONE, NONE);
        }
        DoubleSummaryStatistics range = folds.stream()
                .mapToDouble(fold -> figure(fold, name).orElseThrow())
                .summaryStatistics();
        return List.of(
                name,
                Rounded.figure(spread.get().mean()),
                "± " + Rounded.figure(spread.get().deviation()),
                Rounded.figure(range.getMin()),
                Rounded.figure(range.getMax()));
    }

    private static OptionalDouble figure(Fold fold, String name) {
        return fold.evaluation().figures().getOrDefault(name, OptionalDouble.empty());
    }

    private long rows() {
        return folds.stream().map(Fold::evaluation).mapToLong(Evaluation::rows).sum();
    }

    private static JsonValue json(Spread spread) {
        return JsonObject.empty().with("mean", spread.mean()).with("deviation", spread.deviation());
    }

    private static JsonObject json(Fold fold) {
        return JsonObject.empty()
                .with("fold", fold.number())
                .with("epochs", fold.epochs())
                .with("bestEpoch", fold.bestEpoch())
                .with("evaluation", EvaluationReport.of(fold.evaluation()).json());
    }
}
