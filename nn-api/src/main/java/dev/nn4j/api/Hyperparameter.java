// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one hyperparameter: its name, type, default, allowed values and meaning. A component keeps its
 * declarations in constants; they are the only home of the default and of the check.
 *
 * <pre>{@code
 * private static final Hyperparameter<Double> ALPHA =
 *         Hyperparameter.number("alpha", 0.01, Range.closed(0, 1), "slope where z < 0");
 * }</pre>
 *
 * @param <T> Double, Long, Boolean, String or a list of Double
 * @since 0.1.0
 */
public final class Hyperparameter<T> {
    /** The type of a hyperparameter's values, as files and JSON see it. */
    public enum Kind {
        /** A double. */
        NUMBER("a number"),
        /** A whole number that fits a long. */
        INTEGER("a whole number"),
        /** True or false. */
        FLAG("true or false"),
        /** One of a list of words. */
        CHOICE("a text"),
        /** A list of doubles. */
        NUMBERS("a list of numbers");

        private final String inWords;

        Kind(String inWords) {
            this.inWords = inWords;
        }

        /** As people read it after "must be". */
        public String inWords() {
            return inWords;
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final List<String> RESERVED = List.of("type", "learningRate");

    private final String name;
    private final Kind kind;
    private final T defaultValue;
    private final Range range;
    private final List<String> choices;
    private final String meaning;
    private final boolean usedAsFloat;

    private Hyperparameter(
            String name,
            Kind kind,
            T defaultValue,
            Range range,
            List<String> choices,
            String meaning,
            boolean usedAsFloat) {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    "hyperparameter: name must be camelCase and none of " + RESERVED + ", got '" + name + "'");
        }
        this.name = name;
        this.kind = kind;
        this.range = range;
        this.choices = choices;
        this.meaning = meaning;
        this.usedAsFloat = usedAsFloat;
        this.defaultValue = check("default", defaultValue);
    }

    /** Declares a real number. */
    public static Hyperparameter<Double> number(String name, double defaultValue, Range range, String meaning) {
        return new Hyperparameter<>(name, Kind.NUMBER, defaultValue, range, List.of(), meaning, false);
    }

    /**
     * Declares a real number that is computed with as a float. A value is refused that is another thing as a float: 0 or
     * infinite although it is not, or at an end that the range leaves out, as 0.99999999999 is 1.
     */
    public static Hyperparameter<Double> floatNumber(String name, double defaultValue, Range range, String meaning) {
        return new Hyperparameter<>(name, Kind.NUMBER, defaultValue, range, List.of(), meaning, true);
    }

    /** Declares a whole number. */
    public static Hyperparameter<Long> integer(String name, long defaultValue, Range range, String meaning) {
        return new Hyperparameter<>(name, Kind.INTEGER, defaultValue, range, List.of(), meaning, false);
    }

    /** Declares a switch. */
    public static Hyperparameter<Boolean> flag(String name, boolean defaultValue, String meaning) {
        return new Hyperparameter<>(name, Kind.FLAG, defaultValue, Range.finite(), List.of(), meaning, false);
    }

    /** Declares a choice among words. */
    public static Hyperparameter<String> choice(
            String name, String defaultValue, List<String> choices, String meaning) {
        return new Hyperparameter<>(
                name, Kind.CHOICE, defaultValue, Range.finite(), List.copyOf(choices), meaning, false);
    }

    /**
     * Declares a list of real numbers, in an order that means something.
     *
     * @param range of each
     * @since 0.1.0
     */
    public static Hyperparameter<List<Double>> numbers(
            String name, List<Double> defaultValue, Range range, String meaning) {
        return new Hyperparameter<>(name, Kind.NUMBERS, List.copyOf(defaultValue), range, List.of(), meaning, false);
    }

    /** The name in JSON and in files: camelCase. */
    public String name() {
        return name;
    }

    /** The type of its values. */
    public Kind kind() {
        return kind;
    }

    /** The value used where none is given. */
    public T defaultValue() {
        return defaultValue;
    }

    /** What it does, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** The interval a number must lie in; every finite number for the other kinds. */
    public Range range() {
        return range;
    }

    /** The words a choice can be; empty for the other kinds. */
    public List<String> choices() {
        return choices;
    }

    /** The allowed values as people read them after "must be": {@code in [0, 1]}. */
    public String allowed() {
        return switch (kind) {
            case NUMBER -> range.inWords();
            case INTEGER -> range.equals(Range.finite()) ? kind.inWords() : kind.inWords() + " " + range.inWords();
            case FLAG -> kind.inWords();
            case CHOICE -> "one of " + String.join(", ", choices);
            case NUMBERS -> "a list of numbers " + range.inWords();
        };
    }

    /**
     * Returns the value if it is allowed.
     *
     * @param owner the component's name, for the message
     * @throws IllegalArgumentException if it is not: {@code leaky-relu: alpha must be in [0, 1], got 2.0}
     */
    public T check(String owner, T value) {
        boolean allowed = switch (kind) {
            case NUMBER, INTEGER -> range.contains(((Number) value).doubleValue());
            case FLAG -> true;
            case CHOICE -> choices.contains(value);
            case NUMBERS -> ((List<?>) value).stream().allMatch(one -> range.contains((Double) one));
        };
        if (!allowed) {
            throw refused(owner, value);
        }
        if (usedAsFloat && !range.keepsAsFloat(((Number) value).doubleValue())) {
            throw refused(
                    owner,
                    value + ", which is " + ((Number) value).floatValue() + " as the float that is computed with");
        }
        return value;
    }

    /**
     * Converts and checks a value as JSON or a file holds it: a {@link Number}, {@link Boolean}, {@link String} or
     * {@link List} of numbers. A number is never read out of a text.
     *
     * @throws IllegalArgumentException if it is of another type or not allowed
     */
    @SuppressWarnings("unchecked") // the factories tie each kind to its one Java type
    public T parse(String owner, Object value) {
        Object parsed = null;
        switch (kind) {
            case NUMBER -> parsed = value instanceof Number number ? number.doubleValue() : null;
            case INTEGER -> parsed = value instanceof Number number ? wholeOrNull(number) : null;
            case FLAG -> parsed = value instanceof Boolean ? value : null;
            case CHOICE -> parsed = value instanceof String ? value : null;
            case NUMBERS -> parsed = value instanceof List<?> list ? numbersOrNull(list) : null;
        }
        if (parsed == null) {
            throw refused(owner, value instanceof String ? "\"" + value + "\"" : value);
        }
        return check(owner, (T) parsed);
    }

    private static @Nullable List<Double> numbersOrNull(List<?> list) {
        List<Double> numbers = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Number number)) {
                return null;
            }
            numbers.add(number.doubleValue());
        }
        return List.copyOf(numbers);
    }

    private static @Nullable Long wholeOrNull(Number number) {
        double value = number.doubleValue();
        return value == (double) number.longValue() ? number.longValue() : null;
    }

    IllegalArgumentException refused(String owner, Object found) {
        return new IllegalArgumentException(owner + ": " + name + " must be " + allowed() + ", got " + found);
    }

    @Override
    public String toString() {
        return name + " (" + kind.inWords() + ", " + allowed() + ", default " + defaultValue + ")";
    }
}
