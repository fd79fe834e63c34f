// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads components: a name, or an object of a type and parameters. */
public final class Components {
    public static final String TYPE = "type";

    private final ComponentRegistry registry;

    Components(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** The component that a value at a path describes. */
    <C extends Component> C read(ComponentKind<C> kind, String path, JsonNode value) {
        return read(kind, path, value, List.of());
    }

    /** Likewise, where the object also holds keys that are not the component's. */
    <C extends Component> C read(ComponentKind<C> kind, String path, JsonNode value, List<String> otherKeys) {
        C prototype = find(kind, path, typeOf(path, value));
        Map<String, Object> parameters =
                parameters(prototype.name(), prototype.hyperparameters(), path, value, otherKeys);
        return configured(path, () -> kind.configure(prototype, parameters));
    }

    /** The registered component of this name. */
    <C extends Component> C find(ComponentKind<C> kind, String path, String name) {
        try {
            return registry.find(kind, name, Map.of());
        } catch (ComponentException e) {
            boolean mistyped = e.reason() == ComponentException.Reason.MISSING && ComponentName.isBare(name);
            throw mistyped
                    ? new ConfigurationException(path, String.valueOf(e.getMessage()))
                    : new ComponentException(e.reason(), e.component(), path + ": " + e.getMessage(), e);
        }
    }

    /** The name in a value that is a name, or an object with a type. */
    static String typeOf(String path, JsonNode value) {
        if (value instanceof TextNode name) {
            return name.textValue();
        }
        String wanted = "a name or an object with a type";
        ObjectNode object = Fields.as(ObjectNode.class, wanted, path, value);
        JsonNode type = object.get(TYPE);
        if (type == null) {
            throw new ConfigurationException(path, "must be " + wanted + ", got an object without one");
        }
        return Fields.as(TextNode.class, "a text", path + "." + TYPE, type).textValue();
    }

    /** The parameters in an object, checked against a prototype's declarations one by one. */
    static Map<String, Object> parameters(
            String owner, Hyperparameters prototype, String path, JsonNode value, List<String> otherKeys) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (value instanceof ObjectNode) {
            Map<String, Hyperparameter<?>> declared = new LinkedHashMap<>();
            prototype.declarations().forEach(one -> declared.put(one.name(), one));
            List<String> known = new ArrayList<>(declared.keySet());
            known.add(TYPE);
            known.addAll(otherKeys);
            Fields fields = new Fields(path, value, known);
            declared.forEach((name, declaration) -> fields.value(name).ifPresent(raw -> {
                Object parsed = configured(
                        fields.pathOf(name), () -> declaration.parse(owner, plain(fields.pathOf(name), raw)));
                parameters.put(name, parsed);
            }));
        }
        return parameters;
    }

    /** A component refuses a value with an IllegalArgumentException, which knows nothing of paths. */
    static <T> T configured(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(path, String.valueOf(e.getMessage()));
        }
    }

    /** A number, text, yes, no or list of numbers, as components take them. */
    static Object plain(String path, JsonNode value) {
        if (value instanceof ArrayNode array) {
            List<Double> numbers = new ArrayList<>();
            for (JsonNode one : array) {
                numbers.add(Fields.number(path + "[" + numbers.size() + "]", one));
            }
            return numbers;
        }
        if (value instanceof NumericNode number) {
            return Json.whole(number).isPresent()
                    ? (Number) Json.whole(number).getAsLong()
                    : (Number) Fields.number(path, number);
        }
        if (value instanceof BooleanNode flag) {
            return flag.booleanValue();
        }
        return Fields.as(TextNode.class, "a number, a text, true, false or a list of numbers", path, value)
                .textValue();
    }
}
