// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.FeatureKind;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.Arrays;
import java.util.Map;

/** A column of its own for each feature, and what the network sees of it before scaling, as the model's encoder has it. */
final class FeatureNodes {
    private final GraphWriter graph;

    FeatureNodes(GraphWriter graph) {
        this.graph = graph;
    }

    /** Adds the feature's input; gives its columns of the network's input. */
    String add(Feature feature, String part) {
        FeatureKind kind = feature.kind();
        String value = graph.input(feature.name(), typeOf(kind), 1);
        graph.beginPart(part);
        if (kind instanceof NumberKind) {
            return number(feature, value);
        }
        return kind instanceof DateTimeKind date
                ? date(feature, date, value)
                : new TextNodes(graph).add(feature, TextCodes.of(feature), value);
    }

    private static DataType typeOf(FeatureKind kind) {
        if (kind instanceof NumberKind) {
            return DataType.FLOAT;
        }
        return kind instanceof DateTimeKind ? DataType.INT64 : DataType.STRING;
    }

    private String number(Feature feature, String value) {
        return feature.isRaw() ? value : filled(feature, graph.node("IsNaN", value), value);
    }

    /** Seconds since 1970, as the column's clock shows them; where there is no date, what numpy writes for it. */
    private String date(Feature feature, DateTimeKind kind, String seconds) {
        String missing = graph.node("Equal", seconds, graph.integers("none", Long.MIN_VALUE));
        String present = graph.node("Where", missing, graph.integers("any", 0), seconds);
        return filled(feature, missing, new DateNodes(graph).parts(present, kind.parts()));
    }

    private String filled(Feature feature, String missing, String value) {
        Missing policy = feature.missing();
        float[] fill = new float[feature.rawWidth()];
        Arrays.fill(fill, Float.NaN);
        for (int i = 0; i < policy.fill().size(); i++) {
            fill[i] = policy.fill().get(i);
        }
        String complete = graph.node("Where", missing, graph.row("fill", fill), value);
        return policy.indicator()
                ? graph.node("Concat", Map.of("axis", 1L), complete, graph.cast(missing, DataType.FLOAT))
                : complete;
    }
}
