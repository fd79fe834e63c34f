// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.List;

/** Names in a sentence, shortened where they are many. */
public final class Listing {
    private static final int MOST_NAMED = 5;

    private Listing() {}

    /** As in {@code columns 'a', 'b' and 7 more}. */
    public static String of(String what, List<String> names) {
        StringBuilder text = new StringBuilder(what);
        text.append(names.size() == 1 ? " " : "s ");
        int shown = Math.min(MOST_NAMED, names.size());
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "'" : ", '").append(names.get(i)).append("'");
        }
        return names.size() > shown ? text + " and " + (names.size() - shown) + " more" : text.toString();
    }
}
