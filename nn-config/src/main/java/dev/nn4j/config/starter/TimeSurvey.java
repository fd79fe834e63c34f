// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Whether whole numbers are times: years, seconds or thousandths, millionths or billionths of them since 1970, or a date
 * written as one number, perhaps with the time of day: 20261124, 202611, 202611241530, 20261124153007.
 */
final class TimeSurvey {
    private static final long FIRST_YEAR = 1800;
    private static final long LAST_YEAR = 2100;
    /** 1990 and 2100, in seconds. */
    private static final long FIRST_SECOND = 631_152_000L;

    private static final long LAST_SECOND = 4_102_444_800L;
    private static final double MOST = 1e19;
    private static final int HUNDRED = 100;

    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private boolean months = true;
    private boolean days = true;
    private boolean minutes = true;
    private boolean seconds = true;

    void add(double number) {
        least = Math.min(least, number);
        most = Math.max(most, number);
        long whole = (long) number;
        months = months && isDate(whole * HUNDRED + 1);
        days = days && isDate(whole);
        minutes = minutes && isTime(whole * HUNDRED);
        seconds = seconds && isTime(whole);
    }

    boolean areAll() {
        return within(FIRST_YEAR, LAST_YEAR) || areSinceEpoch() || months || days || minutes || seconds;
    }

    private boolean areSinceEpoch() {
        for (double unit = 1; unit * LAST_SECOND < MOST; unit *= 1000) {
            if (within(unit * FIRST_SECOND, unit * LAST_SECOND)) {
                return true;
            }
        }
        return false;
    }

    private boolean within(double first, double last) {
        return least >= first && most <= last;
    }

    /** yyyyMMdd. */
    private static boolean isDate(long number) {
        try {
            int year = LocalDate.of(
                            Math.toIntExact(number / (HUNDRED * HUNDRED)), (int) (number / HUNDRED % HUNDRED), (int)
                                    (number % HUNDRED))
                    .getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** yyyyMMddHHmmss. */
    private static boolean isTime(long number) {
        long time = number % (HUNDRED * HUNDRED * HUNDRED);
        try {
            LocalTime.of((int) (time / (HUNDRED * HUNDRED)), (int) (time / HUNDRED % HUNDRED), (int) (time % HUNDRED));
            return isDate(number / (HUNDRED * HUNDRED * HUNDRED));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
