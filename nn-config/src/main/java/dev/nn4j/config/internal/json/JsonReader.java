// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document into Jackson's tree, strictly: a key that is there twice, whatever follows the document and
 * nesting without end are refused, each with its place. Jackson's own reader of trees knows no paths, tells where a second
 * key ends rather than where it stands, and forgets how numbers were written.
 */
public final class JsonReader {
    private static final int DEEPEST = 100;
    private static final long LONGEST = 16L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonReader() {}

    /**
     * The document in these bytes, which may have comments: {@code //} to the end of a line, and between {@code /*} and
     * {@code *}{@code /}.
     *
     * @throws ConfigurationException if it is not one
     * @throws IOException if the bytes cannot be read
     */
    public static JsonNode read(InputStream bytes) throws IOException {
        try (JsonParser parser = factory(true).createParser(bytes)) {
            return document(parser);
        } catch (CharConversionException e) {
            throw new ConfigurationException("", "is no UTF-8 text: " + e.getMessage() + "; save it as UTF-8");
        }
    }

    /** The document in this text, which may have comments, too, and a byte order mark, as where it was a file's. */
    public static JsonNode read(String text) {
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text, true);
    }

    /** The value in this text, without comments: on a command line two slashes may well belong to a text. */
    public static JsonNode value(String text) {
        return read(text, false);
    }

    private static JsonNode read(String text, boolean comments) {
        try (JsonParser parser = factory(comments).createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a text that cannot be read", e);
        }
    }

    private static JsonFactory factory(boolean comments) {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxDocumentLength(LONGEST).build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, comments)
                .build();
    }

    private static JsonNode document(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new ConfigurationException("", "is empty; 'nn new' writes a configuration to start from");
            }
            JsonNode value = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "", "there is more after the end; remove it");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(parser, e);
        }
    }

    private static JsonNode value(JsonParser parser, String path, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ConfigurationException(path, "is nested deeper than " + DEEPEST + "; flatten it");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, depth);
            case START_ARRAY -> array(parser, path, depth);
            case VALUE_STRING -> text(parser, path);
            case VALUE_TRUE, VALUE_FALSE -> Json.flag(parser.getBooleanValue());
            case VALUE_NULL -> Json.none();
            default -> new NumberAsWritten(parser.getText());
        };
    }

    /** Half of a character would be stored as a question mark, and be another text when it is read again. */
    private static JsonNode text(JsonParser parser, String path) throws IOException {
        String text = parser.getText();
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw at(
                    parser.currentTokenLocation(),
                    path,
                    "a text must not hold one half of a surrogate pair; write the whole character");
        }
        return Json.text(text);
    }

    private static JsonNode object(JsonParser parser, String path, int depth) throws IOException {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String memberPath = JsonPath.member(path, name);
            if (members.has(name)) {
                throw at(parser.currentTokenLocation(), memberPath, "the key is there twice; remove one");
            }
            parser.nextToken();
            members.set(name, value(parser, memberPath, depth + 1));
        }
        return members;
    }

    private static JsonNode array(JsonParser parser, String path, int depth) throws IOException {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, JsonPath.element(path, elements.size()), depth + 1));
        }
        return elements;
    }

    private static ConfigurationException malformed(JsonParser parser, JsonProcessingException e) {
        String path = JsonPath.of(parser.getParsingContext());
        if (e instanceof JsonEOFException && e.getOriginalMessage().contains("in a comment")) {
            return at(e.getLocation(), path, "ends in the middle of a comment; close it with */, or remove the /");
        }
        if (e instanceof JsonEOFException) {
            return at(e.getLocation(), path, "ends in the middle; is it cut off, or a bracket or quote not closed?");
        }
        JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return at(place, path, JsonFault.of(e.getOriginalMessage()));
    }

    private static ConfigurationException at(@Nullable JsonLocation where, String path, String problem) {
        String place = where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
        return new ConfigurationException(path, place + problem);
    }
}
