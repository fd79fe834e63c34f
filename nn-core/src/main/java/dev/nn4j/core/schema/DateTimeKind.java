// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.IsoDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A date, perhaps with a time of day, of which the network sees chosen parts as numbers. Parts are those written: time
 * zones are not converted.
 *
 * @param format how cells write it
 * @param parts what is seen, in this order; at least one, none twice, all of which the format shows
 * @since 0.1.0
 */
public record DateTimeKind(DateFormat format, List<DatePart> parts) implements FeatureKind {
    /** Copies the parts. */
    public DateTimeKind {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || EnumSet.copyOf(parts).size() != parts.size()) {
            throw new IllegalArgumentException("date-time: parts must be at least one and differ, got " + parts);
        }
        List<DatePart> hidden =
                parts.stream().filter(part -> !format.shows(part)).toList();
        if (!hidden.isEmpty()) {
            throw new IllegalArgumentException("date-time: the format '" + format + "' does not show " + words(hidden)
                    + "; its parts are " + words(format.shown()));
        }
    }

    /** Parts of dates in an order. */
    public DateTimeKind(DateOrder order, List<DatePart> parts) {
        this(DateFormat.of(order), parts);
    }

    private static String words(List<DatePart> parts) {
        return parts.stream().map(DatePart::word).collect(Collectors.joining(", "));
    }

    @Override
    public <R> R match(FeatureKind.Cases<R> cases) {
        return cases.dateTime(this);
    }

    @Override
    public String word() {
        return "date-time";
    }

    @Override
    public CellType cellType() {
        return CellType.TEXT;
    }

    @Override
    public int rawWidth() {
        return parts.size();
    }

    @Override
    public List<String> rawNames(String feature) {
        return parts.stream().map(part -> feature + "." + part.word()).toList();
    }

    @Override
    public int inputWidth() {
        return parts.size();
    }

    @Override
    public List<String> inputNames(String feature) {
        return rawNames(feature);
    }

    @Override
    public boolean isScaled() {
        return true;
    }

    @Override
    public boolean allows(MissingPolicy policy) {
        return policy != MissingPolicy.OWN_CATEGORY;
    }

    @Override
    public void read(String cell, String column, Location where, float[] into, int at) {
        write(required(cell, "column '" + column + "'", where), into, at);
    }

    @Override
    public DateTimeKind ofTypedValues() {
        return new DateTimeKind(DateOrder.YEAR_MONTH_DAY, parts);
    }

    @Override
    public String cellOf(String text) {
        Optional<LocalDateTime> known = format.order().isPresent() ? format.parse(text) : Optional.empty();
        return known.isPresent()
                ? text
                : IsoDate.parse(text).map(format::written).orElse(text);
    }

    @Override
    public List<Class<?>> valueTypes() {
        return List.of(
                format.isTime() ? LocalTime.class : LocalDate.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                Instant.class,
                String.class);
    }

    @Override
    public void read(Object value, String feature, float[] into, int at) {
        LocalDateTime moment = value instanceof TemporalAccessor temporal
                ? momentOf(temporal).orElseThrow(() -> unusable(null, "feature '" + feature + "'", value.toString()))
                : required(value.toString(), "feature '" + feature + "'", null);
        write(moment, into, at);
    }

    private Optional<LocalDateTime> momentOf(TemporalAccessor temporal) {
        TemporalAccessor local = temporal instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : temporal;
        LocalDate date = local.query(TemporalQueries.localDate());
        LocalTime time = local.query(TemporalQueries.localTime());
        if (date == null && time != null && format.isTime()) {
            return Optional.of(time.atDate(LocalDate.EPOCH));
        }
        return Optional.ofNullable(date).map(day -> day.atTime(time == null ? LocalTime.MIDNIGHT : time));
    }

    private LocalDateTime required(String text, String who, @Nullable Location where) {
        return format.parse(text).orElseThrow(() -> unusable(where, who, text));
    }

    private RuntimeException unusable(@Nullable Location where, String who, String found) {
        return UnusableValue.of(where, who, format.wanted(), found.trim());
    }

    private void write(LocalDateTime moment, float[] into, int at) {
        for (int p = 0; p < parts.size(); p++) {
            into[at + p] = parts.get(p).of(moment);
        }
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        System.arraycopy(raw, from, inputs, to, parts.size());
    }
}
