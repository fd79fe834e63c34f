// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.TensorShapeProto;
import dev.nn4j.onnx.internal.proto.TensorShapeProto.Dimension;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.List;

/** What inputs must be: rows of floats, or of the indices of categories, flat or made so in front of the first layer, columns of them, or a single row. */
public final class InputShape {
    private InputShape() {}

    public static void require(ChainWalk.Chain chain, int width) {
        boolean indices = chain.steps().get(0) instanceof Step.Embedding embedding
                && !embedding.found().spec().values().isEmpty();
        for (ValueInfoProto input : chain.inputs()) {
            DataType type = input.getType().getTensorType().getElemType();
            OnnxFaults.requireSupported(
                    type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.INT64 && indices,
                    who(input) + " must hold FLOAT or DOUBLE, it holds " + type);
        }
        ValueInfoProto input = chain.inputs().get(0);
        TypeProto.Tensor tensor = input.getType().getTensorType();
        if (chain.inputs().size() == 1 && tensor.hasShape()) {
            requireRows(who(input), tensor.getShape(), chain, width);
        }
    }

    private static String who(ValueInfoProto input) {
        return "input " + OnnxFaults.quoted(input.getName());
    }

    private static void requireRows(String who, TensorShapeProto shape, ChainWalk.Chain chain, int width) {
        boolean flattened = chain.steps().stream()
                .takeWhile(step -> !(step instanceof Step.Product))
                .anyMatch(Step.Flat.class::isInstance);
        int axes = shape.getDimCount();
        OnnxFaults.requireSupported(
                axes == 1 || axes == 2 || flattened && axes > 2,
                who + " has " + axes + " axes; rows of numbers have 2 (more need a Flatten)");
        double columns = 1;
        for (Dimension dimension : ofOneRow(shape, chain.layout())) {
            if (!dimension.hasDimValue()) {
                return;
            }
            columns *= dimension.getDimValue();
        }
        OnnxFaults.requireSupported(
                columns == width, who + " has " + (long) columns + " values to a row, the first layer takes " + width);
    }

    private static List<Dimension> ofOneRow(TensorShapeProto shape, RowAxes layout) {
        int axes = shape.getDimCount();
        return axes == 1 || axes == 2 && layout.columnsAtInput()
                ? shape.getDimList().subList(0, 1)
                : shape.getDimList().subList(1, axes);
    }
}
