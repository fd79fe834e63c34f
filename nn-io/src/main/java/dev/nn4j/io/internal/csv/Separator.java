// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what separates the cells of a file. */
final class Separator {
    private static final char[] KNOWN = {',', ';', '\t', '|'};

    private Separator() {}

    /** Says by a first line, as Excel does: {@code sep=;}. */
    private static final Pattern SAID = Pattern.compile("\"?sep=([^\"])\"?", Pattern.CASE_INSENSITIVE);

    /** Whether this line only says what separates cells. */
    static boolean isSaidBy(CharSequence line) {
        return SAID.matcher(line).matches();
    }

    /** Whether a reader could take a part of this text for a separator. */
    static boolean isIn(String text) {
        for (char separator : KNOWN) {
            if (text.indexOf(separator) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The known separator that the header has most of, outside quotes; of equals, or without any, the comma first. */
    static char of(CharSequence header) {
        Matcher said = SAID.matcher(header);
        if (said.matches()) {
            return said.group(1).charAt(0);
        }
        int[] counts = new int[KNOWN.length];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            for (int k = 0; k < KNOWN.length; k++) {
                counts[k] += !quoted && c == KNOWN[k] ? 1 : 0;
            }
        }
        int best = 0;
        for (int k = 1; k < KNOWN.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return KNOWN[best];
    }
}
