// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.Printable;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.text.DisplayText;
import dev.nn4j.config.starter.SurveyedColumn.Role;
import dev.nn4j.core.profile.Association;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.data.ColumnWords;
import dev.nn4j.report.internal.page.Page;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is in a table, as text, JSON and HTML.
 *
 * @param data what was found
 * @since 0.1.0
 */
public record DataReport(DataDescription data) implements Report {
    /** In columns of a terminal; a table's other columns stand beside it. */
    private static final int LONGEST_NAME = 40;

    @Override
    public String text() {
        return text(table().render());
    }

    /** The same on so many columns of a terminal: what is wider is broken into lines, as far as it remains readable. */
    public String textWithin(int columns) {
        return text(table().renderWithin(columns));
    }

    private TextTable table() {
        boolean hasTarget =
                data.columns().stream().anyMatch(column -> column.association().isPresent());
        TextTable table = TextTable.ofTexts()
                .line("column", "type", "missing", "different", "values", hasTarget ? "with target" : "");
        for (DescribedColumn column : data.columns()) {
            ColumnWords words = words(column);
            table.line(
                    DisplayText.shortened(Printable.of(column.name()), LONGEST_NAME),
                    column.surveyed().type() + role(column),
                    words.missing(),
                    words.different(),
                    words.values(),
                    association(column));
        }
        return table;
    }

    private String text(String table) {
        StringBuilder text = new StringBuilder();
        text.append(data.source())
                .append(": ")
                .append(data.rows())
                .append(" rows\n\n")
                .append(table);
        List<String> notes = data.notes();
        if (!notes.isEmpty()) {
            text.append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        data.drift().ifPresent(drift -> text.append('\n').append(new DriftReport(drift).text()));
        return text.toString();
    }

    private static ColumnWords words(DescribedColumn column) {
        return new ColumnWords(column.surveyed().feature().kind(), column.profile());
    }

    private static String role(DescribedColumn column) {
        return column.surveyed().role() == Role.FEATURE
                ? ""
                : ", " + column.surveyed().role().word();
    }

    private static String association(DescribedColumn column) {
        return column.association()
                .map(one -> String.format(Locale.ROOT, "%.2f", one.strength()) + (one.isSuspicious() ? " leak?" : ""))
                .orElse("");
    }

    @Override
    public String json() {
        JsonMembers json = JsonMembers.none()
                .with("source", data.source())
                .with("rows", data.rows())
                .with("duplicates", data.duplicates())
                .with("target", target().<JsonNode>map(Json::text).orElseGet(Json::none))
                .with("columns", data.columns().stream().map(DataReport::json).toList())
                .with("notes", Json.texts(data.notes()));
        return data.drift()
                .map(drift -> json.with("drift", new DriftReport(drift).members()))
                .orElse(json)
                .pretty();
    }

    private Optional<String> target() {
        return data.columns().stream()
                .filter(column -> column.surveyed().role() == Role.TARGET)
                .map(DescribedColumn::name)
                .findFirst();
    }

    private static JsonMembers json(DescribedColumn column) {
        JsonMembers json = JsonMembers.none()
                .with("name", column.name())
                .with("type", column.surveyed().type())
                .with("role", column.surveyed().role().word())
                .withAll(words(column).json());
        if (column.moments().isPresent()) {
            json = json.with("mean", column.moments().get().mean())
                    .with("deviation", column.moments().get().deviation());
        }
        if (column.association().isPresent()) {
            Association association = column.association().get();
            json = json.with("association", association.strength())
                    .with("correlation", association.correlation())
                    .with("suspectedLeak", association.isSuspicious());
        }
        return column.surveyed().remark().isPresent()
                ? json.with("remark", column.surveyed().remark().get())
                : json;
    }

    /** Writes one HTML file that needs nothing else, in UTF-8; does not close the stream. */
    public void writeHtml(OutputStream out) throws IOException {
        out.write(page().html().getBytes(StandardCharsets.UTF_8));
    }

    private Page page() {
        List<PageBlock> blocks = new ArrayList<>();
        blocks.add(
                new PageBlock.Paragraph(data.rows() + " rows, " + data.columns().size() + " columns"
                        + target().map(name -> ", of which '" + name + "' is the target")
                                .orElse("")));
        blocks.add(new PageBlock.Heading("Columns"));
        blocks.add(new PageBlock.Cells(
                List.of("column", "type", "missing", "different", "values", "", "mean ± deviation", "with target"),
                data.columns().stream().map(DataReport::line).toList()));
        if (!data.notes().isEmpty()) {
            blocks.add(new PageBlock.Heading("To look at"));
            blocks.add(new PageBlock.Items(data.notes()));
        }
        data.drift().ifPresent(drift -> {
            blocks.add(new PageBlock.Heading("Drift"));
            blocks.add(new DriftReport(drift).table());
        });
        return new Page("What is in " + data.source(), blocks);
    }

    private static List<PageBlock.Cell> line(DescribedColumn column) {
        ColumnWords words = words(column);
        String moments = column.moments()
                .filter(one -> !Double.isNaN(one.mean())
                        && column.surveyed().feature().kind().isCopied())
                .map(one -> Rounded.figure(one.mean()) + " ± " + Rounded.figure(one.deviation()))
                .orElse("");
        return List.of(
                new PageBlock.Cell(column.name(), Optional.empty()),
                new PageBlock.Cell(column.surveyed().type() + role(column), Optional.empty()),
                new PageBlock.Cell(words.missing(), Optional.empty()),
                new PageBlock.Cell(words.different(), Optional.empty()),
                new PageBlock.Cell(words.values(), Optional.empty()),
                new PageBlock.Cell("", Optional.of(words.bars())),
                new PageBlock.Cell(moments, Optional.empty()),
                new PageBlock.Cell(association(column), Optional.empty()));
    }
}
