// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.config;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.cli.json.JsonArray;
import dev.nn4j.cli.json.JsonFlag;
import dev.nn4j.cli.json.JsonNumber;
import dev.nn4j.cli.json.JsonObject;
import dev.nn4j.cli.json.JsonPath;
import dev.nn4j.cli.json.JsonText;
import dev.nn4j.cli.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The members of one object of the configuration, read strictly: every fault is reported with its path. */
final class Fields {
    private final String path;
    private final JsonObject object;

    /**
     * An object that may have these keys and no others.
     *
     * @throws ConfigurationException if it is no object, or has another key
     */
    Fields(String path, JsonValue value, Collection<String> known) {
        this.path = path;
        this.object = as(JsonObject.class, "an object", path, value);
        for (String key : object.members().keySet()) {
            if (!known.contains(key)) {
                throw new ConfigurationException(pathOf(key), "unknown key" + NearestName.hint(key, known));
            }
        }
    }

    /** The path of a member. */
    String pathOf(String key) {
        return JsonPath.member(path, key);
    }

    boolean has(String key) {
        return object.members().containsKey(key);
    }

    Optional<JsonValue> value(String key) {
        return Optional.ofNullable(object.members().get(key));
    }

    Optional<String> text(String key) {
        return value(key)
                .map(value -> as(JsonText.class, "a text", pathOf(key), value).value());
    }

    Optional<Boolean> flag(String key) {
        return value(key)
                .map(value ->
                        as(JsonFlag.class, "true or false", pathOf(key), value).value());
    }

    OptionalDouble number(String key) {
        Optional<JsonValue> value = value(key);
        return value.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(as(JsonNumber.class, "a number", pathOf(key), value.get())
                        .toDouble());
    }

    /** A whole number of at least {@code least} that fits an int. */
    OptionalInt count(String key, int least) {
        String wanted = "a whole number at least " + least;
        Optional<JsonValue> value = value(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        JsonNumber number = as(JsonNumber.class, wanted, pathOf(key), value.get());
        if (number.toDouble() > Integer.MAX_VALUE) {
            throw refused("at most " + Integer.MAX_VALUE, pathOf(key), number);
        }
        OptionalLong whole = number.toWhole();
        if (whole.isEmpty() || whole.getAsLong() < least) {
            throw refused(wanted, pathOf(key), number);
        }
        return OptionalInt.of((int) whole.getAsLong());
    }

    /** A whole number that fits a long. */
    OptionalLong whole(String key) {
        String wanted = "a whole number of at most 64 bits";
        Optional<JsonValue> value = value(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong whole =
                as(JsonNumber.class, wanted, pathOf(key), value.get()).toWhole();
        if (whole.isEmpty()) {
            throw refused(wanted, pathOf(key), value.get());
        }
        return whole;
    }

    Optional<List<JsonValue>> list(String key) {
        return value(key)
                .map(value -> as(JsonArray.class, "a list", pathOf(key), value).elements());
    }

    /** One text, or a list of them. */
    Optional<List<String>> texts(String key) {
        return value(key).map(value -> value instanceof JsonText one ? List.of(one.value()) : textsOf(key, value));
    }

    private List<String> textsOf(String key, JsonValue value) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : as(JsonArray.class, "a text or a list of texts", pathOf(key), value)
                .elements()) {
            texts.add(as(JsonText.class, "a text", JsonPath.element(pathOf(key), texts.size()), element)
                    .value());
        }
        return texts;
    }

    /** The value as one of a type. */
    static <T extends JsonValue> T as(Class<T> type, String wanted, String path, JsonValue value) {
        if (!type.isInstance(value)) {
            throw refused(wanted, path, value);
        }
        return type.cast(value);
    }

    static ConfigurationException refused(String wanted, String path, JsonValue found) {
        return new ConfigurationException(path, "must be " + wanted + ", got " + found.described());
    }
}
