// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import dev.nn4j.api.Printable;

/** Texts that a file can keep: half a character would be stored as a question mark, and be another text when it is read. */
public final class WholeText {
    private WholeText() {}

    /** Whether a text has no half of a surrogate pair without the other. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().noneMatch(WholeText::isHalf);
            }
        }
        return true;
    }

    /** What is wrong with a text that is none, and the remedy: {@code 'a\ud800', which has one half …}. */
    public static String fault(String text) {
        return "'" + Printable.of(ShownCell.of(text))
                + "', which has one half of a surrogate pair, and no file keeps that; write the whole character";
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
