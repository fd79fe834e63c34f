// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times by a pattern of letters as java.time has them, those that mean the same in every language and on
 * every JDK; {@link PatternLetters} makes regular expressions of them. Numbers that a pattern does not name are those of
 * 2000-01-01, midnight.
 */
final class DatePattern {
    private static final int YEAR_OF_NONE = 2000;
    private static final int CENTURY = 100;
    /** Two digits from here on are of the last century, as POSIX has it. */
    private static final int FIRST_OF_1900 = 69;

    private final String letters;
    private final Pattern pattern;
    /** The letter of each group. */
    private final String groups;

    /**
     * A pattern.
     *
     * @throws IllegalArgumentException if it is none, or its numbers name no moment
     */
    DatePattern(String letters) {
        PatternLetters read = new PatternLetters(letters);
        this.letters = letters;
        this.pattern = Pattern.compile(read.expression());
        this.groups = read.groups();
    }

    /** What a cell must hold. */
    String wanted() {
        return "dates or times in the format '" + letters + "'";
    }

    /** Whether it names a number, by one of these letters. */
    boolean has(String some) {
        return some.chars().anyMatch(letter -> groups.indexOf(letter) >= 0);
    }

    /** The moment that a cell names; empty if it names none. */
    Optional<LocalDateTime> parse(String cell) {
        Matcher parts = pattern.matcher(cell.trim());
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (text(parts, 'h').isEmpty() != text(parts, 'a').isEmpty()) {
            return Optional.empty(); // a section that was left out had the other
        }
        int written = number(parts, 'H', number(parts, 'h', 0));
        int hour = ClockTime.hour(written, text(parts, 'a'));
        int second = ClockTime.secondOfDay(hour, number(parts, 'm', 0), number(parts, 's', 0));
        return second == ClockTime.NONE
                ? Optional.empty()
                : Moment.of(year(parts), number(parts, 'M', 1), number(parts, 'd', 1), second);
    }

    private int year(Matcher parts) {
        int year = number(parts, 'y', YEAR_OF_NONE);
        if (year >= CENTURY || text(parts, 'y').length() > 2) {
            return year;
        }
        return year + (year >= FIRST_OF_1900 ? YEAR_OF_NONE - CENTURY : YEAR_OF_NONE);
    }

    /** The number of a letter; the month may be a name. */
    private int number(Matcher parts, char letter, int otherwise) {
        String text = text(parts, letter);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MonthName.month(text);
    }

    private String text(Matcher parts, char letter) {
        int group = groups.indexOf(letter) + 1;
        return group == 0 || parts.start(group) < 0 ? "" : parts.group(group);
    }
}
