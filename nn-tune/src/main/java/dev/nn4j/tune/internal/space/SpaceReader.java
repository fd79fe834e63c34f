// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune.internal.space;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import dev.nn4j.config.internal.json.JsonPath;
import dev.nn4j.config.internal.reading.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a space: {@code {"optimizer.learningRate": {"from": 0.001, "to": 0.1, "scale": "log"}, "training.batchSize": [64, 256]}}. */
public final class SpaceReader {
    private static final List<String> KEYS = List.of("from", "to", "scale");
    private static final List<String> SCALES = List.of("linear", "log");

    private SpaceReader() {}

    /**
     * The settings in their order.
     *
     * @throws ConfigurationException at the first fault
     */
    public static List<Dimension> read(JsonNode json) {
        ObjectNode object = Fields.as(ObjectNode.class, "an object of paths and what each may be", "", json);
        List<Dimension> dimensions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : object.properties()) {
            dimensions.add(dimension(one.getKey(), one.getValue()));
        }
        if (dimensions.isEmpty()) {
            throw new ConfigurationException(
                    "", "names no setting; write some, as in {\"optimizer.weightDecay\": [0, 0.01]}");
        }
        return dimensions;
    }

    private static Dimension dimension(String path, JsonNode value) {
        if (value instanceof ArrayNode list) {
            List<JsonNode> choices = new ArrayList<>();
            list.forEach(choices::add);
            return new Dimension(path, new Dimension.Among(choices));
        }
        if (!(value instanceof ObjectNode)) {
            throw Fields.refused(
                    "a list of values, or a range like {\"from\": 0.1, \"to\": 0.2, \"scale\": \"log\"}", path, value);
        }
        Fields range = new Fields(JsonPath.member("", path), value, KEYS);
        return new Dimension(path, new Dimension.Between(end(range, "from"), end(range, "to"), isLog(range)));
    }

    private static double end(Fields range, String key) {
        return range.number(key)
                .orElseThrow(() -> new ConfigurationException(
                        range.pathOf(key), "is missing; a range has from and to, as in {\"from\": 0.1, \"to\": 0.2}"));
    }

    private static boolean isLog(Fields range) {
        String scale = range.text("scale").orElse("linear");
        if (!SCALES.contains(scale)) {
            throw new ConfigurationException(
                    range.pathOf("scale"),
                    "must be linear or log, got \"" + scale + "\"" + NearestName.hint(scale, SCALES));
        }
        return scale.equals("log");
    }
}
