// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.internal.text.DecimalCell;
import dev.nn4j.core.internal.text.ShownCell;
import dev.nn4j.core.internal.text.WrittenNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the numbers of a column are written: {@code 1.234,50 €} has the decimal mark {@code ,}, the grouping {@code .} and
 * the unit {@code €}. Groups and unit may be there or not, and a minus may be written as accounts do: {@code (12,50 €)},
 * {@code 12,50-}. Other texts are no numbers. Immutable.
 *
 * @since 0.1.0
 */
public final class NumberFormat {
    private static final List<String> DECIMALS = List.of(".", ",");
    private static final List<String> GROUPINGS = List.of("", ".", ",", " ", "'");
    /** The typewriter's marks for those of typography. */
    private static final Map<String, String> PLAIN_MARKS =
            Map.of("\u2019", "'", "\u00a0", " ", "\u202f", " ", "\u2009", " ");

    private static final int MOST_UNIT_LENGTH = 16;
    private static final Pattern UNIT = Pattern.compile("[^\\s\\d.,+'-]([^\\p{Cntrl}]*\\S)?");

    /** A decimal point, no groups, no unit: {@code -12.5e3}. */
    public static final NumberFormat PLAIN = new NumberFormat(".", "", "");

    private final String decimal;
    private final String grouping;
    private final String unit;
    private final WrittenNumber numbers;

    /**
     * A way to write numbers.
     *
     * @param decimal {@code .} or {@code ,}
     * @param grouping what may stand between groups of three digits: {@code .}, {@code ,}, a space, {@code '}, or nothing;
     *     of spaces and apostrophes every kind is meant
     * @param unit what may stand before or behind a number and is passed over, at most 16 characters; or nothing
     * @throws IllegalArgumentException if there is another, or decimal mark and grouping are the same
     */
    public NumberFormat(String decimal, String grouping, String unit) {
        require(DECIMALS.contains(decimal), "the decimal mark must be . or , but is '" + decimal + "'");
        String parted = PLAIN_MARKS.getOrDefault(grouping, grouping);
        require(
                GROUPINGS.contains(parted),
                "groups must be parted by . or , or ' or a space or nothing, got '" + grouping + "'");
        require(!parted.equals(decimal), "decimal mark and grouping must differ, both are " + decimal);
        require(
                unit.isEmpty()
                        || (unit.length() <= MOST_UNIT_LENGTH
                                && UNIT.matcher(unit).matches()),
                "a unit has 1 to " + MOST_UNIT_LENGTH + " characters and begins like no number, got '"
                        + ShownCell.of(unit) + "'");
        this.decimal = decimal;
        this.grouping = parted;
        this.unit = unit;
        this.numbers = new WrittenNumber(decimal, parted, unit);
    }

    /** The mark before decimals. */
    public String decimal() {
        return decimal;
    }

    /** What may part groups of three digits; may be empty. */
    public String grouping() {
        return grouping;
    }

    /** What may stand before or behind; may be empty. */
    public String unit() {
        return unit;
    }

    /** Whether numbers are written as programs write them. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /** Whether a cell holds a number in this format. */
    public boolean isNumber(String cell) {
        return !Double.isNaN(exactly(cell));
    }

    /**
     * The number in a cell, spaces around it ignored, as {@code (float)} {@link #exact}: rounded to a double first.
     *
     * @param column the column's name, for the message
     * @param where the cell's place, for the message
     * @throws DataException if it is empty, no number in this format, or too large for a float
     */
    public float parse(String cell, String column, Location where) {
        return (float) exact(cell, column, where);
    }

    /**
     * The number in a cell, spaces around it ignored, as the nearest double.
     *
     * @param column the column's name, for the message
     * @param where the cell's place, for the message
     * @throws DataException if it is empty, no number in this format, or too large for a float
     * @since 0.1.0
     */
    public double exact(String cell, String column, Location where) {
        if (isPlain()) {
            return NumberCell.exact(cell, column, where);
        }
        double value = numbers.valueOf(cell);
        if (Double.isNaN(value) && !cell.isBlank()) {
            throw new DataException(
                    where,
                    "column '" + column + "' must hold " + numbers.wanted() + ", got '" + ShownCell.of(cell.trim())
                            + "'; correct the cell or the column's format");
        }
        return NumberCell.required(value, cell.strip(), column, where);
    }

    /** The number in a text; NaN if it holds none. */
    float parsed(String text) {
        return (float) exactly(text);
    }

    /** The number in a text as the nearest double; NaN if it holds none. */
    public double exactly(String text) {
        return isPlain() ? DecimalCell.valueOf(text) : numbers.valueOf(text);
    }

    /** A number that is written as programs do, in this format; without groups and unit. */
    public String written(String number) {
        return number.replace(".", decimal);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberFormat that
                && decimal.equals(that.decimal)
                && grouping.equals(that.grouping)
                && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(decimal, grouping, unit);
    }

    /** A number so written: {@code 1.234,5 €}. */
    @Override
    public String toString() {
        return numbers.toString();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("number: " + problem);
        }
    }
}
