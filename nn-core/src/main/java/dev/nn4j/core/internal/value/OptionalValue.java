// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a program stands for that is a form of another: an optional one for the value in it, or none; those of
 * java.sql for dates and times of {@code java.time}.
 */
public final class OptionalValue {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
    private static final Pattern MOMENT = Pattern.compile(DAY + " " + TIME + "\\.\\d{1,9}");

    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Optional.class, optional -> optional),
            new Form<>(Date.class, date -> Optional.of(local(date))),
            new Form<>(
                    OptionalDouble.class,
                    optional -> optional.isPresent() ? Optional.of(optional.getAsDouble()) : Optional.empty()),
            new Form<>(
                    OptionalInt.class,
                    optional -> optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty()),
            new Form<>(
                    OptionalLong.class,
                    optional -> optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty()));

    private OptionalValue() {}

    private record Form<T>(Class<T> type, Function<T, Optional<?>> content) {
        @Nullable
        Object of(Object value) {
            return content.apply(type.cast(value)).orElse(null);
        }
    }

    /**
     * A java.sql.Date, Time or Timestamp is told by its text, which shows what its clock does: this module has no java.sql,
     * and the instant of such a value depends on the machine's time zone. A mere Date has another text, and stays.
     */
    @SuppressWarnings("JavaUtilDate") // programs have such values
    private static Object local(Date date) {
        String text = date.toString();
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        if (TIME.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        return MOMENT.matcher(text).matches() ? LocalDateTime.parse(text.replace(' ', 'T')) : date;
    }

    /** A value itself if it is no such form. Numbers and texts, of which there are most, are none. */
    public static @Nullable Object in(@Nullable Object value) {
        if (value instanceof Number || value instanceof String) {
            return value;
        }
        for (Form<?> form : FORMS) {
            if (form.type.isInstance(value)) {
                return form.of(value);
            }
        }
        return value;
    }

    /** Whether values declared so are such forms; of what is not said. */
    public static boolean isOptional(Class<?> type) {
        return FORMS.stream().anyMatch(form -> form.type.isAssignableFrom(type));
    }
}
