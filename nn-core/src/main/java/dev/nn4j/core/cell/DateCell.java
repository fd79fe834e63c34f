// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date out of a text cell: year, month and day in some order, the year with four digits, the month perhaps by its
 * English name, and perhaps a time of day behind them. A day of the week before it is read over.
 */
final class DateCell {
    private static final String START = "(?:" + MonthName.WEEKDAY + ",?" + ClockTime.BLANK + "*)?";
    private static final String END =
            "(?:(?:,?" + ClockTime.BLANK + "+|" + ClockTime.BLANK + "*[Tt]" + ClockTime.BLANK + "*|:)(\\d.*))?";
    private static final Pattern NUMBERS =
            Pattern.compile(START + "(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})" + END, Pattern.DOTALL);

    private static final String BETWEEN = "[-/., \\u00a0\\u202f]{0,2}";
    private static final String NAME_OR_NUMBER = "([A-Za-z]{3,9}|\\d{1,4})(?:st|nd|rd|th)?";
    private static final Pattern NAMES = Pattern.compile(
            START + NAME_OR_NUMBER + BETWEEN + NAME_OR_NUMBER + BETWEEN + "(\\d{1,4})" + END, Pattern.DOTALL);
    private static final int DIGITS_OF_A_YEAR = 4;

    private DateCell() {}

    /** What a cell must hold. */
    static String wanted(DateOrder order) {
        return "dates in the order " + order.word();
    }

    /** The moment that a cell names, midnight for a mere date; empty if it names none. */
    static Optional<LocalDateTime> parse(String cell, DateOrder order) {
        String text = cell.trim();
        Optional<LocalDateTime> plain = PlainDate.parse(text, order);
        return plain.isPresent() ? plain : byPatterns(text, order);
    }

    /** The same of all dates that are known, plain ones too, which only take longer. */
    static Optional<LocalDateTime> byPatterns(String text, DateOrder order) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            String[] date = {numbers.group(1), numbers.group(3), numbers.group(4)};
            return moment(date, order, number(date[order.month()]), numbers.start(5) < 0 ? "" : numbers.group(5));
        }
        Matcher names = NAMES.matcher(text);
        if (!names.matches()) {
            return Optional.empty();
        }
        String[] date = {names.group(1), names.group(2), names.group(3)};
        int month = MonthName.month(date[order.month()]);
        return moment(date, order, month, names.start(4) < 0 ? "" : names.group(4));
    }

    private static Optional<LocalDateTime> moment(String[] date, DateOrder order, int month, String time) {
        int second = time.isEmpty() ? 0 : ClockTime.secondOfDay(time);
        String year = date[order.year()];
        if (second == ClockTime.NONE || year.length() != DIGITS_OF_A_YEAR) {
            return Optional.empty();
        }
        return Moment.of(number(year), month, number(date[order.day()]), second);
    }

    /** A name is none of the calendar's numbers. */
    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : -1;
    }
}
