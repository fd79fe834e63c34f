// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.recognition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node with one output, of ONNX's default domain.
 *
 * @param operator as ONNX names it
 * @param attributes by name: Float, Long, String, or anything else, which then matches nothing
 * @param inputs names of values; empty where an optional one is left out
 */
public record Operation(String operator, Map<String, Object> attributes, List<String> inputs) {
    /** What ONNX takes where an attribute is not given; versions that are read agree on these. */
    private static final Map<String, Map<String, Object>> DEFAULTS = Map.of(
            "LeakyRelu", Map.of("alpha", 0.01f),
            "Elu", Map.of("alpha", 1f),
            "Selu", Map.of("alpha", 1.6732632f, "gamma", 1.050701f),
            "HardSigmoid", Map.of("alpha", 0.2f, "beta", 0.5f),
            "Celu", Map.of("alpha", 1f),
            "ThresholdedRelu", Map.of("alpha", 1f),
            "Gelu", Map.of("approximate", "none"),
            "Swish", Map.of("alpha", 1f),
            "Softmax", Map.of("axis", -1L));

    private static final String AXIS = "axis";
    /** Rows have two axes, so the last is this one. */
    private static final long LAST_AXIS = 1L;

    /** With attributes that are not given filled in, and the last axis always written the same way. */
    public Operation {
        Map<String, Object> all = new TreeMap<>(DEFAULTS.getOrDefault(operator, Map.of()));
        all.putAll(attributes);
        if (Long.valueOf(-1).equals(all.get(AXIS))) {
            all.put(AXIS, LAST_AXIS);
        }
        attributes = all;
        inputs = List.copyOf(inputs);
    }
}
