// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Evaluation;
import dev.nn4j.core.metrics.Spread;
import dev.nn4j.core.validation.Fold;
import dev.nn4j.report.internal.evaluation.EvaluationForm;
import dev.nn4j.report.internal.evaluation.TextFigures;
import dev.nn4j.report.internal.page.Page;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.page.Spans;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

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
                metrics.line(line(name, name, spread));
            }
        });
        TextTable run = TextTable.ofTexts();
        run.line("folds", Integer.toString(folds.size() / repeats()));
        if (repeats() > 1) {
            run.line("repeats", Integer.toString(repeats()));
        }
        run.line("rows", Long.toString(rows()));
        if (folds.get(0).answers().isWeighted()) {
            run.line("weights", "rows count by their weights");
        }
        run.line("time", String.format(Locale.ROOT, "%.2f s", seconds));
        return "cross-validation: each row measured by a model that has not seen it\n" + metrics.render() + "\n"
                + run.render();
    }

    /** Writes one HTML file that needs nothing else, in UTF-8; does not close the stream. */
    public void writeHtml(OutputStream out) throws IOException {
        List<String> shown =
                spreads().keySet().stream().filter(TextFigures::shows).toList();
        List<List<PageBlock.Cell>> metrics = new ArrayList<>();
        spreads().forEach((name, spread) -> {
            if (TextFigures.shows(name)) {
                metrics.add(cells(name, spread));
            }
        });
        List<String> main = shown.stream().filter(name -> !name.contains(".")).toList();
        List<String> header = new ArrayList<>(List.of("fold", "rows", "epochs", "best epoch"));
        main.forEach(name -> header.add(label(name)));
        Page page = new Page(
                folds.size() + " folds",
                List.of(
                        new PageBlock.Paragraph("Cross-validation of " + rows()
                                + " rows: each measured by a model that has not seen it."),
                        new PageBlock.Cells(
                                List.of("", "mean", "± deviation", "lowest", "highest", "each fold"), metrics),
                        new PageBlock.Heading("Each fold"),
                        PageBlock.Cells.ofTexts(
                                header,
                                folds.stream().map(fold -> texts(fold, main)).toList())));
        out.write(page.html().getBytes(StandardCharsets.UTF_8));
    }

    private List<PageBlock.Cell> cells(String name, Optional<Spread> spread) {
        List<PageBlock.Cell> cells = new ArrayList<>();
        line(label(name), name, spread).forEach(text -> cells.add(PageBlock.Cell.text(text)));
        cells.add(new PageBlock.Cell("", spread.map(one -> picture(name, one))));
        return cells;
    }

    private String picture(String name, Spread spread) {
        double[] values = folds.stream()
                .mapToDouble(fold -> figure(fold, name).orElseThrow())
                .toArray();
        DoubleSummaryStatistics range = DoubleStream.of(values).summaryStatistics();
        return new Spans(range.getMin(), range.getMax())
                .values(values, spread.mean(), name + " of " + values.length + " folds");
    }

    private List<String> texts(Fold fold, List<String> shown) {
        List<String> texts = new ArrayList<>();
        texts.add(repeats() == 1 ? Integer.toString(fold.number()) : fold.repeat() + "." + fold.number());
        texts.add(Long.toString(fold.evaluation().rows()));
        texts.add(Integer.toString(fold.epochs()));
        texts.add(Integer.toString(fold.bestEpoch()));
        shown.forEach(name -> texts.add(figure(fold, name).isPresent() ? Rounded.figure(figure(fold, name)) : NONE));
        return texts;
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

    /** As people say it: {@code macroAverage.f1} is the macro average of F1. */
    private static String label(String name) {
        int point = name.indexOf('.');
        if (point < 0) {
            return TextFigures.labels().getOrDefault(name, name);
        }
        String of = name.substring(point + 1);
        String average = name.startsWith("macro") ? "macro average" : "weighted average";
        return average + " of " + TextFigures.labels().getOrDefault(of, of);
    }

    private List<String> line(String label, String name, Optional<Spread> spread) {
        if (spread.isEmpty()) {
            return List.of(label, NONE, NONE, NONE, NONE);
        }
        DoubleSummaryStatistics range = folds.stream()
                .mapToDouble(fold -> figure(fold, name).orElseThrow())
                .summaryStatistics();
        return List.of(
                label,
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
