// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tokens of any JSON, and what is wrong with what is none. */
final class ParsedTokens implements JsonTokens {
    private final JsonParser json;

    ParsedTokens(JsonParser json) {
        this.json = json;
    }

    @Override
    public @Nullable JsonToken next() throws IOException {
        return json.nextToken();
    }

    @Override
    public @Nullable String nextName() throws IOException {
        return json.nextFieldName();
    }

    @Override
    public JsonToken current() {
        return json.currentToken();
    }

    @Override
    public String text() throws IOException {
        return json.getText();
    }

    @Override
    public Number number() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getDoubleValue();
        }
        return json.getNumberType() == NumberType.BIG_INTEGER ? json.getDecimalValue() : (Number) json.getLongValue();
    }

    @Override
    public int whole() throws IOException {
        return json.getIntValue();
    }

    @Override
    public void skipChildren() throws IOException {
        json.skipChildren();
    }
}
