// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a configuration, and how many of them are hidden. A hidden layer is a dense one that is not the last dense
 * one, with what stands between it and the next: its dropout, a normalisation.
 */
final class HiddenLayers {
    /** Their number as a setting, which configurations do not have. */
    static final String PATH = "network.hiddenLayers";

    private final List<JsonNode> layers = new ArrayList<>();
    private final List<Integer> dense = new ArrayList<>();

    /** Of a whole configuration. */
    HiddenLayers(JsonNode configuration) {
        configuration.path("network").path("layers").forEach(layers::add);
        for (int i = 0; i < layers.size(); i++) {
            if (isDense(layers.get(i))) {
                dense.add(i);
            }
        }
    }

    private static boolean isDense(JsonNode layer) {
        return layer.path("type").asText("dense").equalsIgnoreCase("dense");
    }

    /** How many layers of any kind there are. */
    int size() {
        return layers.size();
    }

    /** How many are hidden. */
    int count() {
        return Math.max(0, dense.size() - 1);
    }

    /** Whether a layer is the one that answers, whose width and activation the task decides. */
    boolean isLastDense(int index) {
        return !dense.isEmpty() && dense.get(dense.size() - 1) == index;
    }

    JsonNode layer(int index) {
        return layers.get(index);
    }

    /** The layers with so many hidden ones: the last of them again and again, or those behind left out. */
    ArrayNode resized(int wanted) {
        if (count() == 0) {
            throw new ConfigurationException(PATH, "needs a hidden layer to repeat, and network.layers has none");
        }
        List<JsonNode> resized = new ArrayList<>(layers.subList(0, dense.get(0)));
        for (int hidden = 0; hidden < wanted; hidden++) {
            int block = Math.min(hidden, count() - 1);
            for (JsonNode layer : layers.subList(dense.get(block), dense.get(block + 1))) {
                resized.add(hidden == 0 ? layer : withoutInputs(layer));
            }
        }
        resized.add(withoutInputs(layers.get(dense.get(count()))));
        resized.addAll(layers.subList(dense.get(count()) + 1, layers.size()));
        ArrayNode list = ((ObjectNode) layers.get(dense.get(0))).arrayNode();
        return list.addAll(resized);
    }

    /** It is derived of the layer before, which may be another now. */
    private static JsonNode withoutInputs(JsonNode layer) {
        ObjectNode copy = layer.deepCopy();
        copy.remove(List.of("inputDim", "input_dim"));
        return copy;
    }
}
