// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Values of JSON, and what can be said of one. Whoever builds JSON sees no type but {@link JsonNode}, so that the classes
 * that can do so, and tables as well, load Jackson only when they do.
 */
public final class Json {
    private static final int MOST_SHOWN = 40;

    private Json() {}

    /** A text. */
    public static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    /** A whole number. */
    public static JsonNode number(long number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    /** A number; null where it is not finite, which JSON cannot say. */
    public static JsonNode number(double number) {
        return Double.isFinite(number) ? JsonNodeFactory.instance.numberNode(number) : none();
    }

    /** A number; null where there is none. */
    public static JsonNode number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : none();
    }

    /** True or false. */
    public static JsonNode flag(boolean flag) {
        return JsonNodeFactory.instance.booleanNode(flag);
    }

    /** The value of a hyperparameter or setting: a Double, Long, Boolean or String, or a list of such. */
    public static JsonNode value(Object value) {
        if (value instanceof List<?> elements) {
            return list(elements.stream().map(Json::value).toList());
        }
        if (value instanceof Boolean flag) {
            return flag(flag);
        }
        if (value instanceof Long whole) {
            return number(whole);
        }
        return value instanceof Number number ? number(number.doubleValue()) : text(value.toString());
    }

    /** Null. */
    public static JsonNode none() {
        return JsonNodeFactory.instance.nullNode();
    }

    /** A list. */
    public static JsonNode list(Collection<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode(elements.size()).addAll(elements);
    }

    /** A list of texts. */
    public static JsonNode texts(Collection<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(list::add);
        return list;
    }

    /** The whole number that this is, however it is written, if it is one and fits. */
    public static OptionalLong whole(JsonNode number) {
        try {
            return OptionalLong.of(new BigDecimal(number.asText()).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    /** What a value is, as people read it after "got": {@code an object}. */
    public static String described(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.asText();
        return JsonText.compact(
                value.isTextual() && text.length() > MOST_SHOWN ? text(text.substring(0, MOST_SHOWN) + "…") : value);
    }
}
