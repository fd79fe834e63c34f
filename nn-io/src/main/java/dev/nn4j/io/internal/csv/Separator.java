// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/** Finds out what separates the cells of a file. */
final class Separator {
    private static final char[] KNOWN = {',', ';', '\t'};

    private Separator() {}

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
