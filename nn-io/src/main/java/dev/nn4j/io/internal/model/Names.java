// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What names in a model file may be. */
public final class Names {
    private Names() {}

    /** A name that programs made: of a layer, a component, a parameter. */
    static String required(String what, String name) {
        Faults.require(!name.isEmpty(), () -> what + " has no name");
        Faults.require(
                !isLong(name),
                () -> what + " " + Faults.quoted(name) + ": the name must be at most " + Format.MOST_NAME_BYTES
                        + " bytes");
        return free(what, name);
    }

    /** A text without control characters. */
    static String free(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            requireAllowed(!Character.isISOControl(text.charAt(i)), what, text);
        }
        return text;
    }

    /** Names from data, such as columns and labels; a quoted cell of a CSV file may hold tabs and line ends. */
    public static List<String> fromData(String what, List<String> names) {
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                requireAllowed(!isForbiddenInData(name.charAt(i)), what, name);
            }
        }
        return names;
    }

    private static boolean isLong(String name) {
        int mostBytesOfAChar = 3;
        return name.length() > Format.MOST_NAME_BYTES / mostBytesOfAChar
                && name.getBytes(StandardCharsets.UTF_8).length > Format.MOST_NAME_BYTES;
    }

    private static void requireAllowed(boolean condition, String what, String text) {
        if (!condition) {
            throw Faults.corrupt(what + " " + Faults.quoted(text) + ": control characters are not allowed");
        }
    }

    private static boolean isForbiddenInData(char character) {
        return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
    }
}
