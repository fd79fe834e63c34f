// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.value;

import java.time.Year;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The values of a program that are numbers without a text between. */
public final class NumberValue {
    private static final List<Form<?>> FORMS = List.of(
            new Form<>(Number.class, Number::doubleValue),
            new Form<>(Boolean.class, value -> value ? 1 : 0),
            new Form<>(Year.class, Year::getValue));

    private NumberValue() {}

    private record Form<T>(Class<T> type, ToDoubleFunction<T> number) {
        double of(Object value) {
            return number.applyAsDouble(type.cast(value));
        }
    }

    /** What a column or feature of numbers takes; texts are read as the cells of a file are. */
    public static List<Class<?>> types() {
        return List.of(Number.class, Boolean.class, Year.class, CharSequence.class);
    }

    /** The number, which may be NaN or infinite; empty if the value is of another type. */
    public static OptionalDouble of(Object value) {
        for (Form<?> form : FORMS) {
            if (form.type.isInstance(value)) {
                return OptionalDouble.of(form.of(value));
            }
        }
        return OptionalDouble.empty();
    }
}
