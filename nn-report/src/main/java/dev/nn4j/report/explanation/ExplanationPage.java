// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.ExplainedRow;
import dev.nn4j.core.explanation.Explanation;
import dev.nn4j.core.explanation.PartialDependence;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.html.Escaped;
import dev.nn4j.report.internal.html.Resource;
import dev.nn4j.report.internal.text.Rounded;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * An explanation as one HTML file that needs nothing else: bars of importance, dependence on the most important features, and
 * for each row the way from the base to the output. All that comes from data is escaped, and there is no script.
 *
 * @since 0.1.0
 */
public final class ExplanationPage {
    private final ExplanationReport report;
    private final Explanation explanation;

    /** Of this explanation. */
    public ExplanationPage(ExplanationReport report) {
        this.report = report;
        this.explanation = report.explanation();
    }

    /** Writes it in UTF-8; does not close the stream. */
    public void write(OutputStream out) throws IOException {
        out.write(page().getBytes(StandardCharsets.UTF_8));
    }

    private String page() throws IOException {
        String title = "Why: " + String.join(", ", explanation.schema().targets());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="generator" content="nn">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <link rel="icon" href="data:,">
                <title>%1$s</title>
                <style>
                %2$s
                </style>
                </head>
                <body>
                <main>
                <header><h1>%1$s</h1><p class="quiet">%3$s · %4$s</p></header>
                %5$s%6$s%7$s</main>
                <footer><p>Written by nn. Everything on this page is in this one file; it asks the network for nothing.</p></footer>
                </body>
                </html>
                """.formatted(
                Escaped.html(title),
                Resource.text("report.css"),
                Escaped.html(report.model()),
                Escaped.html(report.data()),
                explanation.importance().map(ExplanationPage::importance).orElse(""),
                dependence(),
                rows());
    }

    private static String importance(PermutationImportance importance) {
        String groups = importance.groups().isEmpty()
                ? ""
                : figure(
                        "Columns that say nearly the same, permuted together",
                        importance.groups().stream()
                                        .map(group -> String.join(", ", group.features()))
                                        .collect(Collectors.joining("; "))
                                + ". Alone each may look as if it did not matter, because another stands in for it.",
                        ImportanceBars.of("importance of groups of columns", importance.groups()));
        String how = "How far " + importance.metric().label() + ", " + Rounded.figure(importance.score()) + " on "
                + importance.rows() + " rows, " + (importance.metric().lessIsBetter() ? "rises" : "falls")
                + " where a column's values stand in other rows: mean and deviation of " + importance.repeats()
                + " times.";
        return "<h2>What matters</h2>\n<div class=\"grid\">"
                + figure("Importance", how, ImportanceBars.of("importance of columns", importance.features()))
                + groups + "</div>\n";
    }

    private String dependence() {
        if (explanation.dependence().isEmpty()) {
            return "";
        }
        StringBuilder figures = new StringBuilder();
        for (PartialDependence one : explanation.dependence()) {
            figures.append(
                    figure(answer(one.explained().name()) + " by " + one.feature(), "", DependenceChart.of(one)));
        }
        return "<h2>What it does</h2>\n<p class=\"quiet\">The mean answer where all rows have one value of the column and"
                + " keep the rest, and faintly the answers of single rows.</p>\n<div class=\"grid\">" + figures
                + "</div>\n";
    }

    private String rows() {
        if (explanation.rows().isEmpty()) {
            return "";
        }
        StringBuilder figures = new StringBuilder();
        for (ExplainedRow row : explanation.rows()) {
            figures.append(figure(
                    "Row " + row.number() + ": "
                            + answer(row.attribution().explained().name()) + " "
                            + Rounded.figure(row.attribution().output()),
                    "",
                    Waterfall.of(row.number(), row.attribution())));
        }
        return "<h2>Why these rows</h2>\n<p class=\"quiet\">From the mean answer to " + explanation.backgroundRows()
                + " rows that each is compared with to its own, column by column (Shapley values). Base and contributions"
                + " are the output, to within " + Rounded.figure(explanation.gap()) + ".</p>\n<div class=\"grid\">"
                + figures + "</div>\n";
    }

    private String answer(String name) {
        return explanation.schema().task() == Task.REGRESSION ? name : "Probability of " + name;
    }

    private static String figure(String title, String note, String picture) {
        return "<figure><figcaption><h3>" + Escaped.html(title) + "</h3></figcaption>" + picture
                + (note.isEmpty() ? "" : "<p class=\"note\">" + Escaped.html(note) + "</p>") + "</figure>\n";
    }
}
