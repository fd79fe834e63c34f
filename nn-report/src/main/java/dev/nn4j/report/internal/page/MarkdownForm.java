// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.api.Printable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Blocks as Markdown. What comes from data can neither end a cell nor begin a link, an element or emphasis. */
final class MarkdownForm implements PageBlock.Cases<String> {
    private static final String SPECIAL = "\\`*_[]<>|#&~";

    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        for (char character : Printable.of(text).toCharArray()) {
            if (SPECIAL.indexOf(character) >= 0) {
                safe.append('\\');
            }
            safe.append(character);
        }
        return safe.toString();
    }

    @Override
    public String heading(PageBlock.Heading heading) {
        return "## " + safe(heading.text()) + "\n";
    }

    @Override
    public String paragraph(PageBlock.Paragraph paragraph) {
        return safe(paragraph.text()) + "\n";
    }

    @Override
    public String items(PageBlock.Items items) {
        return items.texts().stream().map(text -> "- " + safe(text) + "\n").collect(Collectors.joining());
    }

    @Override
    public String cells(PageBlock.Cells cells) {
        List<Integer> shown = IntStream.range(0, cells.header().size())
                .filter(column -> cells.lines().stream()
                        .noneMatch(line -> line.get(column).svg().isPresent()))
                .boxed()
                .toList();
        StringBuilder text = new StringBuilder();
        line(shown.stream().map(cells.header()::get).toList(), text);
        text.append("|").append("---|".repeat(shown.size())).append('\n');
        for (List<PageBlock.Cell> line : cells.lines()) {
            line(shown.stream().map(column -> line.get(column).text()).toList(), text);
        }
        return text.toString();
    }

    private static void line(List<String> texts, StringBuilder into) {
        into.append("| ");
        into.append(texts.stream().map(MarkdownForm::safe).collect(Collectors.joining(" | ")));
        into.append(" |\n");
    }

    @Override
    public String code(PageBlock.Code code) {
        return code.text()
                .lines()
                .map(line -> "    " + Printable.of(line) + "\n")
                .collect(Collectors.joining());
    }
}
