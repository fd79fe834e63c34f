// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In which order or format the cells of a column could be dates or times. */
final class DateSurvey {
    /** Where so many cells are no dates, and most, none are looked for any more. */
    private static final long HOPELESS = 1000;
    /** There are many formats: each is given up sooner. */
    private static final long HOPELESS_FORMAT = 20;

    private final Map<DateFormat, Misfits> misfits = new LinkedHashMap<>();
    private long values;
    private boolean slashes;
    private boolean times;

    /** Of a column of this name, which may be a reason to look for more. */
    DateSurvey(String column) {
        DateFormats.of(column).forEach(format -> misfits.put(format, new Misfits()));
    }

    void add(String cell, Location where) {
        values++;
        if (misfits.isEmpty()) {
            return;
        }
        boolean possible = Digits.areIn(cell);
        boolean date = false;
        for (Map.Entry<DateFormat, Misfits> format : misfits.entrySet()) {
            if (possible && DateFormats.fits(format.getKey(), cell)) {
                date = true;
            } else {
                format.getValue().add(cell, where);
            }
        }
        slashes |= date && cell.indexOf('/') >= 0;
        times |= date && DateFormats.hasTime(cell);
        misfits.entrySet()
                .removeIf(format -> format.getValue().count() > patience(format.getKey())
                        && 2 * format.getValue().count() > values);
    }

    private static long patience(DateFormat format) {
        return format.order().isPresent() ? HOPELESS : HOPELESS_FORMAT;
    }

    /** The format that all cells have. Where day and month cannot be told apart, slashes suggest the month first. */
    Optional<DateFormat> format() {
        return chosen(exact());
    }

    /** The same of one of digits alone, which are numbers, too. */
    Optional<DateFormat> compact() {
        return format().filter(DateFormats::isCompact);
    }

    /** The format that all cells have but a few, which must be slips. */
    Optional<DateFormat> nearly() {
        long fewest = misfits.values().stream()
                .filter(some -> some.areSlips(values))
                .mapToLong(Misfits::count)
                .min()
                .orElse(0);
        return chosen(misfits.entrySet().stream()
                .filter(format ->
                        format.getValue().areSlips(values) && format.getValue().count() == fewest)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Those few. */
    Misfits slips() {
        return misfits.values().stream()
                .filter(some -> some.areSlips(values))
                .min(Comparator.comparingLong(Misfits::count))
                .orElseThrow();
    }

    /** Whether another way to read the cells would give other dates. */
    boolean isAmbiguous() {
        return DateFormats.different(exact()) > 1;
    }

    /** Whether cells name times of day. */
    boolean hasTimes() {
        return times;
    }

    private Optional<DateFormat> chosen(List<DateFormat> possible) {
        List<DateFormat> orders =
                possible.stream().filter(format -> format.order().isPresent()).toList();
        if (orders.size() > 1) {
            return Optional.of(DateFormat.of(slashes ? DateOrder.MONTH_DAY_YEAR : DateOrder.DAY_MONTH_YEAR));
        }
        return possible.stream().findFirst();
    }

    private List<DateFormat> exact() {
        return misfits.entrySet().stream()
                .filter(format -> format.getValue().areNone())
                .map(Map.Entry::getKey)
                .toList();
    }
}
