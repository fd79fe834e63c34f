// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.html.Escaped;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks as HTML. */
final class HtmlForm implements PageBlock.Cases<String> {
    /** Longer texts with blanks must not be squeezed, on a phone, into a column as wide as their longest word. */
    private static final int PHRASE = 10;

    private static final int WORDS = 40;

    @Override
    public String heading(PageBlock.Heading heading) {
        return "<h2>" + Escaped.html(heading.text()) + "</h2>\n";
    }

    @Override
    public String paragraph(PageBlock.Paragraph paragraph) {
        return "<p>" + Escaped.html(paragraph.text()) + "</p>\n";
    }

    @Override
    public String items(PageBlock.Items items) {
        return items.texts().stream()
                .map(text -> "<li>" + Escaped.html(text) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    @Override
    public String cells(PageBlock.Cells cells) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        cells.header()
                .forEach(name -> html.append("<th>").append(Escaped.html(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<PageBlock.Cell> line : cells.lines()) {
            html.append("<tr>");
            line.forEach(cell -> html.append(begun(cell.text()))
                    .append(cell.svg().orElseGet(() -> Escaped.html(cell.text())))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    @Override
    public String code(PageBlock.Code code) {
        return "<pre>" + Escaped.html(code.text()) + "</pre>\n";
    }

    private static String begun(String text) {
        if (text.length() > WORDS) {
            return "<td class=\"words\">";
        }
        return text.length() > PHRASE && text.indexOf(' ') >= 0 ? "<td class=\"phrase\">" : "<td>";
    }
}
