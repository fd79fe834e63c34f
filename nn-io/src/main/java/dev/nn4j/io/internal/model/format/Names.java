// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.format;

import dev.nn4j.api.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What names in a model file may be. */
public final class Names {
    private Names() {}

    /** A name that programs made: of a layer, a component, a parameter. */
    public static String required(String what, String name) {
        Faults.require(!name.isEmpty(), () -> what + " has no name");
        Faults.require(
                !isLong(name),
                () -> what + " " + Faults.quoted(name) + ": the name must be at most " + Format.MOST_NAME_BYTES
                        + " bytes");
        return free(what, name);
    }

    /** A text without control characters. */
    public static String free(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw forbidden(what, text);
            }
        }
        return text;
    }

    /** Names from data, such as columns and labels; a quoted cell of a CSV file may hold tabs and line ends. */
    public static List<String> fromData(String what, List<String> names) {
        return fromData(() -> what, names);
    }

    /** The same for lists of which there may be many: what they are is only put into words for a fault. */
    public static List<String> fromData(Supplier<String> what, List<String> names) {
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                if (isForbiddenInData(name.charAt(i))) {
                    throw forbidden(what.get(), name);
                }
            }
        }
        return names;
    }

    private static boolean isLong(String name) {
        int mostBytesOfAChar = 3;
        return name.length() > Format.MOST_NAME_BYTES / mostBytesOfAChar
                && name.getBytes(StandardCharsets.UTF_8).length > Format.MOST_NAME_BYTES;
    }

    private static ModelFormatException forbidden(String what, String text) {
        return Faults.corrupt(what + " " + Faults.quoted(text) + ": control characters are not allowed");
    }

    private static boolean isForbiddenInData(char character) {
        return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
    }
}
