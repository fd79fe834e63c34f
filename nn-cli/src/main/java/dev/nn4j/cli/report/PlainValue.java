// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.report;

import dev.nn4j.cli.json.JsonFlag;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of hyperparameters, which are Double, Long, Boolean or String. */
final class PlainValue {
    private PlainValue() {}

    static JsonValue json(Object value) {
        if (value instanceof Boolean flag) {
            return new JsonFlag(flag);
        }
        if (value instanceof Long whole) {
            return JsonNumber.of(whole);
        }
        return value instanceof Number number ? JsonNumber.of(number.doubleValue()) : new JsonText(value.toString());
    }

    static JsonObject json(Map<String, Object> values) {
        JsonObject json = JsonObject.empty();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            json = json.with(value.getKey(), json(value.getValue()));
        }
        return json;
    }

    /** As people read it. */
    static String text(Object value) {
        return value instanceof String text ? text : json(value).compact();
    }

    /** {@code  (alpha 0.01, beta 2)}, or nothing. */
    static String text(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(value -> value.getKey() + " " + text(value.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
