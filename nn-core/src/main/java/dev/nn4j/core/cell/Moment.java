// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Makes a moment of the numbers of a calendar and a clock. */
final class Moment {
    private Moment() {}

    /** So many seconds after the begin of a day; empty if the calendar has no such day. */
    static Optional<LocalDateTime> of(int year, int month, int day, int second) {
        try {
            return Optional.of(LocalDate.of(year, month, day).atStartOfDay().plusSeconds(second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
