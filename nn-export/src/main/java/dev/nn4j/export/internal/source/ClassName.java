// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.nio.file.Path;
import java.util.Set;

/** The names of an exported class and its package. */
public final class ClassName {
    private static final String SUFFIX = ".java";

    /** A class of such a name would hide one that its own source uses. */
    private static final Set<String> USED = Set.of(
            "Arrays",
            "Base64",
            "BooleanCell",
            "ByteBuffer",
            "ByteOrder",
            "Character",
            "ChronoField",
            "ClockTime",
            "Collections",
            "DateCell",
            "DateOrder",
            "DatePart",
            "DatePattern",
            "DateTimeException",
            "DecimalCell",
            "Double",
            "Exponentials",
            "Float",
            "Fma",
            "IllegalArgumentException",
            "Integer",
            "IsoFields",
            "LinkedHashMap",
            "List",
            "LocalDate",
            "LocalDateTime",
            "Locale",
            "Logarithms",
            "Long",
            "Map",
            "Matcher",
            "Math",
            "MinusSign",
            "MissingCell",
            "Moment",
            "MonthName",
            "Numbers",
            "Optional",
            "Override",
            "Pattern",
            "PatternLetters",
            "PlainDate",
            "RowSums",
            "Set",
            "ShownCell",
            "Sigmoids",
            "String",
            "StringBuilder",
            "System",
            "TemporalField",
            "Turns",
            "WrittenNumber");

    private ClassName() {}

    /**
     * The class that a file must hold.
     *
     * @throws IllegalArgumentException if the file's name is not a class's
     */
    public static String of(Path file) {
        String name = String.valueOf(file.getFileName());
        String word = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        if (!JavaText.isIdentifier(word)) {
            throw new IllegalArgumentException(
                    "Java source: the file must be named as a class is, such as Scorer.java, got '" + name + "'");
        }
        if (USED.contains(word)) {
            throw new IllegalArgumentException(
                    "Java source: the class cannot be named " + word + ", which its own source uses; choose another");
        }
        return word;
    }

    /**
     * Passes if this is a package's name, or empty.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requirePackage(String name) {
        for (String word : name.isEmpty() ? new String[0] : name.split("\\.", -1)) {
            if (!JavaText.isIdentifier(word)) {
                throw new IllegalArgumentException(
                        "Java source: the package must be named as in com.example.scoring, got '" + name + "'");
            }
        }
    }
}
