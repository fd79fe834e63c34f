// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a graph that do not depend on its input: initializers, and what simple nodes make of them. */
final class Constants {
    /** How many nodes in a row are followed; exporters write one or two. */
    private static final int MOST_NODES = 8;

    private final Graph graph;
    private final Allowance allowance;
    private final Map<String, Optional<GraphConstant>> found = new HashMap<>();

    Constants(Graph graph, Allowance allowance) {
        this.graph = graph;
        this.allowance = allowance;
    }

    Optional<GraphConstant> find(String value) {
        Optional<GraphConstant> known = found.get(value);
        if (known == null) {
            known = find(value, MOST_NODES);
            found.put(value, known);
        }
        return known;
    }

    private Optional<GraphConstant> find(String value, int nodesLeft) {
        Optional<TensorProto> initializer = graph.initializer(value);
        if (initializer.isPresent()) {
            return Optional.of(GraphConstant.of(value, initializer.get(), allowance));
        }
        return graph.node(value)
                .filter(node -> nodesLeft > 0 && Graph.isDefaultDomain(node.getDomain()))
                .flatMap(node -> find(value, node, nodesLeft - 1));
    }

    private Optional<GraphConstant> find(String value, NodeProto node, int nodesLeft) {
        return switch (node.getOpType()) {
            case "Constant" -> literal(value, node);
            case "Identity" -> first(node, nodesLeft);
            case "Cast" ->
                first(node, nodesLeft).filter(constant -> constant.isFloat() && NodeAttributes.castsToFloat(node));
            case "Transpose" ->
                first(node, nodesLeft)
                        .filter(constant -> constant.rank() == 2 && NodeAttributes.exchangesTwoAxes(node))
                        .map(GraphConstant::transpose);
            default -> Optional.empty();
        };
    }

    private Optional<GraphConstant> first(NodeProto node, int nodesLeft) {
        return node.getInputCount() == 0 ? Optional.empty() : find(node.getInput(0), nodesLeft);
    }

    private Optional<GraphConstant> literal(String value, NodeProto node) {
        for (AttributeProto attribute : node.getAttributeList()) {
            Optional<TensorProto> tensor = tensor(attribute);
            if (tensor.isPresent()) {
                return tensor.map(made -> GraphConstant.of(value, made, allowance));
            }
        }
        return Optional.empty();
    }

    private static Optional<TensorProto> tensor(AttributeProto attribute) {
        TensorProto.Builder made = TensorProto.newBuilder();
        return switch (attribute.getName()) {
            case "value" -> Optional.of(attribute.getT());
            case "value_float" ->
                Optional.of(made.setDataType(DataType.FLOAT)
                        .addFloatData(attribute.getF())
                        .build());
            case "value_floats" ->
                Optional.of(made.setDataType(DataType.FLOAT)
                        .addDims(attribute.getFloatsCount())
                        .addAllFloatData(attribute.getFloatsList())
                        .build());
            case "value_int" ->
                Optional.of(made.setDataType(DataType.INT64)
                        .addInt64Data(attribute.getI())
                        .build());
            case "value_ints" -> Optional.of(integers(made, attribute.getIntsList()));
            default -> Optional.empty();
        };
    }

    private static TensorProto integers(TensorProto.Builder made, List<Long> values) {
        return made.setDataType(DataType.INT64)
                .addDims(values.size())
                .addAllInt64Data(values)
                .build();
    }
}
