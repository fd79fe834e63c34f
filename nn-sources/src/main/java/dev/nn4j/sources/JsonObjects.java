// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads flat objects from JSON, one after another, with the line that each begins at. */
final class JsonObjects implements Closeable {
    private static final String FLAT =
            "; a row is a flat object: give each part a key of its own, as with jq, or leave it out";

    private final String source;
    private final JsonParser parser;
    private boolean isArray;
    private boolean isBegun;

    /**
     * An object.
     *
     * @param line where it begins, counted from 1
     * @param members in order: texts, of numbers the text that the file has, booleans, or null
     */
    record Member(long line, Map<String, @Nullable Object> members) {}

    JsonObjects(InputStream in, String source) throws IOException {
        this.source = source;
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN
                .build();
        this.parser = factory.createParser(in);
    }

    /** The next object; empty at the end. */
    Optional<Member> next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (!isBegun) {
                isBegun = true;
                isArray = token == JsonToken.START_ARRAY;
                token = isArray ? parser.nextToken() : token;
            }
            if (isArray && token == JsonToken.END_ARRAY) {
                token = parser.nextToken();
                isArray = false;
            }
            if (token == null) {
                return Optional.empty();
            }
            if (token != JsonToken.START_OBJECT) {
                throw at("must be a JSON object, as in {\"age\": 31, \"plan\": \"basic\"}, is " + described(token));
            }
            return Optional.of(members(line()));
        } catch (JsonProcessingException e) {
            throw new DataException(
                    new Location(
                            source,
                            e.getLocation() == null ? line() : e.getLocation().getLineNr(),
                            1),
                    "is no JSON here: " + problem(e.getOriginalMessage()) + "; correct the line");
        } catch (CharConversionException e) {
            throw at("is not UTF-8 text; save it as UTF-8");
        } catch (ZipException | EOFException e) {
            throw at("holds packed data that are damaged or cut short here; copy or pack the file again");
        }
    }

    /** In one line, without where the parser was. */
    private static String problem(String message) {
        return message.replaceAll("\\s+", " ").replaceAll(" \\(start marker at .*", "");
    }

    private Member members(long line) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            members.put(name, value(name, parser.nextToken()));
        }
        return new Member(line, members);
    }

    private @Nullable Object value(String name, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_FLOAT -> parser.getText().equals("NaN") ? null : parser.getText();
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getText();
            default -> throw at("'" + name + "' is " + described(token) + FLAT);
        };
    }

    private static String described(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> "a single value";
        };
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private DataException at(String problem) {
        return new DataException(new Location(source, line(), 1), problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
