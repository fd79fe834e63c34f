// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.nn4j.api.ConfigurationException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document, strictly: a key that is there twice, whatever follows the document and nesting without end
 * are refused, each with its place.
 */
public final class JsonReader {
    private static final int DEEPEST = 100;
    private static final long LONGEST = 16L << 20;
    private static final Pattern JACKSONS_SOURCE = Pattern.compile("\\[Source: [^\\]]*?; ([^\\]]*)]");

    private JsonReader() {}

    /**
     * The document in these bytes.
     *
     * @throws ConfigurationException if it is not one
     * @throws IOException if the bytes cannot be read
     */
    public static JsonValue read(InputStream bytes) throws IOException {
        try (JsonParser parser = factory().createParser(bytes)) {
            return document(parser);
        } catch (CharConversionException e) {
            throw new ConfigurationException("", "is no UTF-8 text: " + e.getMessage() + "; save it as UTF-8");
        }
    }

    /** The document in this text. */
    public static JsonValue read(String text) {
        try (JsonParser parser = factory().createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a text that cannot be read", e);
        }
    }

    private static JsonFactory factory() {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxDocumentLength(LONGEST).build();
        return JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    private static JsonValue document(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new ConfigurationException("", "is empty; 'nn new' writes a configuration to start from");
            }
            JsonValue value = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "", "there is more after the end; remove it");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(parser, e);
        }
    }

    private static JsonValue value(JsonParser parser, String path, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new ConfigurationException(path, "is nested deeper than " + DEEPEST + "; flatten it");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, depth);
            case START_ARRAY -> array(parser, path, depth);
            case VALUE_STRING -> new JsonText(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonFlag(parser.getBooleanValue());
            case VALUE_NULL -> JsonNull.NULL;
            default -> new JsonNumber(parser.getText());
        };
    }

    private static JsonObject object(JsonParser parser, String path, int depth) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String memberPath = JsonPath.member(path, name);
            if (members.containsKey(name)) {
                throw at(parser.currentTokenLocation(), memberPath, "the key is there twice; remove one");
            }
            parser.nextToken();
            members.put(name, value(parser, memberPath, depth + 1));
        }
        return new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser, String path, int depth) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, JsonPath.element(path, elements.size()), depth + 1));
        }
        return new JsonArray(elements);
    }

    private static ConfigurationException malformed(JsonParser parser, JsonProcessingException e) {
        String path = JsonPath.of(parser.getParsingContext());
        if (e instanceof JsonEOFException) {
            return at(e.getLocation(), path, "ends in the middle; is it cut off, or a bracket or quote not closed?");
        }
        String problem = JACKSONS_SOURCE.matcher(e.getOriginalMessage()).replaceAll("$1");
        return at(e.getLocation(), path, "is no JSON: " + problem + "; correct it");
    }

    private static ConfigurationException at(@Nullable JsonLocation where, String path, String problem) {
        String place = where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
        return new ConfigurationException(path, place + problem);
    }
}
