// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.report.internal.html.ChartLibrary;
import dev.nn4j.report.internal.html.Escaped;
import dev.nn4j.report.internal.html.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report as one HTML file that needs nothing else and asks for nothing else. All that comes from data goes in as text,
 * never as HTML: the title escaped, the rest as JSON, which the page's script puts into text nodes.
 *
 * @since 0.1.0
 */
public final class HtmlReport {
    /** {@code @name@} in the page stands for a part. */
    private static final Pattern PLACE = Pattern.compile("@(title|style|licence|library|data|script)@");

    private final Findings findings;

    /** Of these findings. */
    public HtmlReport(Findings findings) {
        this.findings = findings;
    }

    /** Writes it in UTF-8; does not close the stream. */
    public void write(OutputStream out) throws IOException {
        ChartLibrary library = ChartLibrary.bundled();
        Map<String, String> parts = Map.of(
                "title", Escaped.html(findings.title()),
                "style", library.style() + "\n" + Resource.text("report.css"),
                "licence", Escaped.html(library.licence()),
                "library", library.script(),
                "data", Escaped.json(findings.json().compact()),
                "script", Resource.text("report.js"));
        String page = PLACE.matcher(Resource.text("report.html"))
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}
