// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

/**
 * In which order a date names year, month and day.
 *
 * @since 0.1.0
 */
public enum DateOrder {
    /** As ISO 8601: {@code 2026-11-24}. */
    YEAR_MONTH_DAY("year-month-day", 0, 1, 2),
    /** {@code 24.11.2026}. */
    DAY_MONTH_YEAR("day-month-year", 2, 1, 0),
    /** {@code 11/24/2026}. */
    MONTH_DAY_YEAR("month-day-year", 2, 0, 1);

    private final String word;
    private final int year;
    private final int month;
    private final int day;

    DateOrder(String word, int year, int month, int day) {
        this.word = word;
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** As configurations say it. */
    public String word() {
        return word;
    }

    /** Place of the year among the three numbers, from 0. */
    public int year() {
        return year;
    }

    /** Place of the month. */
    public int month() {
        return month;
    }

    /** Place of the day. */
    public int day() {
        return day;
    }
}
