// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.regex.Pattern;

/** Which number a text cell writes: {@code Double.parseDouble(cell)}, for plain decimal numbers only. */
public final class DecimalCell {
    /** What a cell must hold. */
    public static final String WANTED = "finite decimal numbers";

    /** Java's parser also takes hexadecimal, type suffixes, NaN and Infinity; data files must not. */
    private static final Pattern DECIMAL =
            Pattern.compile(MinusSign.CLASS + "?(\\d+\\.?\\d*|\\.\\d+)([eE]" + MinusSign.CLASS + "?\\d+)?");

    /** Digits that a double holds exactly whatever they are; powers of ten up to this one are exact, too. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private DecimalCell() {}

    /**
     * The number in a cell that is nothing but a short one, as nearly all are; NaN for all others, which are left to {@link
     * #valueOf}. The quotient of two exact doubles is rounded once, as the parser's result is (Clinger 1990).
     */
    public static double ofShort(String cell) {
        int length = cell.length();
        int at = length > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        int first = at;
        int point = -1;
        long digits = 0;
        for (; at < length; at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        int count = length - first - (point < 0 ? 0 : 1);
        if (count < 1 || count > EXACT_DIGITS) {
            return Double.NaN;
        }
        double value = digits / POWERS[point < 0 ? 0 : length - 1 - point];
        return cell.charAt(0) == '-' ? -value : value;
    }

    /** The number, spaces around it ignored: NaN if there is none, infinite if it is too large for a double. */
    public static double valueOf(String cell) {
        double number = ofShort(cell);
        if (!Double.isNaN(number)) {
            return number;
        }
        String plain = plain(cell);
        return plain.isEmpty() ? Double.NaN : Double.parseDouble(plain);
    }

    /** The number as programs write it, whatever sign of a minus the cell has; empty if there is none. */
    public static String plain(String cell) {
        String trimmed = cell.trim();
        if (trimmed.isEmpty() || !mayBegin(trimmed.charAt(0))) {
            return "";
        }
        String number = isDecimal(trimmed) ? trimmed : MinusSign.leading(trimmed);
        return isDecimal(number) ? MinusSign.hyphen(number) : "";
    }

    /** Most texts that are none show it at once. */
    private static boolean mayBegin(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '(' || c == '\u2212';
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
