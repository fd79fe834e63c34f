// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date out of a text cell: three numbers between {@code -}, {@code /} or {@code .}, the year with four digits,
 * and perhaps a time of day behind a space or {@code T}. A zone at the end is read over: the parts are those written.
 */
final class DateCell {
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
            + "(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");

    private DateCell() {}

    /** What a cell must hold. */
    static String wanted(DateOrder order) {
        return "dates in the order " + order.word();
    }

    /** The moment that a cell names, midnight for a mere date; empty if it names none. */
    static Optional<LocalDateTime> parse(String cell, DateOrder order) {
        Matcher parts = DATE_TIME.matcher(cell.trim());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String[] date = {parts.group(1), parts.group(3), parts.group(4)};
        if (date[order.year()].length() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(date[order.year()]),
                    Integer.parseInt(date[order.month()]),
                    Integer.parseInt(date[order.day()]),
                    orZero(parts, 5),
                    orZero(parts, 6),
                    orZero(parts, 7)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int orZero(Matcher parts, int group) {
        return parts.start(group) < 0 ? 0 : Integer.parseInt(parts.group(group));
    }
}
