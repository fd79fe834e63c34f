// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.api.math.ShortestDecimal;
import dev.nn4j.core.calibration.ConformalCoverage;
import dev.nn4j.core.diagnosis.QuantileScore;
import dev.nn4j.core.explanation.Importance;
import dev.nn4j.core.explanation.PermutationImportance;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.page.Spans;
import dev.nn4j.report.internal.text.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a card that are measured on rows. */
record MeasuredBlocks(Schema schema, CardMeasurements measured) {
    private static final int MOST_COLUMNS = 20;

    /** What intervals or sets held, and how quantiles did. */
    List<PageBlock> certainty() {
        List<PageBlock> blocks = new ArrayList<>();
        if (!measured.coverage().isEmpty()) {
            blocks.add(new PageBlock.Paragraph(
                    "What " + (numbers() ? "its intervals" : "its sets of labels") + " held of " + rows() + ":"));
            blocks.add(coverage());
        }
        if (!measured.quantiles().isEmpty()) {
            blocks.add(new PageBlock.Paragraph("How its quantiles did on " + rows()
                    + ": the share of rows whose truth lies at or below each, which"
                    + " should be the level, and the mean pinball loss, in the target's units:"));
            blocks.add(quantiles());
        }
        return blocks;
    }

    private PageBlock coverage() {
        List<List<String>> lines = new ArrayList<>();
        for (ConformalCoverage one : measured.coverage()) {
            lines.add(line(one.target(), percent(one.level()), percent(one.held()), Rounded.figure(one.size())));
        }
        return PageBlock.Cells.ofTexts(header("stated", "held", numbers() ? "mean width" : "mean labels"), lines);
    }

    private PageBlock quantiles() {
        List<List<String>> lines = new ArrayList<>();
        for (QuantileScore one : measured.quantiles()) {
            String level = ShortestDecimal.text(one.level());
            lines.add(line(one.target(), level, percent(one.below()), Rounded.figure(one.pinball())));
        }
        return PageBlock.Cells.ofTexts(header("level", "at or below", "pinball loss"), lines);
    }

    /** The columns that answers depend on most. */
    List<PageBlock> importance() {
        if (measured.importance().isEmpty()) {
            return List.of(new PageBlock.Paragraph(
                    "It could not be measured on " + rows() + ", where what becomes worse is undefined."));
        }
        PermutationImportance importance = measured.importance().get();
        List<PageBlock> blocks = new ArrayList<>();
        blocks.add(new PageBlock.Paragraph("How far " + importance.metric().label() + ", "
                + Rounded.figure(importance.score()) + " on " + importance.rows() + " rows, "
                + (importance.metric().lessIsBetter() ? "rises" : "falls")
                + " where a column's values stand in other rows: mean and deviation of " + importance.repeats()
                + " times."));
        blocks.add(bars("column", importance.features()));
        int left = importance.features().size() - MOST_COLUMNS;
        if (left > 0) {
            blocks.add(new PageBlock.Paragraph("The other " + left + " matter no more than the last of these."));
        }
        if (!importance.groups().isEmpty()) {
            blocks.add(new PageBlock.Paragraph("Columns that say nearly the same stand in for each other, so that each"
                    + " alone may look as if it did not matter. Together:"));
            blocks.add(bars("columns", importance.groups()));
        }
        return blocks;
    }

    private static PageBlock bars(String name, List<Importance> all) {
        List<Importance> some = all.subList(0, Math.min(MOST_COLUMNS, all.size()));
        double low = some.stream()
                .mapToDouble(one -> one.mean() - one.deviation())
                .min()
                .orElse(0);
        double high = some.stream()
                .mapToDouble(one -> one.mean() + one.deviation())
                .max()
                .orElse(0);
        Spans spans = new Spans(Math.min(0, low), Math.max(0, high));
        List<List<PageBlock.Cell>> lines = new ArrayList<>();
        for (Importance one : some) {
            String picture = spans.interval(
                    one.mean() - one.deviation(),
                    one.mean(),
                    one.mean() + one.deviation(),
                    Rounded.figure(one.mean()) + " ± " + Rounded.figure(one.deviation()));
            lines.add(List.of(
                    PageBlock.Cell.text(String.join(", ", one.features())),
                    PageBlock.Cell.text(Rounded.figure(one.mean())),
                    PageBlock.Cell.text(Rounded.figure(one.deviation())),
                    new PageBlock.Cell("", Optional.of(picture))));
        }
        return new PageBlock.Cells(List.of(name, "importance", "deviation", ""), lines);
    }

    private String rows() {
        return measured.figures().on();
    }

    private boolean numbers() {
        return schema.task() == Task.REGRESSION;
    }

    private List<String> header(String... names) {
        return line("target", names);
    }

    /** With the target in front where there are several. */
    private List<String> line(String target, String... cells) {
        List<String> line = new ArrayList<>(List.of(cells));
        if (schema.targets().size() > 1) {
            line.add(0, target);
        }
        return line;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
