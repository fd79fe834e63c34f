// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers that have a decimal mark, groups or a unit of their own. */
public final class WrittenNumber {
    /** A thin or unbreakable space groups and stands beside a unit as well as a plain one. */
    private static final String SPACES = " \\u00a0\\u202f\\u2009";

    private static final String BLANKS = "[\\s" + SPACES + "]*+";
    private static final Pattern BLANKS_AROUND = Pattern.compile("^" + BLANKS + "|[\\s" + SPACES + "]+$");

    private final String example;
    private final Pattern pattern;

    /** Groups and unit may be empty. */
    public WrittenNumber(String decimal, String grouping, String unit) {
        this.example = "1" + grouping + "234" + decimal + "5" + (unit.isEmpty() ? "" : " " + unit);
        String point = Pattern.quote(decimal);
        String bare = BLANKS_AROUND.matcher(unit).replaceAll("");
        String aside = BLANKS + (bare.isEmpty() ? "" : "(?:" + Pattern.quote(bare) + ")?" + BLANKS);
        String number = "(?:(?<whole>\\d+" + grouped(grouping) + "|(?=" + point + "\\d))(?:" + point
                + "(?<decimals>\\d*))?)(?<exponent>[eE]" + MinusSign.CLASS + "?\\d+)?";
        this.pattern = Pattern.compile(aside + "(?<sign>" + MinusSign.CLASS + "?)" + aside + number + aside);
    }

    /** Threes; where commas part them also twos before the last three, as India counts: {@code 12,34,567}. */
    private static String grouped(String grouping) {
        return switch (grouping) {
            case "" -> "";
            case " " -> threes("[" + SPACES + "]");
            case "'" -> threes("['\\u2019]");
            case "," -> threes(",") + "|[1-9]\\d?(?:,\\d{2})+,\\d{3}";
            default -> threes(Pattern.quote(grouping));
        };
    }

    private static String threes(String mark) {
        return "|[1-9]\\d{0,2}(?:" + mark + "\\d{3})+";
    }

    /** The number in a cell, spaces around it ignored: NaN if there is none, infinite if it is too large for a double. */
    public double valueOf(String cell) {
        String trimmed = cell.trim();
        Matcher parts = pattern.matcher(trimmed);
        if (!parts.matches()) {
            parts = pattern.matcher(MinusSign.leading(trimmed));
        }
        return parts.matches() ? Double.parseDouble(plain(parts)) : Double.NaN;
    }

    /** The number as programs write it. */
    private static String plain(Matcher parts) {
        String whole = parts.group("whole").replaceAll("\\D", "");
        return MinusSign.hyphen(parts.group("sign")
                + (whole.isEmpty() ? "0" : whole)
                + (parts.start("decimals") < 0 ? "" : "." + parts.group("decimals"))
                + (parts.start("exponent") < 0 ? "" : parts.group("exponent")));
    }

    /** What a cell must hold. */
    public String wanted() {
        return "numbers written like '" + example + "'";
    }

    /** A number so written: {@code 1.234,5 kg}. */
    @Override
    public String toString() {
        return example;
    }
}
