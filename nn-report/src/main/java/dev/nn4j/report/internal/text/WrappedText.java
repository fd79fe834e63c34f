// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.config.internal.text.DisplayText;
import java.util.ArrayList;
import java.util.List;

/** A text broken into lines: between its words, and within those that are longer than a line. */
final class WrappedText {
    private WrappedText() {}

    /** The lines, each of at most so many columns; at least one. */
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && DisplayText.columns(longer) > columns) {
                lines.add(line);
                longer = word;
            }
            while (DisplayText.columns(longer) > columns) {
                int end = end(longer, columns);
                lines.add(longer.substring(0, end));
                longer = longer.substring(end);
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** Where a word is cut; behind its first character at the earliest. */
    private static int end(String word, int columns) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()
                && DisplayText.columns(word.substring(0, word.offsetByCodePoints(end, 1))) <= columns) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
