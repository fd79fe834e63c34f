// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Named values.
 *
 * @param members in order
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    /** Copies the map, keeping its order. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** No members; {@code with} adds them one by one. */
    public static JsonObject empty() {
        return new JsonObject(Map.of());
    }

    /** With one member added or replaced. */
    public JsonObject with(String name, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return new JsonObject(changed);
    }

    /** With a text. */
    public JsonObject with(String name, String text) {
        return with(name, new JsonText(text));
    }

    /** With a whole number. */
    public JsonObject with(String name, long number) {
        return with(name, JsonNumber.of(number));
    }

    /** With a number; null where it is not finite. */
    public JsonObject with(String name, double number) {
        return with(name, JsonNumber.of(number));
    }

    /** With a number; null where there is none. */
    public JsonObject with(String name, OptionalDouble number) {
        return with(name, number.isPresent() ? JsonNumber.of(number.getAsDouble()) : JsonNull.NULL);
    }

    /** With true or false. */
    public JsonObject with(String name, boolean flag) {
        return with(name, new JsonFlag(flag));
    }

    /** With a list. */
    public JsonObject with(String name, List<? extends JsonValue> elements) {
        return with(name, new JsonArray(List.copyOf(elements)));
    }

    @Override
    public String described() {
        return "an object";
    }

    @Override
    public String compact() {
        return members.entrySet().stream()
                .map(member -> new JsonText(member.getKey()).compact() + ":"
                        + member.getValue().compact())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
