// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.schema.Feature;
import dev.nn4j.onnx.internal.OperatorSet;
import java.util.List;
import java.util.Map;

/** A column of texts: each becomes a code, and each code the inputs that the model has for it. */
final class TextNodes {
    private final GraphWriter graph;

    TextNodes(GraphWriter graph) {
        this.graph = graph;
    }

    String add(Feature feature, TextCodes texts, String text) {
        Map<String, ?> attributes = Map.of(
                "keys_strings", List.copyOf(texts.codes().keySet()),
                "values_int64s", List.copyOf(texts.codes().values()),
                "default_int64", texts.other());
        String code = graph.node(OperatorSet.ML_DOMAIN, "LabelEncoder", attributes, text);
        int width = feature.inputWidth();
        String inputs = graph.floats("inputs", texts.inputs(), 0, List.of(texts.inputs().length / width, width));
        String rows = graph.node("Gather", Map.of("axis", 0L), inputs, code);
        return graph.node("Squeeze", rows, graph.integers("axes", 1));
    }
}
