// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.text;

import dev.nn4j.api.math.ShortestDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The text that a cell of a file would hold for a value of a Java program. Equal numbers have one text, whatever their
 * Java type: 2, 2L, 2.0 and 2.00 are the label 2. No text depends on the JDK.
 */
public final class ValueText {
    /** A number of more digits than this is not written out. */
    private static final int MOST_DIGITS = 1000;

    private static final List<Form<?>> FORMS = List.of(
            new Form<>(CharSequence.class, CharSequence::toString),
            new Form<>(Enum.class, Object::toString),
            new Form<>(Boolean.class, Object::toString),
            new Form<>(Character.class, Object::toString),
            new Form<>(Double.class, ValueText::ofDouble),
            new Form<>(Float.class, ValueText::ofFloat),
            new Form<>(BigDecimal.class, ValueText::ofDecimal),
            new Form<>(Number.class, ValueText::ofNumber),
            new Form<>(LocalDate.class, LocalDate::toString),
            new Form<>(LocalDateTime.class, ValueText::ofTime),
            new Form<>(OffsetDateTime.class, time -> ofTime(time.toLocalDateTime())),
            new Form<>(ZonedDateTime.class, time -> ofTime(time.toLocalDateTime())),
            new Form<>(Instant.class, time -> ofTime(LocalDateTime.ofInstant(time, ZoneOffset.UTC))),
            new Form<>(LocalTime.class, LocalTime::toString),
            new Form<>(Year.class, Year::toString),
            new Form<>(YearMonth.class, YearMonth::toString),
            new Form<>(UUID.class, UUID::toString));

    /** The same without those that others include. */
    private static final List<Class<?>> TYPES = List.of(
            CharSequence.class,
            Enum.class,
            Character.class,
            Boolean.class,
            Number.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Instant.class,
            LocalTime.class,
            Year.class,
            YearMonth.class,
            UUID.class);

    /** What went wrong elsewhere, and no label or category. */
    private static final Set<Object> INFINITE = Set.of(
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);

    private ValueText() {}

    private record Form<T>(Class<T> type, Function<T, String> text) {
        String of(Object value) {
            return text.apply(type.cast(value));
        }
    }

    /** The text of a value; empty if it is of a type that cells do not hold, or infinite. */
    public static Optional<String> of(Object value) {
        return FORMS.stream()
                .filter(form -> form.type.isInstance(value))
                .findFirst()
                .filter(form -> !INFINITE.contains(value))
                .map(form -> form.of(value));
    }

    /**
     * The texts by which a value may be listed, the best first: its own, then those that a file may have had for an equal
     * number, 2.0 for 2.
     */
    public static List<String> candidates(Object value) {
        String text = of(value).orElseGet(value::toString);
        boolean whole = value instanceof Number && text.indexOf('.') < 0;
        boolean ofJdk = value instanceof Double || value instanceof Float;
        return List.of(text, whole ? text + ".0" : text, ofJdk ? text : value.toString());
    }

    /** Whether a value is a number that is none. */
    public static boolean isNaN(Object value) {
        return value instanceof Number number && Double.isNaN(number.doubleValue());
    }

    /** The types of values that have one. */
    public static List<Class<?>> types() {
        return TYPES;
    }

    /** A value that cannot be used, for messages. */
    public static String described(Object value) {
        return value instanceof Number
                ? value.toString()
                : "a " + value.getClass().getSimpleName();
    }

    private static String ofDouble(double value) {
        return isWhole(value) ? ofDecimal(new BigDecimal(value)) : ofOther(value, () -> ShortestDecimal.of(value));
    }

    /** A float that is not whole stands for the decimal that a program wrote: 0.1f for 0.1. */
    private static String ofFloat(float value) {
        return isWhole(value) ? ofDecimal(new BigDecimal(value)) : ofOther(value, () -> ShortestDecimal.of(value));
    }

    /** A whole number is written out to its last digit, so that it is the text of an equal long. */
    private static boolean isWhole(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    private static String ofOther(double value, Supplier<BigDecimal> decimal) {
        return Double.isFinite(value) ? ofDecimal(decimal.get()) : Double.toString(value);
    }

    /** As most files write it, and golden cells do. */
    private static String ofTime(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime();
    }

    /** Whole numbers of all sizes, and what others have made of Number. */
    private static String ofNumber(Number value) {
        String text = value.toString();
        String plain = DecimalCell.plain(text);
        return plain.isEmpty() ? text : ofDecimal(new BigDecimal(plain));
    }

    private static String ofDecimal(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return Math.abs((long) bare.scale()) > MOST_DIGITS ? bare.toString() : bare.toPlainString();
    }
}
