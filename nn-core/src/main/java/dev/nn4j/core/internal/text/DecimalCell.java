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

    /** The number, spaces around it ignored: NaN if there is none, infinite if it is too large for a double. */
    public static double valueOf(String cell) {
        String plain = plain(cell);
        return plain.isEmpty() ? Double.NaN : Double.parseDouble(plain);
    }

    /** The number as programs write it, whatever sign of a minus the cell has; empty if there is none. */
    public static String plain(String cell) {
        String trimmed = cell.trim();
        String number = isDecimal(trimmed) ? trimmed : MinusSign.leading(trimmed);
        return isDecimal(number) ? MinusSign.hyphen(number) : "";
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
