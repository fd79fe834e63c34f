// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.format;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.api.Printable;
import java.util.function.Supplier;

/** Refusals of a file, in words that are safe to print. */
public final class Faults {
    private static final int MOST_SHOWN = 60;
    private static final int MOST_MESSAGE = 400;

    private Faults() {}

    /** Damaged, or against the rules; {@code problem} says what is wrong. */
    public static ModelFormatException corrupt(String problem) {
        return new ModelFormatException(Reason.CORRUPT, problem);
    }

    public static ModelFormatException tooNew(String problem) {
        return new ModelFormatException(Reason.TOO_NEW, problem);
    }

    public static ModelFormatException truncated(long has, String expected) {
        return corrupt("truncated: has " + has + " of " + expected + " bytes; copy or write it again");
    }

    /** What a check elsewhere said about values of the file. */
    public static ModelFormatException corrupt(String where, RuntimeException cause) {
        return corrupt(where + ": " + printable(String.valueOf(cause.getMessage()), MOST_MESSAGE));
    }

    /** Refuses unless the condition holds. */
    public static void require(boolean condition, String problem) {
        if (!condition) {
            throw corrupt(problem);
        }
    }

    /** For checks of what there may be many of: words are only made for a fault. */
    public static void require(boolean condition, Supplier<String> problem) {
        if (!condition) {
            throw corrupt(problem.get());
        }
    }

    /** A name of the file in quotes: control characters escaped, so that it cannot write to a terminal; shortened. */
    public static String quoted(String name) {
        return "'" + printable(name, MOST_SHOWN) + "'";
    }

    /** A longer text of the file, likewise but without the quotes. */
    public static String printable(String text) {
        return printable(text, MOST_MESSAGE);
    }

    private static String printable(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return Printable.of(text);
        }
        return Printable.of(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }
}
