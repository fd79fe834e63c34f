// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time of day: {@code 15:30}, {@code 15:30:07.5}, {@code 3:30 PM}, {@code 3 p.m.} A fraction of a second and a zone
 * at the end are read over: the parts are those written.
 */
final class ClockTime {
    /** What {@link #secondOfDay(String)} answers where there is no time. */
    static final int NONE = -1;

    /** A space, which programs also write as an unbreakable or thin one. */
    static final String BLANK = "[ \\u00a0\\u202f\\u2009]";

    /** The half of the day, of which the group is the first letter. */
    static final String HALF = "([AaPp])\\.?" + BLANK + "?[Mm]\\.?";

    /** How far a clock is from that of UTC. */
    static final String ZONE = "(?:[Zz]|(?i:UTC|GMT)|(?i:UTC|GMT)?[+\\u2212-]\\d{1,2}(?::?\\d{2})?)";

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?(?:"
            + BLANK + "*" + HALF + ")?(?:" + BLANK + "*" + ZONE + "(?:\\[[A-Za-z0-9_/+-]{1,64}\\])?)?");
    private static final int LAST_HOUR = 24;
    private static final int HALF_A_DAY = 12;
    private static final int SIXTY = 60;

    private ClockTime() {}

    /** Seconds since midnight, those of 24:00 at its end; {@link #NONE} if the text is no time. */
    static int secondOfDay(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches() || (parts.start(2) < 0 && parts.start(4) < 0)) {
            return NONE;
        }
        int hour = hour(number(parts, 1), parts.start(4) < 0 ? "" : parts.group(4));
        return secondOfDay(hour, number(parts, 2), number(parts, 3));
    }

    /** The hour from 0, of one of the half of a day that a letter names, or none; {@link #NONE} if its half has no such. */
    static int hour(int written, String half) {
        if (half.isEmpty()) {
            return written;
        }
        boolean fits = written >= 1 && written <= HALF_A_DAY;
        return fits ? written % HALF_A_DAY + (half.equalsIgnoreCase("p") ? HALF_A_DAY : 0) : NONE;
    }

    /** Seconds since midnight; a leap second is the one before it. {@link #NONE} where the numbers name no time. */
    static int secondOfDay(int hour, int minute, int second) {
        boolean leap = second == SIXTY && minute == SIXTY - 1;
        int whole = (hour * SIXTY + minute) * SIXTY + (leap ? second - 1 : second);
        boolean fits = hour >= 0 && minute < SIXTY && (second < SIXTY || leap) && whole <= LAST_HOUR * SIXTY * SIXTY;
        return fits ? whole : NONE;
    }

    private static int number(Matcher parts, int group) {
        return parts.start(group) < 0 ? 0 : Integer.parseInt(parts.group(group));
    }
}
