// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import dev.nn4j.report.internal.html.Escaped;
import dev.nn4j.report.internal.html.Resource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page.
 *
 * @param title what it is of
 * @param blocks from top to bottom
 */
public record Page(String title, List<PageBlock> blocks) {
    /** As Markdown (CommonMark with tables). */
    public String markdown() {
        MarkdownForm form = new MarkdownForm();
        return "# " + MarkdownForm.safe(title) + "\n\n"
                + blocks.stream().map(block -> block.match(form)).collect(Collectors.joining("\n"));
    }

    /** As one HTML file that needs nothing else. */
    public String html() throws IOException {
        HtmlForm form = new HtmlForm();
        String name = Escaped.html(title);
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + name
                + "</title>\n<style>\n" + Resource.text("page.css") + "</style>\n</head>\n<body>\n<h1>" + name
                + "</h1>\n"
                + blocks.stream().map(block -> block.match(form)).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }
}
