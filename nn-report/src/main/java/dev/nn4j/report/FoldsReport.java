// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Spread;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.evaluation.TextFigures;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a cross-validation went.
 *
 * @param folds in order; two at least, of every repeat as many
 * @param seconds they took
 * @since 0.1.0
 */
public record FoldsReport(List<Fold> folds, double seconds) implements Report {
    private static final String NONE = "-";

    /** Copies the list. */
    public FoldsReport {
        folds = List.copyOf(folds);
    }

    @Override
    public String text() {
        TextTable metrics = TextTable.ofFigures().line("", "mean", "± deviation", "lowest", "highest");
        spreads().forEach((name, spread) -> {
            if (TextFigures.shows(name)) {
                metrics.line(line(name, spread));
            }
        });
        TextTable run = TextTable.ofTexts();
        run.line("folds", Integer.toString(folds.size() / repeats()));
        if (repeats() > 1) {
            run.line("repeats", Integer.toString(repeats()));
        }
        run.line("rows", Long.toString(rows())).line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        return "cross-validation: each row measured by a model that has not seen it\n" + metrics.render() + "\n"
                + run.render();
    }

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        JsonMembers metrics = JsonMembers.none();
        for (Map.Entry<String, Optional<Spread>> one : spreads().entrySet()) {
            metrics = metrics.with(
                    one.getKey(),
                    one.getValue().map(FoldsReport::json).map(JsonMembers::node).orElseGet(Json::none));
        }
        JsonMembers members = JsonMembers.none()
                .with("folds", folds.size() / repeats())
                .with("rows", rows())
                .with("seconds", seconds)
                .with("metrics", metrics)
                .with("perFold", folds.stream().map(this::json).toList());
        return repeats() == 1 ? members : members.with("repeats", repeats());
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
        return folds.stream().map(Fold::evaluation).mapToLong(Evaluation::rows).sum() / repeats();
    }

    private int repeats() {
        return folds.get(folds.size() - 1).repeat();
    }

    private static JsonMembers json(Spread spread) {
        return JsonMembers.none().with("mean", spread.mean()).with("deviation", spread.deviation());
    }

    private JsonMembers json(Fold fold) {
        JsonMembers number = JsonMembers.none().with("fold", fold.number());
        return (repeats() == 1 ? number : number.with("repeat", fold.repeat()))
                .with("epochs", fold.epochs())
                .with("bestEpoch", fold.bestEpoch())
                .with("evaluation", EvaluationForm.of(fold.evaluation()).json());
    }
}
