// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.RowFault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The value of a cell. */
final class JsonCell {
    private JsonCell() {}

    /** That at which the parser stands. */
    static @Nullable Object of(JsonParser json, long row, String field) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == NumberType.BIG_INTEGER ? json.getDecimalValue() : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
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
    static String described(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            default -> json.getText();
        };
    }
}
