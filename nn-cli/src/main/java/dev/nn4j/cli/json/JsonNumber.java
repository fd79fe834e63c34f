// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * A number as it stands, so that writing it back changes nothing.
 *
 * @param text a number in JSON's grammar
 */
public record JsonNumber(String text) implements JsonValue {
    /** A whole number. */
    public static JsonNumber of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /** The shortest text of a number; null for what is not finite, which JSON cannot say. */
    public static JsonValue of(double value) {
        return Double.isFinite(value) ? new JsonNumber(ShortestNumber.of(value)) : JsonNull.NULL;
    }

    /** The nearest double; infinite beyond its range. */
    public double toDouble() {
        return Double.parseDouble(text);
    }

    /** The whole number that this is, if it is one and fits. */
    public OptionalLong toWhole() {
        try {
            return OptionalLong.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String described() {
        return text;
    }

    @Override
    public String compact() {
        return text;
    }
}
