// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.api.Printable;
import dev.nn4j.config.internal.text.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of cells in columns as wide as they need be. */
public final class TextTable {
    private static final String GAP = "  ";
    /** Of a table of figures; its texts are labels and names. */
    private static final int WIDEST_LABEL = 60;

    private final List<List<String>> lines = new ArrayList<>();
    private final boolean toTheRight;

    private TextTable(boolean toTheRight) {
        this.toTheRight = toTheRight;
    }

    /** A table of figures: all columns stand to the right. */
    public static TextTable ofFigures() {
        return new TextTable(true);
    }

    /** A table of texts: all columns stand to the left. */
    public static TextTable ofTexts() {
        return new TextTable(false);
    }

    public TextTable line(String... cells) {
        return line(List.of(cells));
    }

    public TextTable line(List<String> cells) {
        lines.add(cells.stream().map(this::shown).toList());
        return this;
    }

    /** The lines, each ended. */
    public String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> append(line, widths, text));
        return text.toString();
    }

    /** The same on so many columns: cells of the widest are broken into lines, as far as they remain readable. */
    public String renderWithin(int columns) {
        int[] widths = ColumnWidths.within(columns - GAP.length() * (widths().length - 1), widths());
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            List<List<String>> broken = new ArrayList<>();
            for (int c = 0; c < line.size(); c++) {
                broken.add(WrappedText.lines(line.get(c), widths[c]));
            }
            int height = broken.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < height; i++) {
                int at = i;
                append(
                        broken.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : "")
                                .toList(),
                        widths,
                        text);
            }
        }
        return text.toString();
    }

    private void append(List<String> line, int[] widths, StringBuilder text) {
        StringBuilder row = new StringBuilder();
        for (int c = 0; c < line.size(); c++) {
            row.append(c == 0 ? "" : GAP).append(aligned(line.get(c), widths[c]));
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    private String aligned(String cell, int width) {
        String padding = " ".repeat(Math.max(0, width - DisplayText.columns(cell)));
        return toTheRight ? padding + cell : cell + padding;
    }

    private int[] widths() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns).map(this::width).toArray();
    }

    private int width(int column) {
        return lines.stream()
                .filter(line -> column < line.size())
                .mapToInt(line -> DisplayText.columns(line.get(column)))
                .max()
                .orElse(0);
    }

    private String shown(String cell) {
        String safe = Printable.of(cell);
        return toTheRight ? DisplayText.shortened(safe, WIDEST_LABEL) : safe;
    }
}
