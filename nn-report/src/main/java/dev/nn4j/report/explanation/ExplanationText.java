// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.explanation;

import dev.nn4j.core.explanation.ExplainedRow;
import dev.nn4j.core.explanation.Explanation;
import dev.nn4j.core.explanation.Importance;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An explanation as text for people. */
record ExplanationText(Explanation explanation) {
    private static final int MOST_CONTRIBUTIONS = 12;

    String text() {
        List<String> parts = new ArrayList<>();
        explanation.importance().ifPresent(importance -> parts.add(text(importance)));
        explanation.rows().forEach(row -> parts.add(text(row)));
        if (!explanation.rows().isEmpty()) {
            parts.add("compared with " + explanation.backgroundRows()
                    + (explanation.backgroundRows() == 1 ? " row" : " rows")
                    + "; base and contributions are the output, to within "
                    + Rounded.figure(explanation.gap()) + "\n");
        }
        return String.join("\n", parts);
    }

    private static String text(PermutationImportance importance) {
        TextTable table = TextTable.ofFigures().line("feature", "importance", "deviation");
        importance.features().forEach(one -> table.line(cells(one)));
        String text = importance.metric().label() + " " + Rounded.figure(importance.score()) + " on "
                + importance.rows() + " rows; importance is how far it "
                + (importance.metric().lessIsBetter() ? "rises" : "falls") + " without a column\n\n" + table.render();
        if (importance.groups().isEmpty()) {
            return text;
        }
        TextTable groups = TextTable.ofFigures().line("correlated, together", "importance", "deviation");
        importance.groups().forEach(one -> groups.line(cells(one)));
        return text + "\n" + groups.render();
    }

    private static List<String> cells(Importance one) {
        return List.of(String.join(", ", one.features()), Rounded.figure(one.mean()), Rounded.figure(one.deviation()));
    }

    /** The greatest first. */
    private String text(ExplainedRow row) {
        List<Map.Entry<String, Double>> entries =
                new ArrayList<>(row.attribution().contributions().entrySet());
        entries.sort((a, b) -> Double.compare(Math.abs(b.getValue()), Math.abs(a.getValue())));
        TextTable table = TextTable.ofFigures()
                .line("row " + row.number(), title(row))
                .line("base", Rounded.figure(row.attribution().base()));
        for (Map.Entry<String, Double> entry : entries.subList(0, Math.min(MOST_CONTRIBUTIONS, entries.size()))) {
            table.line(entry.getKey(), signed(entry.getValue()));
        }
        if (entries.size() > MOST_CONTRIBUTIONS) {
            double rest = entries.subList(MOST_CONTRIBUTIONS, entries.size()).stream()
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            table.line(entries.size() - MOST_CONTRIBUTIONS + " others", signed(rest));
        }
        return table.line("output", Rounded.figure(row.attribution().output())).render();
    }

    private String title(ExplainedRow row) {
        String name = row.attribution().explained().name();
        return explanation.schema().task() == Task.REGRESSION ? name : "probability of " + name;
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Rounded.figure(value);
    }
}
