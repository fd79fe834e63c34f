// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Cells of a data file as another program would read them, knowing nothing of nn. */
final class Cells {
    private static final Set<String> GAPS = Set.of("", "?", "na", "n/a", "nan", "null", "none");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);

    private Cells() {}

    static boolean isMissing(String cell) {
        return GAPS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** The seconds since 1970 of a date, perhaps with a time. */
    static long seconds(String cell) {
        String[] parts = cell.strip().split(" ", 2);
        LocalDate day = parts[0].contains(".") ? LocalDate.parse(parts[0], DAY_FIRST) : LocalDate.parse(parts[0]);
        LocalTime time = parts.length > 1 ? LocalTime.parse(parts[1]) : LocalTime.MIDNIGHT;
        return LocalDateTime.of(day, time).toEpochSecond(ZoneOffset.UTC);
    }
}
