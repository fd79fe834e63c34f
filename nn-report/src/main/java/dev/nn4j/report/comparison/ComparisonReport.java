// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.comparison;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.comparison.ModelComparison;
import dev.nn4j.core.comparison.PairedDifference;
import dev.nn4j.core.score.Metric;
import dev.nn4j.report.Report;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Several models on the same rows: their figures, and how far these are apart.
 *
 * @param comparison of the models
 * @param names of them, in order
 * @since 0.1.0
 */
public record ComparisonReport(ModelComparison comparison, List<String> names) implements Report {
    private static final String NONE = "-";

    /** Refuses names for another number of models. */
    public ComparisonReport {
        names = List.copyOf(names);
        if (names.size() != comparison.models()) {
            throw new IllegalArgumentException(
                    "comparison: must have a name for each of " + comparison.models() + " models, got " + names.size());
        }
    }

    /** Tables for people: figures of each model, then differences with their intervals. */
    @Override
    public String text() {
        return figures().render() + "\ndifferences on the same " + comparison.rows()
                + " rows, with 95 % intervals; * where that leaves zero out\n"
                + differences().render();
    }

    private TextTable figures() {
        List<String> header = new ArrayList<>(shortNames());
        header.add(0, "");
        TextTable table = TextTable.ofFigures().line(header);
        for (Metric metric : shown()) {
            List<String> line = new ArrayList<>(List.of(metric.label()));
            comparison.evaluations().forEach(one -> line.add(Rounded.figure(one.figure(metric))));
            table.line(line);
        }
        return table;
    }

    private TextTable differences() {
        TextTable table = TextTable.ofFigures().line("", "", "difference", "from", "to", "");
        for (Metric metric : shown()) {
            for (PairedDifference pair : comparison.differences(metric)) {
                table.line(
                        metric.label(),
                        shortNames().get(pair.second()) + " − " + shortNames().get(pair.first()),
                        Rounded.figure(pair.difference()),
                        pair.low().isPresent() ? Rounded.figure(pair.low()) : NONE,
                        pair.high().isPresent() ? Rounded.figure(pair.high()) : NONE,
                        pair.isClear() ? "*" : "");
            }
        }
        return table;
    }

    /** Writes one HTML file that needs nothing else, in UTF-8; does not close the stream. */
    public void writeHtml(OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(shortNames());
        header.add(0, "");
        List<List<String>> figures = new ArrayList<>();
        List<List<PageBlock.Cell>> differences = new ArrayList<>();
        for (Metric metric : shown()) {
            List<String> line = new ArrayList<>(List.of(metric.label()));
            comparison.evaluations().forEach(one -> line.add(Rounded.figure(one.figure(metric))));
            figures.add(line);
            differences.addAll(differences(metric));
        }
        Page page = new Page(
                String.join(", ", shortNames()) + " compared",
                List.of(
                        new PageBlock.Paragraph("All on the same " + comparison.rows() + " rows."),
                        PageBlock.Cells.ofTexts(header, figures),
                        new PageBlock.Heading("Differences"),
                        new PageBlock.Paragraph(
                                "With intervals that have the true difference in 95 of 100 samples of rows."
                                        + " Where one leaves zero, the upright line, out, chance alone hardly explains it."),
                        new PageBlock.Cells(List.of("", "", "difference", "from", "to", "", ""), differences)));
        out.write(page.html().getBytes(StandardCharsets.UTF_8));
    }

    private List<List<PageBlock.Cell>> differences(Metric metric) {
        List<PairedDifference> pairs = comparison.differences(metric);
        double reach = pairs.stream()
                .mapToDouble(pair -> Math.max(
                        Math.abs(pair.low().orElse(pair.difference())),
                        Math.abs(pair.high().orElse(pair.difference()))))
                .max()
                .orElse(1);
        Spans spans = new Spans(-reach, reach);
        return pairs.stream().map(pair -> cells(metric, pair, spans)).toList();
    }

    private List<PageBlock.Cell> cells(Metric metric, PairedDifference pair, Spans spans) {
        String from = pair.low().isPresent() ? Rounded.figure(pair.low()) : NONE;
        String to = pair.high().isPresent() ? Rounded.figure(pair.high()) : NONE;
        Optional<String> picture = pair.low().isPresent()
                ? Optional.of(spans.interval(
                        pair.low().getAsDouble(),
                        pair.difference(),
                        pair.high().getAsDouble(),
                        "from " + from + " to " + to))
                : Optional.empty();
        return List.of(
                PageBlock.Cell.text(metric.label()),
                PageBlock.Cell.text(
                        shortNames().get(pair.second()) + " − " + shortNames().get(pair.first())),
                PageBlock.Cell.text(Rounded.figure(pair.difference())),
                PageBlock.Cell.text(from),
                PageBlock.Cell.text(to),
                new PageBlock.Cell("", picture),
                PageBlock.Cell.text(pair.isClear() ? "clear" : ""));
    }

    /** Without their folders, if they differ all the same. */
    private List<String> shortNames() {
        List<String> files = names.stream()
                .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .toList();
        return new HashSet<>(files).size() == new HashSet<>(names).size() ? files : names;
    }

    private List<Metric> shown() {
        return comparison.metrics().stream()
                .filter(metric -> TextFigures.shows(metric.key()))
                .toList();
    }

    @Override
    public String json() {
        List<JsonMembers> models = new ArrayList<>();
        for (int model = 0; model < names.size(); model++) {
            models.add(JsonMembers.none()
                    .with("model", names.get(model))
                    .with(
                            "evaluation",
                            EvaluationForm.of(comparison.evaluations().get(model))
                                    .json()));
        }
        List<JsonMembers> differences = new ArrayList<>();
        for (Metric metric : comparison.metrics()) {
            comparison.differences(metric).forEach(pair -> differences.add(json(metric, pair)));
        }
        return JsonMembers.none()
                .with("rows", comparison.rows())
                .with("models", models)
                .with("differences", differences)
                .pretty();
    }

    private JsonMembers json(Metric metric, PairedDifference pair) {
        return JsonMembers.none()
                .with("metric", metric.key())
                .with("first", names.get(pair.first()))
                .with("second", names.get(pair.second()))
                .with("difference", pair.difference())
                .with("standardError", pair.standardError())
                .with("low", pair.low())
                .with("high", pair.high());
    }
}
