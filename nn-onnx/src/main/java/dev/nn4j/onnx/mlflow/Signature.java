// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.mlflow;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.onnx.internal.JsonStrings;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.TensorShapeProto.Dimension;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What goes into a model and comes out of it, as MLflow's signature has it: JSON in the words of {@code mlflow.types}.
 *
 * @param schema what the model reads
 * @param graph what the ONNX file takes and gives
 */
record Signature(Schema schema, GraphProto graph) {
    /**
     * The inputs. Where the graph takes all features as one tensor, they are columns of a data frame, which MLflow puts into
     * this order and hands over as one array. Where each feature is an input of its own, each is a tensor of one column, which
     * MLflow makes of a data frame's column.
     */
    String inputs() {
        if (graph.getInputCount() == 1
                && hasWidth(graph.getInput(0), schema.features().size())
                && graph.getInput(0).getName().equals("input")) {
            return list(schema.featureNames(), Signature::column);
        }
        return list(graph.getInputList(), Signature::tensor);
    }

    /** The outputs, each a tensor. */
    String outputs() {
        return list(graph.getOutputList(), Signature::tensor);
    }

    private static boolean hasWidth(ValueInfoProto value, int width) {
        List<Dimension> shape = value.getType().getTensorType().getShape().getDimList();
        return shape.size() == 2 && shape.get(1).getDimValue() == width;
    }

    private static <T> String list(List<T> all, Function<T, String> one) {
        return all.stream().map(one).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String column(String name) {
        return "{\"type\": \"double\", \"name\": " + JsonStrings.ascii(name) + ", \"required\": true}";
    }

    private static String tensor(ValueInfoProto value) {
        TypeProto.Tensor type = value.getType().getTensorType();
        String shape = type.getShape().getDimList().stream()
                .map(dimension -> dimension.hasDimValue() ? Long.toString(dimension.getDimValue()) : "-1")
                .collect(Collectors.joining(", ", "[", "]"));
        return "{\"name\": " + JsonStrings.ascii(value.getName())
                + ", \"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"" + numpy(type.getElemType())
                + "\", \"shape\": " + shape + "}}";
    }

    /** What numpy calls the types that models have at their borders. */
    private static String numpy(DataType type) {
        return switch (type) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            case INT64 -> "int64";
            case STRING -> "str";
            default -> throw new IllegalStateException("a model takes and gives nothing of the type " + type);
        };
    }
}
