// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many texts as few literals: a class file limits the number of its constants and the code that lists them. */
final class TextList {
    /** A class file holds at most 65535 bytes to a constant, and up to three to a character. */
    private static final int MOST_OF_LITERAL = 20_000;

    /** What {@link String#split} takes for itself in a separator. */
    private static final String NOT_ITSELF = ".$|()[{^?*+\\";

    private TextList() {}

    /** Literals, separated by commas: a separator that is in none of the texts, then the texts, joined with it. */
    static String of(List<String> texts) {
        String separator = separator(texts);
        String joined = String.join(separator, texts);
        List<String> literals = new ArrayList<>(List.of(JavaText.literal(separator)));
        for (int from = 0; from < joined.length(); from += MOST_OF_LITERAL) {
            literals.add(JavaText.literal(joined.substring(from, Math.min(from + MOST_OF_LITERAL, joined.length()))));
        }
        return String.join(", ", literals);
    }

    private static String separator(List<String> texts) {
        IntStream preferred = IntStream.of(',', ';');
        return IntStream.concat(preferred, IntStream.range(1, Character.MIN_SURROGATE))
                .filter(c -> NOT_ITSELF.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .filter(c -> texts.stream().noneMatch(text -> text.contains(c)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "Java source: the categories of a feature hold every character there is; use the model itself"));
    }
}
