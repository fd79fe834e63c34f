// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where accounts put a minus: parentheses around a number, {@code ($12.50)}, or a sign behind its decimals, {@code 12.50-}. */
final class MinusSign {
    /** In a pattern, the sign that may stand before a number; U+2212 is the minus of typography. */
    static final String CLASS = "[+\\u2212-]";

    /** Behind decimals or a group alone: {@code 2-} may as well be a grade. */
    private static final Pattern BEHIND =
            Pattern.compile("([^()+\\u2212-]*\\d[.,'\\u2019 \\u00a0\\u202f\\u2009]\\d+)[\\u2212-]([^()+\\u2212\\d-]*)");

    private MinusSign() {}

    /** The same number with a {@code -} before it; the text as it is if it has no such sign. */
    static String leading(String text) {
        int open = text.indexOf('(');
        if (open >= 0) {
            return ofParentheses(text, open, text.lastIndexOf(')'));
        }
        Matcher behind = BEHIND.matcher(text);
        return behind.matches() ? "-" + behind.group(1) + behind.group(2) : text;
    }

    /** All digits must stand within them; a unit may stand without. */
    private static String ofParentheses(String text, int open, int close) {
        if (close < open) {
            return text;
        }
        String before = text.substring(0, open);
        String within = text.substring(open + 1, close).trim();
        String behind = text.substring(close + 1);
        return hasDigit(within) && !hasDigit(before) && !hasDigit(behind) ? before + "-" + within + behind : text;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** The text with hyphens for the minuses of typography. */
    static String hyphen(String text) {
        return text.replace('\u2212', '-');
    }
}
