// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A JSON array of strings, which is all of JSON that ONNX metadata needs. */
public final class JsonStrings {
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int LAST_OF_ASCII = 127;
    private static final String LETTERS = "\"\\/bfnrt";

    private final String text;
    private int at;

    private JsonStrings(String text) {
        this.text = text;
    }

    /** As in {@code ["a","b"]}. */
    public static String write(List<String> strings) {
        StringBuilder json = new StringBuilder("[");
        for (String string : strings) {
            json.append(json.length() == 1 ? "\"" : ",\"");
            string.chars().forEach(character -> write(json, (char) character));
            json.append('"');
        }
        return json.append(']').toString();
    }

    /** One string, in quotes, in letters of ASCII alone. */
    public static String ascii(String string) {
        String array = write(List.of(string));
        StringBuilder json = new StringBuilder();
        array.substring(1, array.length() - 1).chars().forEach(character -> {
            if (character < LAST_OF_ASCII) {
                json.append((char) character);
            } else {
                json.append(String.format(Locale.ROOT, "\\u%04x", character));
            }
        });
        return json.toString();
    }

    private static void write(StringBuilder json, char character) {
        int escape = ESCAPED.indexOf(character);
        if (escape >= 0 && character != '/') {
            json.append('\\').append(LETTERS.charAt(escape));
        } else if (character < ' ') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            json.append(character);
        }
    }

    /** The strings; empty if the text is anything else. */
    public static Optional<List<String>> read(String text) {
        JsonStrings reader = new JsonStrings(text);
        try {
            List<String> strings = reader.array();
            reader.skipSpace();
            return reader.at == text.length() ? Optional.of(strings) : Optional.empty();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private List<String> array() {
        List<String> strings = new ArrayList<>();
        expect('[');
        skipSpace();
        if (text.charAt(at) == ']') {
            at++;
            return strings;
        }
        char separator;
        do {
            strings.add(string());
            skipSpace();
            separator = text.charAt(at++);
        } while (separator == ',');
        require(separator == ']');
        return strings;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char character = text.charAt(at++); character != '"'; character = text.charAt(at++)) {
            string.append(character == '\\' ? escaped() : character);
        }
        return string.toString();
    }

    private char escaped() {
        char letter = text.charAt(at++);
        if (letter == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int escape = LETTERS.indexOf(letter);
        require(escape >= 0);
        return ESCAPED.charAt(escape);
    }

    private void expect(char character) {
        skipSpace();
        require(text.charAt(at++) == character);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("no array of strings");
        }
    }
}
