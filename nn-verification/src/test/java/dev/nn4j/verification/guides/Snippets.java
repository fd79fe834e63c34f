// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

/** The nameless Java blocks of a page: read from top to bottom they are the inside of one program. */
final class Snippets {
    private static final String PROGRAM = """
        import dev.nn4j.api.*;
        import dev.nn4j.config.*;
        import dev.nn4j.config.starter.*;
        import dev.nn4j.core.*;
        import dev.nn4j.core.cell.*;
        import dev.nn4j.core.compute.*;
        import dev.nn4j.core.encoding.*;
        import dev.nn4j.core.experiment.*;
        import dev.nn4j.core.fit.*;
        import dev.nn4j.core.fitting.*;
        import dev.nn4j.core.gradient.*;
        import dev.nn4j.core.network.*;
        import dev.nn4j.core.registry.*;
        import dev.nn4j.core.schema.*;
        import dev.nn4j.core.table.*;
        import dev.nn4j.core.training.*;
        import dev.nn4j.core.validation.*;
        import dev.nn4j.export.*;
        import dev.nn4j.io.*;
        import dev.nn4j.jdbc.*;
        import dev.nn4j.report.*;
        import dev.nn4j.tune.*;
        import java.lang.invoke.MethodHandles;
        import java.nio.file.Path;
        import java.time.*;
        import java.util.*;
        import java.util.function.Function;

        class Snippets {
            public static void main(String[] arguments) throws Exception {
        %s
            }
        }
        """;

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder printed = new StringBuilder();

    void add(String snippet) {
        body.append(snippet).append('\n');
    }

    /** Notes what the page says that they print. */
    void prints(String text) {
        printed.append(text);
    }

    /** All that the page says that they print. */
    String printed() {
        return printed.toString();
    }

    boolean isEmpty() {
        return body.isEmpty();
    }

    /** The source of {@code Snippets.java}. */
    String program() {
        return PROGRAM.formatted(body);
    }
}
