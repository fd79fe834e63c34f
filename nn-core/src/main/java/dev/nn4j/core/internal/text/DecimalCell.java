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

    private DecimalCell() {}

    /**
     * The number in a cell that is nothing but a short one, as nearly all are; NaN for all others, which are left to {@link
     * #valueOf}.
     */
    public static double ofShort(String cell) {
        return ShortDecimal.of(cell);
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
