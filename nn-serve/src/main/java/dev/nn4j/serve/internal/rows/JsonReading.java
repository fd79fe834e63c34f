// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.nn4j.serve.internal.call.Refusal;
import java.io.IOException;

/**
 * Reads a body of JSON: quickly where it is plain, and else once more by a parser that knows all of JSON and says what is wrong.
 */
final class JsonReading {
    private JsonReading() {}

    /** Makes something of a body's tokens. */
    @FunctionalInterface
    interface Reader<T> {
        /** Reads one document; what may stand behind it is not its affair. */
        T read(JsonTokens tokens) throws IOException;
    }

    /**
     * Reads a body.
     *
     * @param names that objects in it are expected to have
     * @throws Refusal if it is no JSON, or the reader refuses it
     */
    static <T> T of(byte[] body, KnownNames names, JsonFactory factory, Reader<T> reader) throws IOException {
        try {
            return whole(new PlainTokens(body, names.copy()), reader);
        } catch (NotPlain | Refusal unusual) {
            return parsed(body, factory, reader);
        }
    }

    /** Reads any body. */
    static <T> T parsed(byte[] body, JsonFactory factory, Reader<T> reader) throws IOException {
        try (JsonParser json = factory.createParser(body)) {
            return whole(new ParsedTokens(json), reader);
        } catch (JsonProcessingException e) {
            throw JsonPlace.refusal(e);
        }
    }

    private static <T> T whole(JsonTokens tokens, Reader<T> reader) throws IOException {
        T found = reader.read(tokens);
        if (tokens.next() != null) {
            throw Refusal.bad("the body must be one JSON document, got more behind it");
        }
        return found;
    }
}
