// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** From raw rows to what the network sees, and from what it gives to the targets' own units. */
final class PreprocessingNodes {
    /** Bent, this and all above are within half a unit in the last place of the bound. */
    private static final float MOST_BENT = 1e6f;

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
        if (scaler.scaling() == Scaling.NONE) {
            return raw;
        }
        String scaled = divided(graph.node("Sub", raw, graph.row("shift", scaler.shift())), scaler.scale());
        return scaler.scaling().isBounded() ? bent(scaled, scaler.bounds()) : scaled;
    }

    /** What is divided by infinity is multiplied by 0, which every runtime reads. */
    private String divided(String value, float[] scale) {
        float[] left = new float[scale.length];
        Arrays.fill(left, 1);
        for (int c = 0; c < scale.length; c++) {
            if (Float.isInfinite(scale[c])) {
                scale[c] = 1;
                left[c] = 0;
            }
        }
        String quotient = graph.node("Div", value, graph.row("scale", scale));
        boolean all = IntStream.range(0, left.length).allMatch(c -> left[c] == 1);
        return all ? quotient : graph.node("Mul", quotient, graph.row("left", left));
    }

    /**
     * z / √(1 + (z·bend)²), the bend being 0 for what stays as it is. Floats all through, since doubles run on few
     * accelerators: what they would square to infinity is clipped first, from where the answer is the bound all the same.
     */
    private String bent(String value, float[] bounds) {
        float[] bends = new float[bounds.length];
        for (int c = 0; c < bends.length; c++) {
            bends[c] = 1 / bounds[c];
        }
        String z = graph.node("Clip", value, graph.constant(-MOST_BENT), graph.constant(MOST_BENT));
        String part = graph.node("Mul", z, graph.row("bend", bends));
        String square = graph.node("Mul", part, part);
        return graph.node("Div", z, graph.node("Sqrt", graph.node("Add", square, graph.constant(1))));
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
