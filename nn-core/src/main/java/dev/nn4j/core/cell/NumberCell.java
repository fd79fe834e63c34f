// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.internal.text.DecimalCell;
import dev.nn4j.core.internal.text.ShownCell;
import java.util.regex.Pattern;

/**
 * Reads a number out of a text cell, the one way for every source: {@code Double.parseDouble(cell)}, for plain decimal
 * numbers only. A minus may also be U+2212, parentheses around the number, or a sign behind its decimals.
 *
 * @since 0.1.0
 */
public final class NumberCell {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

    /** Digits that a double holds exactly whatever they are; powers of ten up to this one are exact, too. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private NumberCell() {}

    /**
     * The number in a cell that is nothing but a short one, as nearly all are; NaN for all others, which are left to {@link
     * #parse}. The quotient of two exact doubles is rounded once, as the parser's result is (Clinger 1990).
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

    /**
     * The number in a cell, spaces around it ignored, as the nearest float: {@code (float)} {@link #exact}.
     *
     * @param column the column's name, for the message
     * @param where the cell's place, for the message
     * @throws DataException if it is empty, no decimal number, or too large for a float
     */
    public static float parse(String cell, String column, Location where) {
        return (float) exact(cell, column, where);
    }

    /**
     * The number in a cell, spaces around it ignored, as the nearest double.
     *
     * @param column the column's name, for the message
     * @param where the cell's place, for the message
     * @throws DataException if it is empty, no decimal number, or too large for a float
     * @since 0.1.0
     */
    public static double exact(String cell, String column, Location where) {
        double number = ofShort(cell);
        return required(Double.isNaN(number) ? DecimalCell.valueOf(cell) : number, cell, column, where);
    }

    /** What was found in a cell, if it is a finite number. */
    public static double required(double value, String cell, String column, Location where) {
        if (Double.isNaN(value)) {
            throw new DataException(where, problem(cell.trim(), column));
        }
        if (Float.isInfinite((float) value)) {
            throw new DataException(
                    where,
                    "column '" + column + "' holds '" + ShownCell.of(cell.trim())
                            + "', too large for a 32-bit number; scale it");
        }
        return value;
    }

    /**
     * The number in a cell, spaces around it ignored: NaN if there is none, infinite if it is too large for a double.
     *
     * @since 0.1.0
     */
    public static double valueOf(String cell) {
        return DecimalCell.valueOf(cell);
    }

    /** Whether a cell holds a plain decimal number. */
    public static boolean isNumber(String cell) {
        return !Double.isNaN(DecimalCell.valueOf(cell));
    }

    /** What to say of a cell that is empty and must not be. */
    public static String missing(String column) {
        return "column '" + column + "' has a missing value here; fill it in or leave the row or column out";
    }

    private static String problem(String cell, String column) {
        String who = "column '" + column + "' ";
        if (cell.isEmpty()) {
            return missing(column);
        }
        if (DECIMAL_COMMA.matcher(cell).matches()) {
            return who + "holds '" + ShownCell.of(cell)
                    + "', a number with a decimal comma; write a point instead, or give the column a number format";
        }
        return who + "must hold " + DecimalCell.WANTED + ", got '" + ShownCell.of(cell)
                + "'; correct the cell or leave the column out";
    }
}
