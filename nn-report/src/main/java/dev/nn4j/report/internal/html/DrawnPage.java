// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.html;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages whose script draws charts. What comes from data goes in as text, never as HTML. */
public final class DrawnPage {
    /** {@code @name@} in a page stands for a part. */
    private static final Pattern PLACE = Pattern.compile("@(title|style|licence|library|data|charts|script)@");

    private DrawnPage() {}

    /**
     * Fills a page.
     *
     * @param name of its files: {@code .html}, {@code .js}
     * @param title as it is, not yet escaped
     * @param json what the script finds
     */
    public static String of(String name, String title, String json) throws IOException {
        ChartLibrary library = ChartLibrary.bundled();
        Map<String, String> parts = new HashMap<>();
        parts.put("title", Escaped.html(title));
        parts.put("style", library.style() + "\n" + Resource.text("report.css"));
        parts.put("licence", Escaped.html(library.licence()));
        parts.put("library", library.script());
        parts.put("data", Escaped.json(json));
        parts.put("charts", Resource.text("charts.js"));
        parts.put("script", Resource.text(name + ".js"));
        return PLACE.matcher(Resource.text(name + ".html"))
                .replaceAll((MatchResult place) -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
    }
}
