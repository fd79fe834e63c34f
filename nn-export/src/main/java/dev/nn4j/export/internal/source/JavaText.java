// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names and texts are written in Java. */
final class JavaText {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern LETTER_AFTER_HYPHEN = Pattern.compile("-(.)");

    /** The language's keywords and literals (Java Language Specification 17, 3.9 and 3.10), and {@code _}. */
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    private JavaText() {}

    static boolean isIdentifier(String word) {
        return IDENTIFIER.matcher(word).matches() && !RESERVED.contains(word);
    }

    /** A string literal, in ASCII whatever the text. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c == '\n') {
                literal.append("\\n"); // an escape by number would end the line before the compiler sees the literal
            } else if (c == '\r') {
                literal.append("\\r");
            } else if (c < ' ' || c > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** String literals, separated by commas. */
    static String literals(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    /** The name of a method for a component: {@code leakyRelu} for leaky-relu. */
    static String methodName(String component) {
        return LETTER_AFTER_HYPHEN
                .matcher(component)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
