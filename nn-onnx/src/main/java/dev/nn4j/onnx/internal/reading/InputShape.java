// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.TensorShapeProto;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.util.List;

/** What the input must be: rows of floats, flat or made so in front of the first layer. */
final class InputShape {
    private InputShape() {}

    static void require(ValueInfoProto input, List<Step> steps, int width) {
        String who = "input " + OnnxFaults.quoted(input.getName());
        TypeProto.Tensor tensor = input.getType().getTensorType();
        DataType type = tensor.getElemType();
        OnnxFaults.requireSupported(
                type == DataType.FLOAT || type == DataType.DOUBLE,
                who + " must hold FLOAT or DOUBLE, it holds " + type);
        if (tensor.hasShape()) {
            requireRows(who, tensor.getShape(), steps, width);
        }
    }

    private static void requireRows(String who, TensorShapeProto shape, List<Step> steps, int width) {
        boolean flattened = steps.stream()
                .takeWhile(step -> !(step instanceof Step.Product))
                .anyMatch(Step.Flat.class::isInstance);
        OnnxFaults.requireSupported(
                shape.getDimCount() == 2 || flattened && shape.getDimCount() > 2,
                who + " has " + shape.getDimCount() + " axes; rows of numbers have 2 (more need a Flatten)");
        double columns = 1;
        for (TensorShapeProto.Dimension dimension : shape.getDimList().subList(1, shape.getDimCount())) {
            if (!dimension.hasDimValue()) {
                return;
            }
            columns *= dimension.getDimValue();
        }
        OnnxFaults.requireSupported(
                columns == width, who + " has " + (long) columns + " values to a row, the first layer takes " + width);
    }
}
