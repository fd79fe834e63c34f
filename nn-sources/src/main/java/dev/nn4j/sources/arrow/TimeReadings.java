// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.Timestamp;

/** Days and times, as those of java.time: a timestamp that has a zone is a moment, one without is what a clock showed. */
final class TimeReadings {
    private TimeReadings() {}

    static ValueReading of(Date type) {
        return type.unit() == DateUnit.DAY
                ? NumberReadings.wide(Integer.BYTES, (b, row) -> LocalDate.ofEpochDay(b.getInt(Integer.BYTES * row)))
                : NumberReadings.wide(
                        Long.BYTES,
                        (b, row) -> LocalDate.ofEpochDay(
                                Math.floorDiv(b.getLong(Long.BYTES * row), TimeUnit.DAYS.toMillis(1))));
    }

    static ValueReading of(Time type) {
        TimeUnit unit = unit(type.unit());
        return type.bitWidth() == Integer.SIZE
                ? NumberReadings.wide(
                        Integer.BYTES, (b, row) -> LocalTime.ofNanoOfDay(unit.toNanos(b.getInt(Integer.BYTES * row))))
                : NumberReadings.wide(
                        Long.BYTES, (b, row) -> LocalTime.ofNanoOfDay(unit.toNanos(b.getLong(Long.BYTES * row))));
    }

    static ValueReading of(Timestamp type) {
        TimeUnit unit = unit(type.unit());
        boolean hasZone = type.timezone() != null && !type.timezone().isEmpty();
        return NumberReadings.wide(Long.BYTES, (b, row) -> {
            Instant moment = moment(b.getLong(Long.BYTES * row), unit);
            return hasZone ? moment : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        });
    }

    private static Instant moment(long time, TimeUnit unit) {
        long second = unit.convert(1, TimeUnit.SECONDS);
        return Instant.ofEpochSecond(Math.floorDiv(time, second), unit.toNanos(Math.floorMod(time, second)));
    }

    private static TimeUnit unit(short unit) {
        return switch (unit) {
            case org.apache.arrow.flatbuf.TimeUnit.SECOND -> TimeUnit.SECONDS;
            case org.apache.arrow.flatbuf.TimeUnit.MILLISECOND -> TimeUnit.MILLISECONDS;
            case org.apache.arrow.flatbuf.TimeUnit.MICROSECOND -> TimeUnit.MICROSECONDS;
            case org.apache.arrow.flatbuf.TimeUnit.NANOSECOND -> TimeUnit.NANOSECONDS;
            default -> throw new DamagedException("has times of unit " + unit);
        };
    }
}
