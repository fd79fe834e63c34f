// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.cli.json.JsonFlag;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads components: a name, or an object of a type and parameters. */
final class Components {
    static final String TYPE = "type";

    private final ComponentRegistry registry;

    Components(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** The component that a value at a path describes. */
    <C extends Component> C read(ComponentKind<C> kind, String path, JsonValue value) {
        return read(kind, path, value, List.of());
    }

    /** Likewise, where the object also holds keys that are not the component's. */
    <C extends Component> C read(ComponentKind<C> kind, String path, JsonValue value, List<String> otherKeys) {
        C prototype = find(kind, path, typeOf(path, value));
        Map<String, Object> parameters = parameters(prototype, path, value, otherKeys);
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
    static String typeOf(String path, JsonValue value) {
        if (value instanceof JsonText name) {
            return name.value();
        }
        String wanted = "a name or an object with a type";
        JsonObject object = Fields.as(JsonObject.class, wanted, path, value);
        JsonValue type = object.members().get(TYPE);
        if (type == null) {
            throw new ConfigurationException(path, "must be " + wanted + ", got an object without one");
        }
        return Fields.as(JsonText.class, "a text", path + "." + TYPE, type).value();
    }

    /** The parameters in an object, checked against the prototype's declarations one by one. */
    static Map<String, Object> parameters(Component prototype, String path, JsonValue value, List<String> otherKeys) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (value instanceof JsonObject) {
            Map<String, Hyperparameter<?>> declared = new LinkedHashMap<>();
            prototype.hyperparameters().declarations().forEach(one -> declared.put(one.name(), one));
            List<String> known = new ArrayList<>(declared.keySet());
            known.add(TYPE);
            known.addAll(otherKeys);
            Fields fields = new Fields(path, value, known);
            declared.forEach((name, declaration) -> fields.value(name).ifPresent(raw -> {
                Object parsed = configured(
                        fields.pathOf(name),
                        () -> declaration.parse(prototype.name(), plain(fields.pathOf(name), raw)));
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

    private static Object plain(String path, JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.toWhole().isPresent() ? (Number) number.toWhole().getAsLong() : (Number) number.toDouble();
        }
        if (value instanceof JsonFlag flag) {
            return flag.value();
        }
        return Fields.as(JsonText.class, "a number, a text, true or false", path, value)
                .value();
    }
}
