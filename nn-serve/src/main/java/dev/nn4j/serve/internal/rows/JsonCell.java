// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.RowFault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The value of a cell. */
final class JsonCell {
    private JsonCell() {}

    /** That at which the parser stands. */
    static @Nullable Object of(JsonTokens json, long row, String field) throws IOException {
        return switch (json.current()) {
            case VALUE_STRING -> json.text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw Refusal.row(new RowFault(
                        row,
                        field,
                        (field.isEmpty() ? "a cell" : "'" + field + "'")
                                + " must be a text, a number, true, false or null, got " + described(json),
                        "give one value"));
        };
    }

    /** What the parser stands at, for messages. */
    static String described(JsonTokens json) throws IOException {
        return switch (json.current()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            default -> json.text();
        };
    }
}
