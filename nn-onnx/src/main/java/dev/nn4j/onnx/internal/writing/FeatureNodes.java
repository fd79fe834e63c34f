// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.NumberKind;
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
        return feature.kind().match(new Nodes(feature, part));
    }

    private final class Nodes implements FeatureKind.Cases<String> {
        private final Feature feature;
        private final String part;

        Nodes(Feature feature, String part) {
            this.feature = feature;
            this.part = part;
        }

        @Override
        public String number(NumberKind kind) {
            String value = input(kind.offset() == 0 ? DataType.FLOAT : DataType.DOUBLE);
            return FeatureNodes.this.number(feature, kind.offset() == 0 ? value : lessOffset(value, kind.offset()));
        }

        @Override
        public String category(CategoryKind kind) {
            return new TextNodes(graph).add(feature, TextCodes.of(feature, kind), input(DataType.STRING));
        }

        @Override
        public String bool(BooleanKind kind) {
            return new TextNodes(graph).add(feature, TextCodes.ofBoolean(feature), input(DataType.STRING));
        }

        @Override
        public String dateTime(DateTimeKind kind) {
            return date(feature, kind, input(DataType.INT64));
        }

        private String input(DataType type) {
            String value = graph.input(feature.name(), type, 1);
            graph.beginPart(part);
            return value;
        }
    }

    /** In double, then rounded, as the model does. */
    private String lessOffset(String value, double offset) {
        return graph.cast(graph.node("Sub", value, graph.doubles("offset", offset)), DataType.FLOAT);
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
