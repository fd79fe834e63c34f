// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An object of JSON to which members are added one by one; each time another, as what is described is handed on. */
public final class JsonMembers {
    private final ObjectNode members;

    private JsonMembers(ObjectNode members) {
        this.members = members;
    }

    /** None yet. */
    public static JsonMembers none() {
        return new JsonMembers(JsonNodeFactory.instance.objectNode());
    }

    /** With one member added or replaced. */
    public JsonMembers with(String name, JsonNode value) {
        ObjectNode changed = copy();
        changed.set(name, value);
        return new JsonMembers(changed);
    }

    /** With an object. */
    public JsonMembers with(String name, JsonMembers object) {
        return with(name, object.node());
    }

    /** With a list of objects. */
    public JsonMembers with(String name, List<JsonMembers> objects) {
        return with(name, Json.list(objects.stream().map(JsonMembers::node).toList()));
    }

    /** With a text. */
    public JsonMembers with(String name, String text) {
        return with(name, Json.text(text));
    }

    /** With a whole number. */
    public JsonMembers with(String name, long number) {
        return with(name, Json.number(number));
    }

    /** With a number; null where it is not finite. */
    public JsonMembers with(String name, double number) {
        return with(name, Json.number(number));
    }

    /** With a number; null where there is none. */
    public JsonMembers with(String name, OptionalDouble number) {
        return with(name, Json.number(number));
    }

    /** With true or false. */
    public JsonMembers with(String name, boolean flag) {
        return with(name, Json.flag(flag));
    }

    /** These and values by name, as {@link Json#value} takes them. */
    public JsonMembers withValues(Map<String, Object> values) {
        JsonMembers all = this;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            all = all.with(value.getKey(), Json.value(value.getValue()));
        }
        return all;
    }

    /** With all members of another, added or replaced. */
    public JsonMembers withAll(JsonMembers others) {
        ObjectNode changed = copy();
        changed.setAll(others.members);
        return new JsonMembers(changed);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The object. */
    public JsonNode node() {
        return members;
    }

    /** The shortest text. */
    public String compact() {
        return JsonText.compact(node());
    }

    /** A text that people like to read. */
    public String pretty() {
        return JsonText.pretty(node());
    }

    private ObjectNode copy() {
        return JsonNodeFactory.instance.objectNode().setAll(members);
    }
}
