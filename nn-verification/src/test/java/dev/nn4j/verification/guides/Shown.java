// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Output as a page shows it: "…" stands for anything, a line that says nothing else for any number of lines. */
final class Shown {
    private static final String ANYTHING = "…";

    private Shown() {}

    /** Whether that is what was printed. */
    static boolean matches(String shown, String printed) {
        String pattern = Arrays.stream(shown.strip().split(Pattern.quote(ANYTHING), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(tidy(printed)).matches();
    }

    /** Without blanks at the ends of lines, which nobody sees on a page. */
    private static String tidy(String printed) {
        return printed.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
