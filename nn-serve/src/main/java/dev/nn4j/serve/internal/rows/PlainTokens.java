// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of JSON as programs write it. What is seldom there, and whatever is wrong, ends it with {@link NotPlain}: escapes in
 * texts, whole numbers of more than 18 digits, deep nesting.
 */
final class PlainTokens implements JsonTokens {
    private static final int MOST_DEPTH = Long.SIZE - 1;

    private final byte[] json;
    private final PlainNumber number;
    private final PlainText text;
    private final KnownNames names;
    private String name = "";
    private JsonToken current = JsonToken.NOT_AVAILABLE;
    private int at;
    private int start;
    private int depth;
    /** A bit for each depth: whether it is an object's. */
    private long objects;

    PlainTokens(byte[] json, KnownNames names) {
        this.json = json;
        this.names = names;
        this.number = new PlainNumber(json);
        this.text = new PlainText(json);
    }

    @Override
    public @Nullable JsonToken next() {
        int first = significant();
        if (depth == 0 && current != JsonToken.NOT_AVAILABLE) {
            return end(first);
        }
        if (depth == 0 || current == JsonToken.FIELD_NAME) {
            return value(first);
        }
        boolean inObject = (objects >>> depth & 1) != 0;
        if (first == (inObject ? '}' : ']')) {
            return close(inObject);
        }
        if (current != JsonToken.START_ARRAY && current != JsonToken.START_OBJECT) {
            require(first, ',');
            first = significant();
        }
        return inObject ? name(first) : value(first);
    }

    /** The next byte that is no space; 0 at the end, as no JSON has it. */
    private int significant() {
        while (at < json.length) {
            byte one = json[at];
            if (one > ' ') {
                return one;
            }
            if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                throw new NotPlain();
            }
            at++;
        }
        return 0;
    }

    private @Nullable JsonToken end(int first) {
        require(first, 0);
        return null;
    }

    private void require(int found, int wanted) {
        if (found != wanted) {
            throw new NotPlain();
        }
        at++;
    }

    private JsonToken value(int first) {
        start = at;
        switch (first) {
            case '[' -> open(JsonToken.START_ARRAY, 0);
            case '{' -> {
                names.begin();
                open(JsonToken.START_OBJECT, 1);
            }
            case '"' -> scalar(JsonToken.VALUE_STRING, text.scan(at));
            case 't' -> word("true", JsonToken.VALUE_TRUE);
            case 'f' -> word("false", JsonToken.VALUE_FALSE);
            case 'n' -> word("null", JsonToken.VALUE_NULL);
            default -> scanNumber();
        }
        return current;
    }

    private void scalar(JsonToken token, int end) {
        current = token;
        at = end;
    }

    private void open(JsonToken token, long isObject) {
        depth++;
        if (depth > MOST_DEPTH) {
            throw new NotPlain();
        }
        objects = (objects & ~(1L << depth)) | (isObject << depth);
        scalar(token, at + 1);
    }

    private JsonToken close(boolean isObject) {
        depth--;
        scalar(isObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY, at + 1);
        return current;
    }

    private void word(String word, JsonToken token) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i == json.length || json[at + i] != word.charAt(i)) {
                throw new NotPlain();
            }
        }
        scalar(token, at + word.length());
    }

    private void scanNumber() {
        int end = number.scan(at);
        scalar(number.isWhole() ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT, end);
    }

    /** A member's name, and the colon behind it. */
    private JsonToken name(int first) {
        require(first, '"');
        String expected = names.expected(json, at);
        if (expected != null) {
            name = expected;
            at += names.lastLength() + 1;
        } else {
            at = text.scan(at - 1);
            name = text.value();
            names.learn(name);
        }
        require(significant(), ':');
        current = JsonToken.FIELD_NAME;
        return current;
    }

    @Override
    public @Nullable String nextName() {
        return next() == JsonToken.FIELD_NAME ? name : null;
    }

    @Override
    public JsonToken current() {
        return current;
    }

    @Override
    public String text() {
        return switch (current) {
            case FIELD_NAME -> name;
            case VALUE_STRING -> text.value();
            default -> new String(json, start, at - start, StandardCharsets.ISO_8859_1);
        };
    }

    @Override
    public Number number() {
        return number.value();
    }

    @Override
    public int whole() {
        long value = number.value().longValue();
        if (value != (int) value) {
            throw new NotPlain();
        }
        return (int) value;
    }

    @Override
    public void skipChildren() {
        if (current != JsonToken.START_ARRAY && current != JsonToken.START_OBJECT) {
            return;
        }
        int outer = depth - 1;
        while (depth > outer) {
            next();
        }
    }
}
