// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.fitting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a column's name says that it names rows, or what they are of: {@code id}, {@code customer_id}, {@code
 * CustomerCode}, {@code Order No}.
 *
 * @since 0.1.0
 */
public final class IdentifierName {
    private static final Set<String> WORDS = Set.of(
            "id",
            "pid",
            "uid",
            "uuid",
            "guid",
            "key",
            "code",
            "index",
            "idx",
            "no",
            "nr",
            "rowid",
            "rownames",
            "rownum",
            "number");
    private static final Pattern PARTS = Pattern.compile("[\\s_.:-]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private IdentifierName() {}

    /** Whether its last word is one that such names end with, whatever the case. */
    public static boolean isOne(String name) {
        List<String> words = PARTS.splitAsStream(name.strip()).toList();
        return !words.isEmpty() && WORDS.contains(words.get(words.size() - 1).toLowerCase(Locale.ROOT));
    }
}
