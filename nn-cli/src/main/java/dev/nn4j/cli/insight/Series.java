// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.insight;

import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonNull;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Numbers to be drawn: to six digits, which no picture shows the end of. */
final class Series {
    private static final MathContext DIGITS = new MathContext(6);

    private Series() {}

    /** The numbers of indices from 0; what is not finite becomes null. */
    static JsonArray of(int count, IntToDoubleFunction value) {
        return new JsonArray(IntStream.range(0, count)
                .<JsonValue>mapToObj(i -> number(value.applyAsDouble(i)))
                .toList());
    }

    static JsonArray of(double[] values) {
        return of(values.length, i -> values[i]);
    }

    static JsonArray of(long[] values) {
        return of(values.length, i -> values[i]);
    }

    static JsonValue number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : JsonNull.NULL;
    }

    static JsonValue number(double value) {
        return Double.isFinite(value)
                ? JsonNumber.of(new BigDecimal(value).round(DIGITS).doubleValue())
                : JsonNull.NULL;
    }
}
