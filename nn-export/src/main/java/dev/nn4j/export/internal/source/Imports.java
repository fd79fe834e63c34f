// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The imports of a file. Each piece of it begins with its own; a file has them at its head. */
final class Imports {
    /** What stands beside a class in the file, since both are copied into it. */
    private static final String OWN = "import dev.nn4j.";

    /** A line of its own: names and texts from the model stand within literals, which never begin a line. */
    private static final Pattern IMPORT = Pattern.compile("(?m)^ *(import [\\w.]+;\n)");

    private Imports() {}

    /** Those that a piece has, in its order. */
    static String of(String source) {
        return String.join("", all(source));
    }

    /** The file's text with all imports sorted, at the head of what it was without them. */
    static String sorted(String source) {
        SortedSet<String> imports = new TreeSet<>(all(source));
        return String.join("", imports) + IMPORT.matcher(source).replaceAll("");
    }

    private static List<String> all(String source) {
        return IMPORT.matcher(source)
                .results()
                .map(line -> line.group(1))
                .filter(line -> !line.startsWith(OWN))
                .toList();
    }
}
