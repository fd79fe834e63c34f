// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A date of a program as tables of typed values hold it: as ISO 8601 names it, whatever the order of the column's files.
 *
 * @since 0.1.0
 */
public final class IsoDate {
    private IsoDate() {}

    /** The moment in such a text, {@code 2026-11-24T10:30}; empty if it is none. */
    public static Optional<LocalDateTime> parse(String text) {
        String trimmed = text.trim();
        boolean iso = trimmed.length() > 4 && trimmed.charAt(4) == '-';
        return iso ? DateCell.parse(trimmed, DateOrder.YEAR_MONTH_DAY) : Optional.empty();
    }

    /** The moment in a cell of a file whose dates have this order; with a time of day if it is not midnight. */
    public static String written(LocalDateTime moment, DateOrder order) {
        String[] date = new String[3];
        date[order.year()] = String.format(Locale.ROOT, "%04d", moment.getYear());
        date[order.month()] = String.format(Locale.ROOT, "%02d", moment.getMonthValue());
        date[order.day()] = String.format(Locale.ROOT, "%02d", moment.getDayOfMonth());
        LocalTime time = moment.toLocalTime();
        return String.join("-", date) + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
    }
}
