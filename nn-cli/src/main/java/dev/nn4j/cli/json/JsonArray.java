// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of values.
 *
 * @param elements in order
 */
public record JsonArray(List<JsonValue> elements) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
        elements = List.copyOf(elements);
    }

    /** A list of texts. */
    public static JsonArray ofTexts(Collection<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonText::new).toList());
    }

    /** This list with one element replaced, or added at its end. */
    public JsonArray with(int index, JsonValue element) {
        List<JsonValue> changed = new ArrayList<>(elements);
        if (index == changed.size()) {
            changed.add(element);
        } else {
            changed.set(index, element);
        }
        return new JsonArray(changed);
    }

    @Override
    public String described() {
        return "a list";
    }

    @Override
    public String compact() {
        return elements.stream().map(JsonValue::compact).collect(Collectors.joining(",", "[", "]"));
    }
}
