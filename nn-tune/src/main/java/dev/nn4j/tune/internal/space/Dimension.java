// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.space;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One setting that a search changes.
 *
 * @param path as {@code --set} has it, or with {@code [*]} for all layers, or {@link HiddenLayers#PATH}
 * @param source what it may be
 */
public record Dimension(String path, Source source) {
    /** Numbers between two are as short as people like them. */
    private static final MathContext DIGITS = new MathContext(3);

    /** What a setting may be. */
    public sealed interface Source permits Between, Among {}

    /**
     * Any number between two.
     *
     * @param log whether their logarithms are what is divided evenly
     */
    public record Between(double from, double to, boolean log) implements Source {}

    /** One of some values. */
    public record Among(List<JsonNode> choices) implements Source {
        /** Copies the list. */
        public Among {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Refuses what there is nothing to choose of.
     *
     * @throws ConfigurationException at the path
     */
    public Dimension {
        if (source instanceof Between range) {
            requireRange(path, range);
        } else if (source instanceof Among among && among.choices().isEmpty()) {
            throw new ConfigurationException(path, "holds no value to choose from; list some, as in [0.1, 0.2]");
        }
    }

    private static void requireRange(String path, Between range) {
        if (!(range.from() < range.to()) || !Double.isFinite(range.to() - range.from())) {
            throw new ConfigurationException(
                    path,
                    "from must be less than to, got " + range.from() + " and " + range.to()
                            + "; for one value write it into the configuration");
        }
        if (range.log() && !(range.from() > 0)) {
            throw new ConfigurationException(
                    path, "from must be greater than 0 where the scale is log, got " + range.from() + "; use linear");
        }
    }

    /** How many values there are to choose from; 0 of a range. */
    public int choices() {
        return source instanceof Among among ? among.choices().size() : 0;
    }

    /** The ends of the range, or all choices. */
    List<JsonNode> ends(boolean whole) {
        return source instanceof Between range
                ? List.of(number(range.from(), whole), number(range.to(), whole))
                : ((Among) source).choices();
    }

    /**
     * The value at a place: of a range the share of the way from its beginning, in [0, 1]; of choices their number from 0.
     *
     * @param whole whether it is rounded to a whole number
     */
    JsonNode value(double place, boolean whole) {
        return source instanceof Between range
                ? number(within(range, place, whole), whole)
                : ((Among) source).choices().get((int) place);
    }

    private static double within(Between range, double share, boolean whole) {
        double low = start(range);
        double at = low + share * (end(range) - low);
        double number = range.log() ? StrictMath.exp(at) : at;
        double rounded =
                whole ? Math.rint(number) : new BigDecimal(number).round(DIGITS).doubleValue();
        return Math.min(Math.max(rounded, range.from()), range.to());
    }

    /** The place of a value; nothing if it lies outside. */
    OptionalDouble place(JsonNode value) {
        if (source instanceof Among among) {
            return IntStream.range(0, among.choices().size())
                    .filter(i -> isSame(among.choices().get(i), value))
                    .asDoubleStream()
                    .findFirst();
        }
        Between range = (Between) source;
        if (!value.isNumber() || value.doubleValue() < range.from() || value.doubleValue() > range.to()) {
            return OptionalDouble.empty();
        }
        double at = range.log() ? StrictMath.log(value.doubleValue()) : value.doubleValue();
        return OptionalDouble.of(Math.min(1, Math.max(0, (at - start(range)) / (end(range) - start(range)))));
    }

    /** 0.1 is 0.10, however either is written. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.doubleValue() == other.doubleValue()
                : JsonText.compact(one).equals(JsonText.compact(other));
    }

    private static double start(Between range) {
        return range.log() ? StrictMath.log(range.from()) : range.from();
    }

    private static double end(Between range) {
        return range.log() ? StrictMath.log(range.to()) : range.to();
    }

    private static JsonNode number(double value, boolean whole) {
        return whole ? Json.number((long) value) : Json.number(value);
    }
}
