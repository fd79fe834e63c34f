// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** From probabilities to labels, by the rules of {@link Schema#decide}: above its threshold is positive, the first of equals. */
final class LabelNodes {
    /** The output's name. */
    static final String OUTPUT = "label";

    private final GraphWriter graph;
    private final Schema schema;

    LabelNodes(GraphWriter graph, Schema schema) {
        this.graph = graph;
        this.schema = schema;
    }

    void add(String probabilities) {
        graph.beginPart(OUTPUT);
        switch (schema.task()) {
            case REGRESSION -> {}
            case BINARY -> addBinary(probabilities);
            case MULTICLASS -> addMultiClass(probabilities);
            case MULTILABEL -> graph.output(OUTPUT, positive(probabilities), DataType.INT64, schema.outputs());
        }
    }

    private void addBinary(String probabilities) {
        String oneToARow = graph.node("Squeeze", probabilities, graph.integers("axes", 1));
        int positive = schema.positiveClass();
        addEncoded(
                positive(oneToARow),
                List.of(schema.labels().get(1 - positive), schema.labels().get(positive)));
    }

    private void addMultiClass(String probabilities) {
        addEncoded(graph.node("ArgMax", Map.of("axis", 1L, "keepdims", 0L), probabilities), schema.labels());
    }

    private String positive(String probabilities) {
        String above = graph.node("Greater", probabilities, thresholds());
        return graph.node("Cast", Map.of("to", (long) DataType.INT64_VALUE), above);
    }

    /** One number where all outputs have the same. */
    private String thresholds() {
        Decision decision = schema.decision();
        if (decision.thresholds().size() < 2) {
            return graph.constant(decision.threshold(0));
        }
        float[] each = new float[schema.outputs()];
        for (int output = 0; output < each.length; output++) {
            each[output] = decision.threshold(output);
        }
        return graph.floats("thresholds", each, 0, List.of(each.length));
    }

    private void addEncoded(String indices, List<String> labels) {
        Map<String, List<?>> table =
                Map.of("keys_int64s", LongStream.range(0, labels.size()).boxed().toList(), "values_strings", labels);
        String label = graph.node(OperatorSet.ML_DOMAIN, "LabelEncoder", table, indices);
        graph.output(OUTPUT, label, DataType.STRING, 0);
    }
}
