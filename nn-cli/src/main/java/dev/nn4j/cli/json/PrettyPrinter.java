// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import java.util.ArrayList;
import java.util.List;

/** Lays JSON out for people: a value that fits the line stays on it, else each of its parts gets one. */
final class PrettyPrinter {
    private static final int LINE = 110;
    private static final String INDENT = "  ";

    String print(JsonValue value) {
        return value instanceof JsonObject object ? broken(members(object, INDENT), '{', '}', "") : print(value, "", 0);
    }

    private String print(JsonValue value, String indent, int used) {
        String line = onOneLine(value);
        if (used + line.length() <= LINE) {
            return line;
        }
        String deeper = indent + INDENT;
        if (value instanceof JsonObject object) {
            return broken(members(object, deeper), '{', '}', indent);
        }
        if (value instanceof JsonArray array) {
            return broken(elements(array, deeper), '[', ']', indent);
        }
        return line;
    }

    private List<String> members(JsonObject object, String indent) {
        List<String> lines = new ArrayList<>();
        object.members().forEach((name, value) -> {
            String key = new JsonText(name).compact() + ": ";
            lines.add(key + print(value, indent, indent.length() + key.length()));
        });
        return lines;
    }

    private List<String> elements(JsonArray array, String indent) {
        return array.elements().stream()
                .map(value -> print(value, indent, indent.length()))
                .toList();
    }

    private static String broken(List<String> parts, char open, char close, String indent) {
        if (parts.isEmpty()) {
            return open + "" + close;
        }
        String separator = "\n" + indent + INDENT;
        return open + separator + String.join("," + separator, parts) + "\n" + indent + close;
    }

    private static String onOneLine(JsonValue value) {
        if (value instanceof JsonObject object) {
            List<String> members = new ArrayList<>();
            object.members()
                    .forEach((name, member) -> members.add(new JsonText(name).compact() + ": " + onOneLine(member)));
            return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
        }
        if (value instanceof JsonArray array) {
            return "["
                    + String.join(
                            ", ",
                            array.elements().stream()
                                    .map(PrettyPrinter::onOneLine)
                                    .toList()) + "]";
        }
        return value.compact();
    }
}
