// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export.internal.source;

import java.util.ArrayList;
import java.util.List;

/** The statements of a method; too many go into further methods that it calls, as a class file limits each to 64 KiB. */
final class Statements {
    /** The longest statement, which reads a date of ten parts, is about a hundred bytes. */
    private static final int MOST_OF_METHOD = 500;

    private final String name;
    private final String parameters;
    private final String arguments;
    private final List<String> lines = new ArrayList<>();

    /**
     * None yet.
     *
     * @param name of the further methods, which get a number each
     * @param parameters as they declare them
     * @param arguments as they are called
     */
    Statements(String name, String parameters, String arguments) {
        this.name = name;
        this.parameters = parameters;
        this.arguments = arguments;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void add(String statement) {
        lines.add(statement);
    }

    /** What stands in the method itself. */
    String body() {
        if (lines.size() <= MOST_OF_METHOD) {
            return joined(lines);
        }
        List<String> calls = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += MOST_OF_METHOD) {
            calls.add(name + from + "(" + arguments + ");");
        }
        return joined(calls);
    }

    /** The further methods. */
    String methods() {
        StringBuilder methods = new StringBuilder();
        for (int from = 0; lines.size() > MOST_OF_METHOD && from < lines.size(); from += MOST_OF_METHOD) {
            List<String> some = lines.subList(from, Math.min(from + MOST_OF_METHOD, lines.size()));
            methods.append("private static void " + name + from + "(" + parameters + ") {\n")
                    .append(joined(some))
                    .append("\n}\n\n");
        }
        return methods.toString();
    }

    private static String joined(List<String> statements) {
        return new SourcePart(String.join("\n", statements)).indented();
    }
}
