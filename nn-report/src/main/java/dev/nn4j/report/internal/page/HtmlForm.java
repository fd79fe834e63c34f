// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.html.Escaped;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks as HTML. */
final class HtmlForm implements Block.Cases<String> {
    @Override
    public String heading(Block.Heading heading) {
        return "<h2>" + Escaped.html(heading.text()) + "</h2>\n";
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
        return "<p>" + Escaped.html(paragraph.text()) + "</p>\n";
    }

    @Override
    public String items(Block.Items items) {
        return items.texts().stream()
                .map(text -> "<li>" + Escaped.html(text) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    @Override
    public String cells(Block.Cells cells) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        cells.header()
                .forEach(name -> html.append("<th>").append(Escaped.html(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<Block.Cell> line : cells.lines()) {
            html.append("<tr>");
            line.forEach(cell -> html.append("<td>")
                    .append(cell.svg().orElseGet(() -> Escaped.html(cell.text())))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    @Override
    public String code(Block.Code code) {
        return "<pre>" + Escaped.html(code.text()) + "</pre>\n";
    }
}
