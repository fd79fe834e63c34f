// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.List;
import java.util.Map;

/** From raw rows to what the network sees, and from what it gives to the targets' own units. */
final class PreprocessingNodes {
    private final GraphWriter graph;
    private final Model model;

    PreprocessingNodes(GraphWriter graph, Model model) {
        this.graph = graph;
        this.model = model;
    }

    /** Adds the graph's inputs; gives the rows as the network sees them. */
    String inputs() {
        List<Feature> features = model.schema().features();
        String raw = features.stream().allMatch(PreprocessingNodes::isFloat)
                ? graph.input("input", DataType.FLOAT, features.size())
                : columns(features);
        graph.beginPart("pre");
        Scaler scaler = model.inputScaler();
        return scaler.scaling() == Scaling.NONE
                ? raw
                : graph.node(
                        "Div",
                        graph.node("Sub", raw, graph.row("shift", scaler.shift())),
                        graph.row("scale", scaler.scale()));
    }

    /** Whether the network sees a float of the row as it is. */
    static boolean isFloat(Feature feature) {
        return feature.isRaw() && feature.kind().offset() == 0;
    }

    /** All that the network sees of the features, side by side; what is no quantity has a shift of 0 and a scale of 1. */
    private String columns(List<Feature> features) {
        FeatureNodes nodes = new FeatureNodes(graph);
        String[] columns = new String[features.size()];
        for (int f = 0; f < columns.length; f++) {
            columns[f] = nodes.add(features.get(f), "f" + f);
        }
        graph.beginPart("pre");
        return graph.node("Concat", Map.of("axis", 1L), columns);
    }

    /** Outputs of a regression, scaled back. */
    String inOwnUnits(String value) {
        graph.beginPart("target");
        Scaler scaler = model.targetScaler();
        return scaler.scaling() == Scaling.NONE
                ? value
                : graph.node(
                        "Add",
                        graph.node("Mul", value, graph.row("scale", scaler.scale())),
                        graph.row("shift", scaler.shift()));
    }

    /** Whether targets have offsets, which only doubles can be added to. */
    boolean hasOffsets() {
        return !model.schema().targetOffsets().isEmpty();
    }

    /** Outputs in their own units with their offsets, in double. */
    String withOffsets(String value) {
        double[] offsets = model.schema().targetOffsets().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return graph.node("Add", graph.cast(value, DataType.DOUBLE), graph.doubles("offset", offsets));
    }
}
