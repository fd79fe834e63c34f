// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of a column are written: {@code 1.234,50 €} has the decimal mark {@code ,}, the grouping {@code .} and
 * the unit {@code €}. Groups and unit may be there or not; other texts are no numbers. Immutable.
 */
public final class NumberFormat {
    private static final List<String> DECIMALS = List.of(".", ",");
    private static final List<String> GROUPINGS = List.of("", ".", ",", " ", "'");
    private static final int MOST_UNIT_LENGTH = 16;
    private static final Pattern UNIT = Pattern.compile("[^\\s\\d.,+'-]([^\\p{Cntrl}]*\\S)?");
    /** A thin or unbreakable space groups as well as a plain one. */
    private static final String SPACES = "[ \\u00a0\\u202f]";

    /** A decimal point, no groups, no unit: {@code -12.5e3}. */
    public static final NumberFormat PLAIN = new NumberFormat(".", "", "");

    private final String decimal;
    private final String grouping;
    private final String unit;
    private final Pattern pattern;

    /**
     * A way to write numbers.
     *
     * @param decimal {@code .} or {@code ,}
     * @param grouping what may stand between groups of three digits: {@code .}, {@code ,}, a space, {@code '}, or nothing
     * @param unit what may stand before or behind a number and is passed over, at most 16 characters; or nothing
     * @throws IllegalArgumentException if there is another, or decimal mark and grouping are the same
     */
    public NumberFormat(String decimal, String grouping, String unit) {
        require(DECIMALS.contains(decimal), "the decimal mark must be . or , but is '" + decimal + "'");
        require(
                GROUPINGS.contains(grouping),
                "groups must be parted by . or , or ' or a space or nothing, got '" + grouping + "'");
        require(!grouping.equals(decimal), "decimal mark and grouping must differ, both are " + decimal);
        require(
                unit.isEmpty()
                        || (unit.length() <= MOST_UNIT_LENGTH
                                && UNIT.matcher(unit).matches()),
                "a unit has 1 to " + MOST_UNIT_LENGTH + " characters and begins like no number, got '"
                        + NumberCell.shown(unit) + "'");
        this.decimal = decimal;
        this.grouping = grouping;
        this.unit = unit;
        this.pattern = pattern();
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
        return plain(cell).isPresent();
    }

    /**
     * The number in a cell, spaces around it ignored.
     *
     * @param column the column's name, for the message
     * @param where the cell's place, for the message
     * @throws DataException if it is empty, no number in this format, or too large for a float
     */
    public float parse(String cell, String column, Location where) {
        if (isPlain()) {
            return NumberCell.parse(cell, column, where);
        }
        Optional<String> plain = plain(cell);
        if (plain.isEmpty() && !cell.isBlank()) {
            throw new DataException(
                    where,
                    "column '" + column + "' must hold numbers written like '" + this + "', got '"
                            + NumberCell.shown(cell.trim()) + "'; correct the cell or the column's format");
        }
        return NumberCell.parse(plain.orElse(""), column, where);
    }

    /** The number in a text; NaN if it holds none. */
    float parsed(String text) {
        return plain(text).map(Double::parseDouble).orElse(Double.NaN).floatValue();
    }

    /** A number that is written as programs do, in this format; without groups and unit. */
    public String written(String number) {
        return number.replace(".", decimal);
    }

    /** The number as programs write it. */
    private Optional<String> plain(String cell) {
        Matcher matcher = pattern.matcher(cell.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group("whole").replaceAll("\\D", "");
        String decimals = matcher.group("decimals");
        String exponent = matcher.group("exponent");
        return Optional.of(matcher.group("sign")
                + (whole.isEmpty() ? "0" : whole)
                + (decimals == null ? "" : "." + decimals)
                + (exponent == null ? "" : exponent));
    }

    private Pattern pattern() {
        String group = grouping.equals(" ") ? SPACES : Pattern.quote(grouping);
        String grouped = grouping.isEmpty() ? "" : "|[1-9]\\d{0,2}(?:" + group + "\\d{3})+";
        String point = Pattern.quote(decimal);
        String aside = unit.isEmpty() ? "" : "(?:" + Pattern.quote(unit) + ")?";
        String sign = "(?<sign>[+-]?)";
        String number = "(?:(?<whole>\\d+" + grouped + "|(?=" + point + "\\d))(?:" + point + "(?<decimals>\\d*))?)"
                + "(?<exponent>[eE][+-]?\\d+)?";
        return Pattern.compile(aside + "\\s*" + sign + aside + "\\s*" + number + "\\s*" + aside);
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
        return "1" + grouping + "234" + decimal + "5" + (unit.isEmpty() ? "" : " " + unit);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException("number: " + problem);
        }
    }
}
