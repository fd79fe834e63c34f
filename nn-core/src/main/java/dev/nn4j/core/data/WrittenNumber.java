// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that have a decimal mark, groups or a unit of their own. */
final class WrittenNumber {
    /** A thin or unbreakable space groups as well as a plain one. */
    private static final String SPACES = "[ \\u00a0\\u202f]";

    private final String example;
    private final Pattern pattern;

    /** Groups and unit may be empty. */
    WrittenNumber(String decimal, String grouping, String unit) {
        this.example = "1" + grouping + "234" + decimal + "5" + (unit.isEmpty() ? "" : " " + unit);
        String group = grouping.equals(" ") ? SPACES : Pattern.quote(grouping);
        String grouped = grouping.isEmpty() ? "" : "|[1-9]\\d{0,2}(?:" + group + "\\d{3})+";
        String point = Pattern.quote(decimal);
        String aside = unit.isEmpty() ? "" : "(?:" + Pattern.quote(unit) + ")?";
        String sign = "(?<sign>[+-]?)";
        String number = "(?:(?<whole>\\d+" + grouped + "|(?=" + point + "\\d))(?:" + point + "(?<decimals>\\d*))?)"
                + "(?<exponent>[eE][+-]?\\d+)?";
        this.pattern = Pattern.compile(aside + "\\s*" + sign + aside + "\\s*" + number + "\\s*" + aside);
    }

    /** The number in a cell, spaces around it ignored: NaN if there is none, infinite if it is too large for a float. */
    float valueOf(String cell) {
        Matcher parts = pattern.matcher(cell.trim());
        return parts.matches() ? (float) Double.parseDouble(plain(parts)) : Float.NaN;
    }

    /** The number as programs write it. */
    private static String plain(Matcher parts) {
        String whole = parts.group("whole").replaceAll("\\D", "");
        return parts.group("sign")
                + (whole.isEmpty() ? "0" : whole)
                + (parts.start("decimals") < 0 ? "" : "." + parts.group("decimals"))
                + (parts.start("exponent") < 0 ? "" : parts.group("exponent"));
    }

    /** What a cell must hold. */
    String wanted() {
        return "numbers written like '" + example + "'";
    }

    /** A number so written: {@code 1.234,5 kg}. */
    @Override
    public String toString() {
        return example;
    }
}
