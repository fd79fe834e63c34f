// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.evaluation;

import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Tensors of the file as values; their elements stay where they lie. */
final class StoredValue {
    private StoredValue() {}

    static Value of(TensorProto tensor) {
        int[] dims = new int[tensor.getDimsCount()];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, tensor.getDims(axis)));
        }
        DataType type = tensor.getDataType();
        return Value.of(type, dims, tensor.getRawData().isEmpty() ? listed(tensor, dims) : raw(tensor, dims));
    }

    private static IntToDoubleFunction raw(TensorProto tensor, int[] dims) {
        ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        int from = bytes.position();
        requireStored(dims, bytes.remaining() / size(tensor.getDataType()));
        return switch (tensor.getDataType()) {
            case FLOAT -> i -> bytes.getFloat(from + i * Float.BYTES);
            case DOUBLE -> i -> bytes.getDouble(from + i * Double.BYTES);
            case INT32 -> i -> bytes.getInt(from + i * Integer.BYTES);
            case BOOL -> i -> bytes.get(from + i);
            default -> i -> bytes.getLong(from + i * Long.BYTES);
        };
    }

    private static int size(DataType type) {
        return switch (type) {
            case BOOL -> 1;
            case FLOAT, INT32 -> Integer.BYTES;
            case DOUBLE, INT64 -> Long.BYTES;
            default -> throw new EvaluationFault("it holds " + type + " values");
        };
    }

    private static IntToDoubleFunction listed(TensorProto tensor, int[] dims) {
        return switch (tensor.getDataType()) {
            case FLOAT -> checked(dims, tensor.getFloatDataCount(), tensor::getFloatData);
            case DOUBLE -> checked(dims, tensor.getDoubleDataCount(), tensor::getDoubleData);
            case INT32, BOOL -> checked(dims, tensor.getInt32DataCount(), tensor::getInt32Data);
            case INT64 -> checked(dims, tensor.getInt64DataCount(), tensor::getInt64Data);
            default -> throw new EvaluationFault("it holds " + tensor.getDataType() + " values");
        };
    }

    private static IntToDoubleFunction checked(int[] dims, int stored, IntToDoubleFunction values) {
        requireStored(dims, stored);
        return values;
    }

    private static void requireStored(int[] dims, int stored) {
        EvaluationFault.require(Value.count(dims) == stored, "it holds another number of values than its shape has");
    }

    /** What a Constant node gives. */
    static Value literal(NodeProto node) {
        return node.getAttributeList().stream()
                .map(StoredValue::literal)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new EvaluationFault("it holds no numbers"));
    }

    private static Optional<Value> literal(AttributeProto attribute) {
        return switch (attribute.getName()) {
            case "value" -> Optional.of(of(attribute.getT()));
            case "value_float" -> Optional.of(Value.of(DataType.FLOAT, new int[0], new double[] {attribute.getF()}));
            case "value_int" -> Optional.of(Value.of(DataType.INT64, new int[0], new double[] {attribute.getI()}));
            case "value_floats" -> Optional.of(list(DataType.FLOAT, attribute.getFloatsList()));
            case "value_ints" -> Optional.of(list(DataType.INT64, attribute.getIntsList()));
            default -> Optional.empty();
        };
    }

    private static Value list(DataType type, List<? extends Number> values) {
        return Value.of(type, new int[] {values.size()}, i -> values.get(i).doubleValue());
    }
}
