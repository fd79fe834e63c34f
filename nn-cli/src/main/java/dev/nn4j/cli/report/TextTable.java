// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.api.Printable;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns as wide as they need be. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final boolean toTheRight;

    private TextTable(boolean toTheRight) {
        this.toTheRight = toTheRight;
    }

    /** A table of figures: all columns stand to the right. */
    static TextTable ofFigures() {
        return new TextTable(true);
    }

    /** A table of texts: all columns stand to the left. */
    static TextTable ofTexts() {
        return new TextTable(false);
    }

    TextTable line(String... cells) {
        return line(List.of(cells));
    }

    TextTable line(List<String> cells) {
        lines.add(cells.stream().map(Printable::of).toList());
        return this;
    }

    /** The lines, each ended. */
    String render() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < line.size(); c++) {
                row.append(c == 0 ? "" : GAP).append(aligned(line.get(c), c));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String aligned(String cell, int column) {
        String padding = " ".repeat(width(column) - length(cell));
        return toTheRight ? padding + cell : cell + padding;
    }

    private int width(int column) {
        return lines.stream()
                .filter(line -> column < line.size())
                .mapToInt(line -> length(line.get(column)))
                .max()
                .orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
