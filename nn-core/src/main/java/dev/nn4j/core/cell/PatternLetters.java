// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import dev.nn4j.core.internal.text.ShownCell;
import java.util.regex.Pattern;

/** Makes a regular expression of a pattern of letters, part by part. */
final class PatternLetters {
    /** What may stand in a pattern, for messages. */
    static final String ALLOWED =
            "y or yyyy (a year of four digits), yy (two: 1969 to 2068), M, MM, MMM (Mar or March), d, dd,"
                    + " H, HH, h, hh with a (AM or PM), m, mm, s, ss, S to SSSSSSSSS, E (a day of the week), X or x (a zone, read over),"
                    + " [ ] around what may be left out, ' ' around other letters, and signs";

    private static final int MOST_LENGTH = 64;
    private static final int MOST_DIGITS = 9;

    private final String letters;
    private final StringBuilder expression = new StringBuilder();
    private final StringBuilder groups = new StringBuilder();
    private int open;

    PatternLetters(String letters) {
        this.letters = letters;
        require(!letters.isBlank() && letters.length() <= MOST_LENGTH, "must have 1 to " + MOST_LENGTH + " characters");
        int at = 0;
        while (at < letters.length()) {
            at = take(at);
        }
        require(open == 0, "has a [ without a ]");
        requireMoment();
    }

    /** What a cell must match; a group for each number. */
    String expression() {
        return expression.toString();
    }

    /** The letter of each group; that of u is y. */
    String groups() {
        return groups.toString();
    }

    /** Takes the element at an index and says where the next one begins. */
    private int take(int at) {
        int c = letters.codePointAt(at);
        if (c == '\'') {
            return takeQuoted(at + 1);
        }
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            int end = at;
            while (end < letters.length() && letters.charAt(end) == c) {
                end++;
            }
            expression.append(expression((char) c, end - at));
            return end;
        }
        require(
                c != '{' && c != '}' && c != '#' && !Character.isISOControl(c),
                "may not hold " + ShownCell.of(Character.toString(c)));
        open += c == '[' ? 1 : c == ']' ? -1 : 0;
        require(open >= 0, "has a ] without a [");
        expression.append(c == '[' ? "(?:" : c == ']' ? ")?+" : literal(c));
        return at + Character.charCount(c);
    }

    private int takeQuoted(int from) {
        int end = letters.indexOf('\'', from);
        require(end >= 0, "has a ' without another");
        String quoted = end == from ? "'" : letters.substring(from, end);
        quoted.codePoints().forEach(c -> expression.append(literal(c)));
        boolean goesOn = end > from && end + 1 < letters.length() && letters.charAt(end + 1) == '\'';
        if (!goesOn) {
            return end + 1;
        }
        expression.append(literal('\''));
        return takeRest(end + 2);
    }

    /** What stands behind two quotes, one of which is meant, within others. */
    private int takeRest(int from) {
        return from < letters.length() && letters.charAt(from) == '\'' ? from + 1 : takeQuoted(from);
    }

    private static String literal(int c) {
        return c == ' ' ? ClockTime.BLANK : Pattern.quote(Character.toString(c));
    }

    private String expression(char letter, int times) {
        return switch (letter) {
            case 'y', 'u' -> number('y', times == 1 ? 4 : times, times == 1 || times == 2 || times == 4);
            case 'M' -> times > 2 && times <= 4 ? group('M', "[A-Za-z]{3,9}") + "\\.?" : shortNumber('M', times);
            case 'd', 'H', 'h', 'm', 's' -> shortNumber(letter, times);
            case 'S' -> number('S', times, times <= MOST_DIGITS);
            case 'a' -> group('a', ClockTime.HALF, times == 1);
            case 'E' -> MonthName.WEEKDAY;
            case 'X', 'x' -> ClockTime.ZONE;
            default -> throw refused("has the letter " + letter + remedy(letter));
        };
    }

    private static String remedy(char letter) {
        return switch (letter) {
            case 'Y' -> "; a year is y";
            case 'D' -> "; a day of the month is d";
            case 'k', 'K' -> "; an hour is H, or h with a";
            case 'z', 'Z', 'V', 'O' -> "; a zone is X";
            default -> "";
        };
    }

    private String shortNumber(char letter, int times) {
        require(times <= 2, "has " + Character.toString(letter).repeat(times));
        return group(letter, times == 1 ? "\\d{1,2}" : "\\d{2}");
    }

    private String number(char letter, int digits, boolean allowed) {
        require(allowed, "has " + Character.toString(letter).repeat(digits));
        return group(letter, "\\d{" + digits + "}");
    }

    private String group(char letter, String expressionWithGroup, boolean allowed) {
        require(allowed, "has " + letter + " several times");
        note(letter);
        return expressionWithGroup;
    }

    private String group(char letter, String of) {
        note(letter);
        return "(" + of + ")";
    }

    private void note(char letter) {
        require(groups.indexOf(Character.toString(letter)) < 0, "has " + letter + " twice");
        groups.append(letter);
    }

    private void requireMoment() {
        require(has('y') || has('M') || has('H') || has('h'), "names neither a year nor a month nor an hour");
        require(!has('d') || has('M'), "has a day without a month" + (has('m') ? "; a month is M, a minute m" : ""));
        require(!has('H') || !has('h'), "has both H and h");
        require(has('h') == has('a'), has('h') ? "has h without a; an hour of 24 is H" : "has a without h");
        require(!has('m') || has('H') || has('h'), "has a minute without an hour; a month is M, a minute m");
        require(!has('s') || has('m'), "has a second without a minute");
        require(!has('S') || has('s'), "has a fraction without a second");
    }

    private boolean has(char letter) {
        return groups.indexOf(Character.toString(letter)) >= 0;
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw refused(problem);
        }
    }

    private IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException(
                "date-time: the format '" + ShownCell.of(letters) + "' " + problem + "; allowed are " + ALLOWED);
    }
}
