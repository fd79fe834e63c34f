// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The text of JSON, the shortest or one laid out for people: a value that fits the line stays on it, else each of its
 * parts gets one. Jackson's own printers know no width of lines, and write numbers as the JDK of the day does.
 */
public final class JsonText {
    private static final int LINE = 110;
    private static final String INDENT = "  ";

    private JsonText() {}

    /** The shortest text. */
    public static String compact(JsonNode value) {
        if (value.isObject()) {
            return "{" + String.join(",", members(value, ":", JsonText::compact)) + "}";
        }
        return value.isArray() ? "[" + String.join(",", elements(value, JsonText::compact)) + "]" : single(value);
    }

    /** A text that people like to read: what fits stays on one line. */
    public static String pretty(JsonNode value) {
        return value.isObject() ? broken(value, "") : pretty(value, "", 0);
    }

    private static String pretty(JsonNode value, String indent, int used) {
        String line = onOneLine(value);
        return used + line.length() <= LINE || !value.isContainerNode() ? line : broken(value, indent);
    }

    private static String broken(JsonNode value, String indent) {
        String deeper = indent + INDENT;
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                String key = quoted(member.getKey()) + ": ";
                parts.add(key + pretty(member.getValue(), deeper, deeper.length() + key.length()));
            }
        } else {
            value.forEach(element -> parts.add(pretty(element, deeper, deeper.length())));
        }
        String brackets = value.isObject() ? "{}" : "[]";
        if (parts.isEmpty()) {
            return brackets;
        }
        return brackets.charAt(0) + "\n" + deeper + String.join(",\n" + deeper, parts) + "\n" + indent
                + brackets.charAt(1);
    }

    private static String onOneLine(JsonNode value) {
        if (value.isObject()) {
            return value.isEmpty() ? "{}" : "{ " + String.join(", ", members(value, ": ", JsonText::onOneLine)) + " }";
        }
        return value.isArray() ? "[" + String.join(", ", elements(value, JsonText::onOneLine)) + "]" : single(value);
    }

    private static List<String> members(JsonNode object, String colon, Function<JsonNode, String> text) {
        return object.properties().stream()
                .map(member -> quoted(member.getKey()) + colon + text.apply(member.getValue()))
                .toList();
    }

    private static List<String> elements(JsonNode list, Function<JsonNode, String> text) {
        List<String> elements = new ArrayList<>();
        list.forEach(element -> elements.add(text.apply(element)));
        return elements;
    }

    private static String single(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.textValue());
        }
        return value.isFloatingPointNumber() && !(value instanceof NumberAsWritten)
                ? ShortestNumber.of(value.doubleValue())
                : value.asText();
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
