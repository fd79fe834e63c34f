// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/** Blanks around the text of a cell, which mean nothing unless the cell is quoted. */
final class Blanks {
    private Blanks() {}

    /** Whether a character is one: a space, an unbreakable one, or a tab where that separates no cells. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    /** The text of a cell without them. */
    static String without(char[] buffer, int from, int length) {
        int first = from;
        int end = from + length;
        while (first < end && isBlank(buffer[first])) {
            first++;
        }
        while (first < end && isBlank(buffer[end - 1])) {
            end--;
        }
        return new String(buffer, first, end - first);
    }

    /** Whether a text has some, so that it must be quoted to keep them. */
    static boolean areAround(String text) {
        return !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
    }
}
