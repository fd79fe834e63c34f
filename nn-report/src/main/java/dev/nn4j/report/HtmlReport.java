// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.report.internal.html.DrawnPage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A report as one HTML file that needs nothing else and asks for nothing else. All that comes from data goes in as text,
 * never as HTML: the title escaped, the rest as JSON, which the page's script puts into text nodes.
 *
 * @since 0.1.0
 */
public final class HtmlReport {
    private final Findings findings;

    /** Of these findings. */
    public HtmlReport(Findings findings) {
        this.findings = findings;
    }

    /** Writes it in UTF-8; does not close the stream. */
    public void write(OutputStream out) throws IOException {
        String page = DrawnPage.of("report", findings.title(), findings.json().compact());
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }
}
