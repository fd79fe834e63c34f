// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.OperatorSetIdProto;
import dev.nn4j.onnx.internal.proto.StringStringEntryProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorShapeProto;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells the content of an ONNX file in public terms. */
final class OnnxDescriptions {
    private static final String OWN_DOMAIN = "ai.onnx";
    private static final String UNKNOWN = "?";

    private OnnxDescriptions() {}

    static OnnxDescription of(ModelProto file, long bytes) {
        GraphProto graph = file.getGraph();
        Set<String> initializers =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        return new OnnxDescription(
                bytes,
                file.getIrVersion(),
                file.getProducerName(),
                file.getProducerVersion(),
                file.getOpsetImportList().stream()
                        .collect(Collectors.toMap(
                                OnnxDescriptions::domain, OperatorSetIdProto::getVersion, Math::max, TreeMap::new)),
                graph.getName(),
                graph.getInputList().stream()
                        .filter(input -> !initializers.contains(input.getName()))
                        .map(OnnxDescriptions::value)
                        .toList(),
                graph.getOutputList().stream().map(OnnxDescriptions::value).toList(),
                operators(graph),
                graph.getInitializerList().stream()
                        .map(OnnxDescriptions::tensor)
                        .toList(),
                file.getMetadataPropsList().stream()
                        .collect(Collectors.toMap(
                                StringStringEntryProto::getKey,
                                StringStringEntryProto::getValue,
                                (first, second) -> first,
                                TreeMap::new)));
    }

    private static String domain(OperatorSetIdProto opset) {
        return opset.getDomain().isEmpty() ? OWN_DOMAIN : opset.getDomain();
    }

    private static Map<String, Long> operators(GraphProto graph) {
        return graph.getNodeList().stream()
                .collect(Collectors.groupingBy(OnnxDescriptions::operator, TreeMap::new, Collectors.counting()));
    }

    private static String operator(NodeProto node) {
        boolean own = node.getDomain().isEmpty() || node.getDomain().equals(OWN_DOMAIN);
        return (own ? "" : node.getDomain() + ".") + node.getOpType();
    }

    private static OnnxDescription.Value value(ValueInfoProto value) {
        if (!value.getType().hasTensorType()) {
            return new OnnxDescription.Value(value.getName(), "", List.of());
        }
        TypeProto.Tensor tensor = value.getType().getTensorType();
        return new OnnxDescription.Value(
                value.getName(),
                tensor.getElemType().name(),
                tensor.getShape().getDimList().stream()
                        .map(OnnxDescriptions::dimension)
                        .toList());
    }

    private static String dimension(TensorShapeProto.Dimension dimension) {
        return switch (dimension.getValueCase()) {
            case DIM_VALUE -> Long.toString(dimension.getDimValue());
            case DIM_PARAM -> dimension.getDimParam();
            case VALUE_NOT_SET -> UNKNOWN;
        };
    }

    private static OnnxDescription.Value tensor(TensorProto tensor) {
        return new OnnxDescription.Value(
                tensor.getName(),
                tensor.getDataType().name(),
                tensor.getDimsList().stream().map(dim -> Long.toString(dim)).toList());
    }
}
