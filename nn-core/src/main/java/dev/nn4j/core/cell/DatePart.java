// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;

/**
 * What of a date or time a network sees, each as a number of its own.
 *
 * @since 0.1.0
 */
public enum DatePart {
    /** The year, as in 2026. */
    YEAR("year", ChronoField.YEAR),
    /** 1 to 4. */
    QUARTER("quarter", IsoFields.QUARTER_OF_YEAR),
    /** 1 to 12. */
    MONTH("month", ChronoField.MONTH_OF_YEAR),
    /** Day of the month, from 1. */
    DAY("day", ChronoField.DAY_OF_MONTH),
    /** 1 (Monday) to 7 (Sunday). */
    WEEKDAY("weekday", ChronoField.DAY_OF_WEEK),
    /** Day of the year, from 1. */
    DAY_OF_YEAR("day-of-year", ChronoField.DAY_OF_YEAR),
    /** Whole days since 1970-01-01: a trend. */
    DAYS("days", ChronoField.EPOCH_DAY),
    /** 0 to 23. */
    HOUR("hour", ChronoField.HOUR_OF_DAY),
    /** 0 to 59. */
    MINUTE("minute", ChronoField.MINUTE_OF_HOUR),
    /** 0 to 59. */
    SECOND("second", ChronoField.SECOND_OF_MINUTE);

    private final String word;
    private final TemporalField field;

    DatePart(String word, TemporalField field) {
        this.word = word;
        this.field = field;
    }

    /** As configurations say it: {@code day-of-year}. */
    public String word() {
        return word;
    }

    /** This part of a moment. */
    public float of(LocalDateTime moment) {
        return moment.getLong(field);
    }
}
