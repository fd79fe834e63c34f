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

    private NumberCell() {}

    /**
     * The number in a cell that is nothing but a short one, as nearly all are; NaN for all others, which are left to {@link
     * #parse}.
     */
    public static double ofShort(String cell) {
        return DecimalCell.ofShort(cell);
    }

    /**
     * The number in a cell, spaces around it ignored, as {@code (float)} {@link #exact}: rounded to a double first.
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
        return required(DecimalCell.valueOf(cell), cell, column, where);
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
