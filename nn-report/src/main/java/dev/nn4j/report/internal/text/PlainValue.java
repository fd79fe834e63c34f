// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.config.internal.json.ShortestNumber;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of hyperparameters, which are Double, Long, Boolean or String. */
public final class PlainValue {
    private PlainValue() {}

    public static JsonMembers json(Map<String, Object> values) {
        JsonMembers json = JsonMembers.none();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            json = json.with(value.getKey(), Json.value(value.getValue()));
        }
        return json;
    }

    /** As people read it. */
    public static String text(Object value) {
        if (value instanceof Double number) {
            return ShortestNumber.of(number);
        }
        return value.toString();
    }

    /** {@code  (alpha 0.01, beta 2)}, or nothing. */
    public static String text(Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(value -> value.getKey() + " " + text(value.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
