// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.plan.ColumnSetting;
import dev.nn4j.core.plan.ColumnType;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.schema.MissingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a column is to be read: a type, or an object of a type and what there is to say about it. */
final class ColumnReader {
    private static final String BINARY = "binary";
    private static final String ENCODING = "encoding";
    static final String EMBED_FROM = "embedFrom";

    private ColumnReader() {}

    /**
     * The plan at a path.
     *
     * @param ofCategories what is said of categories whose column does not say it
     */
    static ColumnPlan read(String path, JsonNode value, Map<String, Object> ofCategories) {
        if (value instanceof TextNode type) {
            return read(path, JsonNodeFactory.instance.objectNode().set(Components.TYPE, type), ofCategories);
        }
        ColumnType type = type(path, value);
        Map<String, Object> said = said(path, value, type);
        if (type == ColumnType.CATEGORY) {
            complete(said, ofCategories);
        }
        ColumnPlan plan = type.plan(path, said);
        // who asks for an error has gaps refused even where others would be skipped
        return said.containsKey("missing") && plan.missing() == MissingPolicy.ERROR
                ? plan.withMissing(MissingPolicy.REFUSE)
                : plan;
    }

    /** A column that says its encoding says all of it, but that two categories which are no index may still be signed. */
    private static void complete(Map<String, Object> said, Map<String, Object> ofCategories) {
        Object encoding = said.get(ENCODING);
        if (encoding == null) {
            ofCategories.forEach(said::putIfAbsent);
        } else if (!encoding.equals("index") && ofCategories.containsKey(BINARY)) {
            said.putIfAbsent(BINARY, ofCategories.get(BINARY));
        }
    }

    /** Read first: which other keys there may be depends on it. */
    private static ColumnType type(String path, JsonNode value) {
        ObjectNode object = Fields.as(ObjectNode.class, "a type or an object", path, value);
        return new Fields(path, object, Fields.keys(object))
                .text(Components.TYPE)
                .map(word -> EnumWords.of("type", ColumnType.class, ColumnType::word)
                        .find(path + "." + Components.TYPE, word))
                .orElse(ColumnType.NUMBER);
    }

    private static Map<String, Object> said(String path, JsonNode value, ColumnType type) {
        List<ColumnSetting> settings = type.allSettings();
        List<String> keys = new ArrayList<>(List.of(Components.TYPE));
        settings.forEach(setting -> keys.add(setting.name()));
        Fields fields = new Fields(path, value, keys);
        Map<String, Object> said = new HashMap<>();
        for (ColumnSetting setting : settings) {
            read(fields, setting.name(), setting).ifPresent(given -> said.put(setting.name(), given));
        }
        return said;
    }

    /** What preprocessing says of all categories. */
    static Map<String, Object> ofCategories(Fields preprocessing) {
        Map<String, Object> said = new HashMap<>();
        read(preprocessing, "binaryCategories", ColumnType.CATEGORY.setting(BINARY))
                .ifPresent(binary -> said.put(BINARY, binary));
        read(preprocessing, EMBED_FROM, ColumnType.CATEGORY.setting(EMBED_FROM))
                .ifPresent(from -> said.put(EMBED_FROM, from));
        return said;
    }

    private static Optional<Object> read(Fields fields, String key, ColumnSetting setting) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (setting.form()) {
                    case TEXT -> fields.text(key).orElseThrow();
                    case WORD ->
                        word(fields.pathOf(key), setting, fields.text(key).orElseThrow());
                    case COUNT -> (long) fields.count(key, 0).orElseThrow();
                    case FLAG -> fields.flag(key).orElseThrow();
                    case TEXTS -> fields.texts(key).orElseThrow();
                    case WORDS ->
                        fields.texts(key).orElseThrow().stream()
                                .map(word -> word(fields.pathOf(key), setting, word))
                                .toList();
                });
    }

    private static String word(String path, ColumnSetting setting, String word) {
        if (setting.allows(word)) {
            return word;
        }
        List<String> words = setting.words();
        throw new ConfigurationException(
                path,
                words.size() == 2
                        ? "must be \"" + String.join("\" or \"", words) + "\", got \"" + word + "\""
                        : "unknown " + setting.noun() + " '" + word + "'" + NearestName.hint(word, words));
    }
}
