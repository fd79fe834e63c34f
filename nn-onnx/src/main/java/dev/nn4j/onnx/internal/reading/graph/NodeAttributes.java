// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The attributes of a node, with ONNX's defaults where they are not given. */
public final class NodeAttributes {
    private static final int MOST_SHOWN = 4;

    private NodeAttributes() {}

    public static double number(NodeProto node, String name, double otherwise) {
        return find(node, name).map(attribute -> (double) attribute.getF()).orElse(otherwise);
    }

    public static long integer(NodeProto node, String name, long otherwise) {
        return find(node, name).map(AttributeProto::getI).orElse(otherwise);
    }

    public static String text(NodeProto node, String name, String otherwise) {
        return find(node, name)
                .map(attribute -> attribute.getS().toStringUtf8())
                .orElse(otherwise);
    }

    public static List<ByteString> texts(NodeProto node, String name) {
        return find(node, name).map(AttributeProto::getStringsList).orElse(List.of());
    }

    public static List<Long> integers(NodeProto node, String name) {
        return find(node, name).map(AttributeProto::getIntsList).orElse(List.of());
    }

    /** The integer of a list that has one. */
    public static OptionalLong onlyInteger(NodeProto node, String name) {
        return find(node, name).stream()
                .filter(attribute -> attribute.getIntsCount() == 1)
                .mapToLong(attribute -> attribute.getInts(0))
                .findFirst();
    }

    /** A list of numbers; the one number if there is none. */
    public static double[] numbers(String who, NodeProto node, String name, double otherwise) {
        List<Float> list = find(node, name).map(AttributeProto::getFloatsList).orElse(List.of());
        Faults.require(
                list.stream().allMatch(Float::isFinite),
                who + ": every number of " + Faults.quoted(name) + " must be finite");
        return list.isEmpty()
                ? new double[] {otherwise}
                : list.stream().mapToDouble(Float::doubleValue).toArray();
    }

    /** Whether a Transpose exchanges the axes of a matrix. */
    public static boolean exchangesTwoAxes(NodeProto node) {
        return find(node, "perm")
                .map(attribute -> attribute.getIntsList().equals(List.of(1L, 0L)))
                .orElse(true);
    }

    /** Whether a Cast gives floats or doubles. */
    public static boolean castsToFloat(NodeProto node) {
        long type = integer(node, "to", 0);
        return type == DataType.FLOAT_VALUE || type == DataType.DOUBLE_VALUE;
    }

    /** The numbers, as in {@code alpha 0.2, beta 0.5}. */
    public static String inWords(NodeProto node) {
        return node.getAttributeList().stream()
                .filter(attribute ->
                        attribute.getType() == AttributeType.FLOAT || attribute.getType() == AttributeType.INT)
                .limit(MOST_SHOWN)
                .map(attribute -> Faults.quoted(attribute.getName()) + " "
                        + (attribute.getType() == AttributeType.FLOAT ? attribute.getF() : (Object) attribute.getI()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<AttributeProto> find(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }
}
