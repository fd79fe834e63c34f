// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

/** A text of the data as a sentence has it. */
public final class Shortened {
    private static final int MOST = 40;

    private Shortened() {}

    /** At most 40 characters of it. */
    public static String of(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
    }
}
