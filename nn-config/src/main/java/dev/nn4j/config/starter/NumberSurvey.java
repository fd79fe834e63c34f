// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which format the cells of a column could be numbers, also of some that are not written as programs write them. */
final class NumberSurvey {
    /** Letters may just as well be a code: only what is surely a unit is taken for one, signs and names of money. */
    private static final Pattern UNIT = Pattern.compile("[%‰]|(?:US|CA|A|C|R|HK|NZ|S)?[$]|\\p{Sc}"
            + "|(?<!\\p{L})(?:CHF|EUR|USD|GBP|JPY|CNY|INR|AUD|CAD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|ZAR"
            + "|BRL|MXN|KRW|ILS|Fr\\.|Rs\\.?|kr\\.?|zł|Kč|Ft)(?!\\p{L})");

    /** A format that so many cells lack, and most, is none of this column. */
    private static final long HOPELESS = 1000;

    /** Each before those that take more than it does. */
    private static final List<NumberFormat> KNOWN = List.of(
            NumberFormat.PLAIN,
            new NumberFormat(".", ",", ""),
            new NumberFormat(",", "", ""),
            new NumberFormat(",", ".", ""),
            new NumberFormat(".", " ", ""),
            new NumberFormat(",", " ", ""),
            new NumberFormat(".", "'", ""),
            new NumberFormat(",", "'", ""));

    private final Map<NumberFormat, Misfits> misfits = new LinkedHashMap<>();
    private String unit = "";
    private long values;

    NumberSurvey() {
        KNOWN.forEach(format -> misfits.put(format, new Misfits()));
    }

    /**
     * Looks at a cell.
     *
     * @param cell to look at
     * @param plain whether it holds a number as programs write it
     * @param where it stands
     */
    void add(String cell, boolean plain, Location where) {
        values++;
        if (misfits.isEmpty() || Digits.areAll(cell)) { // digits alone are a number in every format
            return;
        }
        if (!Digits.areIn(cell)) { // as most cells of most texts; the patterns below are slow
            misfits.values().forEach(some -> some.add(cell, where));
            dropHopeless();
            return;
        }
        String found = plain ? "" : unitOf(cell);
        unit = unit.isEmpty() ? found : unit;
        boolean otherUnit = !found.isEmpty() && !found.equals(unit);
        misfits.forEach((format, some) -> {
            if (otherUnit || !takes(format, cell, plain, found)) {
                some.add(cell, where);
            }
        });
        dropHopeless();
    }

    private void dropHopeless() {
        if (values > HOPELESS) {
            misfits.values().removeIf(some -> some.count() > HOPELESS && 2 * some.count() > values);
        }
    }

    /** The format that all cells have. */
    Optional<NumberFormat> format() {
        return exact().stream().findFirst().map(format -> in(format, unit));
    }

    /** The format that all cells have but a few, which must be slips. */
    Optional<NumberFormat> nearly() {
        return nearest().map(near -> in(near.getKey(), unit));
    }

    /** Those few. */
    Misfits slips() {
        return nearest().orElseThrow().getValue();
    }

    /** Whether it cannot be told if 1,234 is more than a thousand or a little more than one. */
    boolean isAmbiguous() {
        List<NumberFormat> possible = exact();
        return possible.size() > 1
                && possible.get(0).grouping().equals(",")
                && possible.get(1).decimal().equals(",");
    }

    private List<NumberFormat> exact() {
        return misfits.entrySet().stream()
                .filter(format -> format.getValue().areNone())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Map.Entry<NumberFormat, Misfits>> nearest() {
        return misfits.entrySet().stream()
                .filter(format -> format.getValue().areSlips(values))
                .min(Map.Entry.comparingByValue((a, b) -> Long.compare(a.count(), b.count())));
    }

    private static boolean takes(NumberFormat format, String cell, boolean plain, String unit) {
        return plain
                ? !format.decimal().equals(",") || format.isNumber(cell)
                : in(format, unit).isNumber(cell);
    }

    private static String unitOf(String cell) {
        Matcher matcher = UNIT.matcher(cell);
        return matcher.find() ? matcher.group() : "";
    }

    private static NumberFormat in(NumberFormat format, String unit) {
        return unit.isEmpty() ? format : new NumberFormat(format.decimal(), format.grouping(), unit);
    }
}
