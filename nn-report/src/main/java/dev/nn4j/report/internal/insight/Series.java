// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Numbers to be drawn: to six digits, which no picture shows the end of. */
public final class Series {
    private static final MathContext DIGITS = new MathContext(6);

    private Series() {}

    /** The numbers of indices from 0; what is not finite becomes null. */
    public static JsonNode of(int count, IntToDoubleFunction value) {
        return Json.list(IntStream.range(0, count)
                .<JsonNode>mapToObj(i -> number(value.applyAsDouble(i)))
                .toList());
    }

    public static JsonNode of(double[] values) {
        return of(values.length, i -> values[i]);
    }

    public static JsonNode of(long[] values) {
        return of(values.length, i -> values[i]);
    }

    public static JsonNode number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : Json.none();
    }

    public static JsonNode number(double value) {
        return Double.isFinite(value)
                ? Json.number(new BigDecimal(value).round(DIGITS).doubleValue())
                : Json.none();
    }
}
