// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

/** A JSON value. Immutable; equal when it says the same. */
public sealed interface JsonValue permits JsonArray, JsonFlag, JsonNull, JsonNumber, JsonObject, JsonText {
    /** What it is, as people read it after "got": {@code an object}. */
    String described();

    /** The shortest text of it. */
    String compact();

    /** A text of it that people like to read: what fits stays on one line. */
    default String pretty() {
        return new PrettyPrinter().print(this);
    }
}
