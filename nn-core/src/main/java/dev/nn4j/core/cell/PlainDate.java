// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads the commonest dates sign by sign: three numbers, and perhaps hours, minutes, seconds and a zone, as databases and ISO 8601
 * write them. A pattern takes many times as long, which columns of dates in millions of rows would wait for. It knows nothing that
 * {@link DateCell}'s patterns do not read in the same way.
 */
final class PlainDate {
    private static final int DIGITS_OF_A_YEAR = 4;
    private static final int DIGITS_OF_A_FRACTION = 9;
    private static final int NONE = -1;

    private final String text;
    private int at;

    private PlainDate(String text) {
        this.text = text;
    }

    /** The moment that a cell without blanks around it names; empty if it names none, or not as plainly. */
    static Optional<LocalDateTime> parse(String cell, DateOrder order) {
        return new PlainDate(cell).moment(order);
    }

    private Optional<LocalDateTime> moment(DateOrder order) {
        int[] date = new int[3];
        char between = '-';
        for (int place = 0; place < date.length; place++) {
            between = place == 1 && !isEnd() ? text.charAt(at) : between;
            boolean year = place == order.year();
            boolean there = place == 0 || ("-/.".indexOf(between) >= 0 && take(between));
            date[place] = year ? number(DIGITS_OF_A_YEAR, DIGITS_OF_A_YEAR) : number(1, 2);
            if (!there || date[place] == NONE) {
                return Optional.empty();
            }
        }
        int second = isEnd() ? 0 : secondOfDay();
        return second == NONE
                ? Optional.empty()
                : Moment.of(date[order.year()], date[order.month()], date[order.day()], second);
    }

    private int secondOfDay() {
        int hour = take(' ') || take('T') ? number(1, 2) : NONE;
        int minute = take(':') ? number(2, 2) : NONE;
        boolean seconds = take(':');
        int second = seconds ? number(2, 2) : 0;
        boolean fraction = !(seconds && take('.')) || number(1, DIGITS_OF_A_FRACTION) != NONE;
        boolean plain = hour != NONE && minute != NONE && second != NONE && fraction && isZoneOrNone();
        return plain && isEnd() ? ClockTime.secondOfDay(hour, minute, second) : NONE;
    }

    /** A zone is read over: the parts are those written. */
    private boolean isZoneOrNone() {
        if (take('+') || take('-')) {
            return number(2, 2) != NONE && (!take(':') || number(2, 2) != NONE);
        }
        return take('Z') || isEnd();
    }

    private boolean isEnd() {
        return at == text.length();
    }

    private boolean take(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    /** The number of so many digits; {@link #NONE} if there are fewer or more. */
    private int number(int least, int most) {
        int begin = at;
        int value = 0;
        for (; at - begin <= most && !isEnd() && isDigit(text.charAt(at)); at++) {
            value = 10 * value + text.charAt(at) - '0';
        }
        int digits = at - begin;
        return digits < least || digits > most ? NONE : value;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
