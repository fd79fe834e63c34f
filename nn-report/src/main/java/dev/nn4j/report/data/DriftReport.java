// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.data;

import dev.nn4j.api.Printable;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.text.DisplayText;
import dev.nn4j.core.profile.ColumnDrift;
import dev.nn4j.core.profile.ColumnDrift.Level;
import dev.nn4j.core.profile.Drift;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.page.Bars;
import dev.nn4j.report.internal.page.Page;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Of the rows; an index over tenths of the training puts values beyond them into the outer ones. */
    private static final double MOST_OUTSIDE = 0.01;

    /** An index from which on bars have their full length, and the least that one of full length stands for. */
    private static final double FULL_BAR = 1;

    private static final double FAR = 0.25;

    /** In columns of a terminal. */
    private static final int LONGEST_NAME = 40;

    /** The columns that moved most first. */
    @Override
    public String text() {
        TextTable table = TextTable.ofFigures().line("column", "psi", "ks", "outside", "missing", "before", "");
        List<ColumnDrift> columns = farthestFirst();
        for (ColumnDrift column : columns) {
            table.line(
                    named(column),
                    psi(column),
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
        columns.stream()
                .filter(column -> column.level() == Level.STEADY && column.outside() > MOST_OUTSIDE * drift.rows())
                .forEach(column -> text.append(named(column))
                        .append(" has ")
                        .append(column.outside())
                        .append(" values outside what training saw, which its index does not show\n"));
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

    /**
     * Writes one HTML file that needs nothing else, in UTF-8; does not close the stream.
     *
     * @param title what the rows are, and whose
     * @throws IOException if it cannot be written
     */
    public void writeHtml(String title, OutputStream out) throws IOException {
        List<PageBlock> blocks = new ArrayList<>();
        blocks.add(new PageBlock.Items(summary(farthestFirst()).lines().toList()));
        blocks.add(new PageBlock.Heading("Columns"));
        blocks.add(table());
        blocks.add(
                new PageBlock.Paragraph(
                        "psi is the population stability index: above 0.1 worth a look, above 0.25 far. Bars"
                                + " are full at the farthest, but for one above 1. ks is the largest distance of the two distribution"
                                + " functions of numbers and dates, from 0 to 1. outside counts values that no training row had."));
        out.write(new Page(title, blocks).html().getBytes(StandardCharsets.UTF_8));
    }

    private List<ColumnDrift> farthestFirst() {
        return drift.columns().stream()
                .sorted(Comparator.comparingDouble(column -> -column.psi()))
                .toList();
    }

    /** The columns for a page, those that moved most first. */
    PageBlock.Cells table() {
        List<ColumnDrift> columns = farthestFirst();
        double most = columns.stream().mapToDouble(ColumnDrift::psi).max().orElse(0);
        double full = Math.min(FULL_BAR, Math.max(most, FAR));
        return new PageBlock.Cells(
                List.of("column", "psi", "", "ks", "outside", "missing", "before", ""),
                columns.stream().map(column -> line(column, full)).toList());
    }

    private static List<PageBlock.Cell> line(ColumnDrift column, double full) {
        return List.of(
                PageBlock.Cell.text(column.name()),
                PageBlock.Cell.text(psi(column)),
                new PageBlock.Cell("", Optional.of(Bars.level(column.psi() / full, psi(column)))),
                PageBlock.Cell.text(Rounded.figure(column.ks())),
                PageBlock.Cell.text(Long.toString(column.outside())),
                PageBlock.Cell.text(share(column.missing())),
                PageBlock.Cell.text(share(column.missingBefore())),
                PageBlock.Cell.text(
                        column.level() == Level.STEADY ? "" : column.level().word()));
    }

    private static String psi(ColumnDrift column) {
        return String.format(Locale.ROOT, "%.4f", column.psi());
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
