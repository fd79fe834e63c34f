// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import dev.nn4j.core.internal.text.DecimalCell;
import dev.nn4j.core.internal.text.ShownCell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds texts that are probably meant to be one: equal but for case, blanks, the way a number is written, or the way Unicode
 * composes a letter. A label or category is a text, so each of them is learnt as one of its own.
 *
 * @since 0.1.0
 */
public final class Lookalikes {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f\\u200b]+");
    private static final int MOST_TOLD = 3;
    /** Longer ones are no numbers that people write. */
    private static final int LONGEST_NUMBER = 64;

    private Lookalikes() {}

    /** The groups of two or more such texts, each in order by code point. */
    public static List<List<String>> among(Collection<String> texts) {
        Map<String, List<String>> groups = new TreeMap<>();
        texts.stream()
                .distinct()
                .sorted()
                .forEach(text -> groups.computeIfAbsent(key(text), key -> new ArrayList<>())
                        .add(text));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    /**
     * What to tell of them and what to do, without saying where; empty if there are none.
     *
     * @param what they are: {@code labels}
     */
    public static Optional<String> told(String what, Collection<String> texts) {
        List<List<String>> groups = among(texts);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        List<String> told = groups.stream()
                .limit(MOST_TOLD)
                .map(group -> "'"
                        + String.join(
                                "' and '", group.stream().map(ShownCell::of).toList()) + "'")
                .toList();
        return Optional.of(what + " that differ only in case, blanks or the way a number is written, and are learnt as"
                + " different ones: " + String.join(", ", told)
                + (groups.size() > MOST_TOLD ? " and " + (groups.size() - MOST_TOLD) + " more" : "")
                + "; write them alike");
    }

    private static String key(String text) {
        String plain = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        String number = plain.length() <= LONGEST_NUMBER ? DecimalCell.plain(plain) : "";
        return number.isEmpty()
                ? plain
                : new BigDecimal(number).stripTrailingZeros().toString();
    }
}
