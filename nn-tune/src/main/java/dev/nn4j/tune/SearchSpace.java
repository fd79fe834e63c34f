// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonReader;
import dev.nn4j.tune.internal.space.Dimension;
import dev.nn4j.tune.internal.space.SpaceReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a search may change, and how far. Immutable: each method that adds gives another.
 *
 * <p>Paths are those of a configuration, as {@code nn train --set} takes them: {@code optimizer.learningRate}, {@code
 * network.layers[2].rate}. {@code network.layers[*].rate} gives one value to all layers that have it, the one that answers
 * aside; {@code network.hiddenLayers} is how many hidden layers there are, the last of which is repeated or left out.
 *
 * @since 0.1.0
 */
public final class SearchSpace {
    private final List<Dimension> dimensions;

    private SearchSpace(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
    }

    /** Nothing yet. */
    public static SearchSpace none() {
        return new SearchSpace(List.of());
    }

    /**
     * Reads JSON: an object of paths, each with a range {@code {"from": 0.001, "to": 0.1, "scale": "log"}} or a list of values.
     *
     * @param bytes UTF-8; they are read to their end and not closed
     * @throws dev.nn4j.api.ConfigurationException at the first fault
     * @throws IOException if they cannot be read
     */
    public static SearchSpace read(InputStream bytes) throws IOException {
        return new SearchSpace(
                SpaceReader.read(JsonReader.read(Objects.requireNonNull(bytes, "space: the stream is null"))));
    }

    /**
     * The same of a text.
     *
     * @throws dev.nn4j.api.ConfigurationException at the first fault
     */
    public static SearchSpace parse(String json) {
        return new SearchSpace(
                SpaceReader.read(JsonReader.read(Objects.requireNonNull(json, "space: the text is null"))));
    }

    /**
     * With any number of a range; whole ones where the setting is a whole number.
     *
     * @throws dev.nn4j.api.ConfigurationException if there is none between the two
     */
    public SearchSpace between(String path, double from, double to) {
        return with(new Dimension(path, new Dimension.Between(from, to, false)));
    }

    /**
     * The same for what is tried by orders of magnitude, as learning rates are.
     *
     * @param from above 0
     * @throws dev.nn4j.api.ConfigurationException if it is not, or there is no number between the two
     */
    public SearchSpace logBetween(String path, double from, double to) {
        return with(new Dimension(path, new Dimension.Between(from, to, true)));
    }

    /**
     * With one of some values.
     *
     * @param values Double, Long, Integer, Boolean or String, or lists of such; at least one
     * @throws dev.nn4j.api.ConfigurationException if there is none
     */
    public SearchSpace among(String path, List<?> values) {
        List<JsonNode> choices = values.stream()
                .map(value -> json(Objects.requireNonNull(value)))
                .toList();
        return with(new Dimension(path, new Dimension.Among(choices)));
    }

    private static JsonNode json(Object value) {
        return Json.value(value instanceof Integer whole ? (Object) whole.longValue() : value);
    }

    private SearchSpace with(Dimension dimension) {
        List<Dimension> more = new ArrayList<>(dimensions);
        more.add(dimension);
        return new SearchSpace(more);
    }

    /** The paths in their order. */
    public List<String> paths() {
        return dimensions.stream().map(Dimension::path).toList();
    }

    List<Dimension> dimensions() {
        return dimensions;
    }
}
