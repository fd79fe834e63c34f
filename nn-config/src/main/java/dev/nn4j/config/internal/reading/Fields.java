// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The members of one object of the configuration, read strictly: every fault is reported with its path. */
public final class Fields {
    private static final Pattern ZERO = Pattern.compile("-?[0.]+([eE].*)?");

    private final String path;
    private final ObjectNode object;

    /**
     * An object that may have these keys and no others.
     *
     * @throws ConfigurationException if it is no object, or has another key
     */
    public Fields(String path, JsonNode value, Collection<String> known) {
        this.path = path;
        this.object = as(ObjectNode.class, "an object", path, value);
        for (String key : keys(object)) {
            if (!known.contains(key)) {
                throw new ConfigurationException(pathOf(key), "unknown key" + NearestName.hint(key, known));
            }
        }
    }

    /** The path of a member. */
    public String pathOf(String key) {
        return JsonPath.member(path, key);
    }

    public boolean has(String key) {
        return object.has(key);
    }

    public Optional<JsonNode> value(String key) {
        return Optional.ofNullable(object.get(key));
    }

    public Optional<String> text(String key) {
        return value(key)
                .map(value -> as(TextNode.class, "a text", pathOf(key), value).textValue());
    }

    public Optional<Boolean> flag(String key) {
        return value(key)
                .map(value -> as(BooleanNode.class, "true or false", pathOf(key), value)
                        .booleanValue());
    }

    public OptionalDouble number(String key) {
        Optional<JsonNode> value = value(key);
        return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(pathOf(key), value.get()));
    }

    /** The number at a path, which a double must be able to hold: neither as infinity nor, unless it is 0, as 0. */
    static double number(String path, JsonNode value) {
        NumericNode number = as(NumericNode.class, "a number", path, value);
        double held = number.doubleValue();
        boolean vanished = held == 0 && !ZERO.matcher(number.asText()).matches();
        if (vanished || Double.isInfinite(held)) {
            throw refused("0, or a number whose size is from 4.9e-324 to 1.7e308", path, number);
        }
        return held;
    }

    /** A whole number of at least {@code least} that fits an int. */
    public OptionalInt count(String key, int least) {
        String wanted = "a whole number at least " + least;
        Optional<JsonNode> value = value(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        NumericNode number = as(NumericNode.class, wanted, pathOf(key), value.get());
        if (number.doubleValue() > Integer.MAX_VALUE) {
            throw refused("at most " + Integer.MAX_VALUE, pathOf(key), number);
        }
        OptionalLong whole = Json.whole(number);
        if (whole.isEmpty() || whole.getAsLong() < least) {
            throw refused(wanted, pathOf(key), number);
        }
        return OptionalInt.of((int) whole.getAsLong());
    }

    /** A whole number that fits a long. */
    public OptionalLong whole(String key) {
        String wanted = "a whole number of at most 64 bits";
        Optional<JsonNode> value = value(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong whole = Json.whole(as(NumericNode.class, wanted, pathOf(key), value.get()));
        if (whole.isEmpty()) {
            throw refused(wanted, pathOf(key), value.get());
        }
        return whole;
    }

    public Optional<List<JsonNode>> list(String key) {
        return value(key).map(value -> elements(as(ArrayNode.class, "a list", pathOf(key), value)));
    }

    /** One text, or a list of them. */
    public Optional<List<String>> texts(String key) {
        return value(key).map(value -> value instanceof TextNode one ? List.of(one.textValue()) : textsOf(key, value));
    }

    private List<String> textsOf(String key, JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : as(ArrayNode.class, "a text or a list of texts", pathOf(key), value)) {
            texts.add(as(TextNode.class, "a text", JsonPath.element(pathOf(key), texts.size()), element)
                    .textValue());
        }
        return texts;
    }

    /** The value as one of a type. */
    public static <T extends JsonNode> T as(Class<T> type, String wanted, String path, JsonNode value) {
        if (!type.isInstance(value)) {
            throw refused(wanted, path, value);
        }
        return type.cast(value);
    }

    static List<String> keys(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    static List<JsonNode> elements(ArrayNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    public static ConfigurationException refused(String wanted, String path, JsonNode found) {
        return new ConfigurationException(path, "must be " + wanted + ", got " + Json.described(found));
    }
}
