// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.report.internal.html.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages on a phone and on paper. */
class PageTest {
    private static final Pattern COLOUR = Pattern.compile("(--\\w+):");

    @Test
    void wordsInATableAreNotSqueezedIntoAColumnAsWideAsTheLongestOfThem() throws IOException {
        String words = "category of 6 (Federal-gov, Local-gov, Private, State-gov)";
        String page = new Page(
                        "t",
                        List.of(PageBlock.Cells.ofTexts(
                                List.of("column", "is"),
                                List.of(List.of("age", words), List.of("macro average of recall", "0.5")))))
                .html();
        assertThat(page)
                .contains(
                        "<td>age</td><td class=\"words\">" + words + "</td>",
                        "<td class=\"phrase\">macro average of recall</td><td>0.5</td>")
                .contains("td.words { min-width: ", "td.phrase { min-width: ");
    }

    /** Paper is white also where the screen is dark: what a dark page sets anew, print sets back. */
    @ParameterizedTest
    @ValueSource(strings = {"page.css", "report.css"})
    void whatADarkSchemeColoursPrintColoursToo(String name) throws IOException {
        String css = Resource.text(name);
        Set<String> dark = colours(css, css.indexOf("prefers-color-scheme: dark"));
        Set<String> print = colours(css, css.indexOf("@media print"));
        dark.remove("--shade"); // nothing scrolls on paper
        assertThat(dark).isNotEmpty();
        assertThat(print).containsAll(dark);
    }

    /** Those that the first rule for the root sets from here on. */
    private static Set<String> colours(String css, int from) {
        int root = css.indexOf(":root {", from);
        Matcher names = COLOUR.matcher(css.substring(root, css.indexOf('}', root)));
        Set<String> found = new TreeSet<>();
        while (names.find()) {
            found.add(names.group(1));
        }
        return found;
    }
}
