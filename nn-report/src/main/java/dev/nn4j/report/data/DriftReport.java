// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.data;

import dev.nn4j.api.Printable;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.text.DisplayText;
import dev.nn4j.core.profile.ColumnDrift;
import dev.nn4j.core.profile.ColumnDrift.Level;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How far rows have moved from those that a model learnt from.
 *
 * @param drift of each column
 * @since 0.1.0
 */
public record DriftReport(Drift drift) implements Report {
    /** Of fewer rows an index of ten parts is above 0.1 by chance one time in four or so. */
    private static final long FEW_ROWS = 100;

    private static final int MOST_NAMED = 5;

    /** In columns of a terminal. */
    private static final int LONGEST_NAME = 40;

    /** The columns that moved most first. */
    @Override
    public String text() {
        TextTable table = TextTable.ofFigures().line("column", "psi", "ks", "outside", "missing", "before", "");
        List<ColumnDrift> columns = new ArrayList<>(drift.columns());
        columns.sort(Comparator.comparingDouble(column -> -column.psi()));
        for (ColumnDrift column : columns) {
            table.line(
                    named(column),
                    String.format(Locale.ROOT, "%.4f", column.psi()),
                    Rounded.figure(column.ks()),
                    Long.toString(column.outside()),
                    share(column.missing()),
                    share(column.missingBefore()),
                    column.level() == Level.STEADY ? "" : column.level().word());
        }
        return table.render() + "\n" + summary(columns);
    }

    private static String named(ColumnDrift column) {
        return DisplayText.shortened(Printable.of(column.name()), LONGEST_NAME);
    }

    private String summary(List<ColumnDrift> columns) {
        StringBuilder text = new StringBuilder();
        text.append(drift.rows())
                .append(" rows, against ")
                .append(drift.trainingRows())
                .append(" of before\n");
        line(columns, Level.FAR, "above 0.25", text);
        line(columns, Level.MOVED, "above 0.1", text);
        if (drift.count(Level.STEADY) == columns.size()) {
            text.append("no column moved: all indices are at most 0.1\n");
        } else if (Math.min(drift.rows(), drift.trainingRows()) < FEW_ROWS) {
            text.append("of so few rows an index can be above 0.1 by chance\n");
        }
        return text.toString();
    }

    private void line(List<ColumnDrift> columns, Level level, String range, StringBuilder text) {
        long count = drift.count(level);
        if (count == 0) {
            return;
        }
        String named = columns.stream()
                .filter(column -> column.level() == level)
                .limit(MOST_NAMED)
                .map(DriftReport::named)
                .collect(Collectors.joining(", "));
        text.append(count)
                .append(count == 1 ? " column " : " columns ")
                .append(level.word())
                .append(" (")
                .append(range)
                .append("): ")
                .append(named)
                .append(count > MOST_NAMED ? " …" : "")
                .append('\n');
    }

    private static String share(double share) {
        return share == 0 ? "0%" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    @Override
    public String json() {
        return members().pretty();
    }

    JsonMembers members() {
        return JsonMembers.none()
                .with("rows", drift.rows())
                .with("trainingRows", drift.trainingRows())
                .with("columns", drift.columns().stream().map(DriftReport::json).toList());
    }

    /** The columns in their order, for a page. */
    PageBlock.Cells table() {
        return PageBlock.Cells.ofTexts(
                List.of("column", "psi", "ks", "outside", "missing", "before", ""),
                drift.columns().stream()
                        .map(column -> List.of(
                                column.name(),
                                String.format(Locale.ROOT, "%.4f", column.psi()),
                                Rounded.figure(column.ks()),
                                Long.toString(column.outside()),
                                share(column.missing()),
                                share(column.missingBefore()),
                                column.level() == Level.STEADY
                                        ? ""
                                        : column.level().word()))
                        .toList());
    }

    private static JsonMembers json(ColumnDrift column) {
        return JsonMembers.none()
                .with("name", column.name())
                .with("psi", column.psi())
                .with("ks", column.ks())
                .with("verdict", column.level().word())
                .with("outside", column.outside())
                .with("missing", column.missing())
                .with("missingBefore", column.missingBefore());
    }
}
