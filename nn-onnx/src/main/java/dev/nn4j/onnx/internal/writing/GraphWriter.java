// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.writing;

import dev.nn4j.api.OnnxGraph;
import dev.nn4j.io.internal.protobuf.UnsafeByteOperations;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorShapeProto;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a graph together; every name in it begins with the part of the model that it belongs to. */
final class GraphWriter implements OnnxGraph {
    private static final String ROWS = "N";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> names = new HashSet<>();
    private final int opset;
    private String part = "";

    GraphWriter(String name, int opset) {
        this.opset = opset;
        graph.setName(name);
    }

    GraphProto build() {
        return graph.build();
    }

    @Override
    public int opset() {
        return opset;
    }

    /** What is added from now on belongs to this part: {@code l0}. */
    void beginPart(String name) {
        part = name;
    }

    /** Keeps names for outputs, which are the last to be added. */
    void reserve(List<String> outputs) {
        names.addAll(outputs);
    }

    /** An input: {@code width} values to a row; its name has a number behind it if it is taken. */
    String input(String name, TensorProto.DataType type, int width) {
        part = "";
        String free = unique(name.isEmpty() ? "input" : name);
        graph.addInput(rows(free, type, width));
        return free;
    }

    /** Whether there are operators of this domain. */
    boolean uses(String domain) {
        return graph.getNodeList().stream().anyMatch(node -> node.getDomain().equals(domain));
    }

    /** Gives a value out under a name of its own; width 0 is one value to a row, without a second dimension. */
    void output(String name, String value, TensorProto.DataType type, int width) {
        known(value);
        names.add(name);
        graph.addOutput(rows(name, type, width));
        graph.addNode(NodeProto.newBuilder()
                .setName(unique("Identity"))
                .setOpType("Identity")
                .addInput(value)
                .addOutput(name));
    }

    private static ValueInfoProto rows(String name, TensorProto.DataType type, int width) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam(ROWS);
        if (width > 0) {
            shape.addDimBuilder().setDimValue(width);
        }
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    @Override
    public String constant(float value) {
        return floats("constant", new float[] {value}, 0, List.of());
    }

    /** A tensor of floats, taken from an array at an index. */
    String floats(String name, float[] values, int from, List<Integer> dims) {
        int count = dims.stream().reduce(1, Math::multiplyExact);
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(count, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, from, count);
        return tensor(name, TensorProto.DataType.FLOAT, bytes, dims);
    }

    /** A vector of floats. */
    String row(String name, float[] values) {
        return floats(name, values, 0, List.of(values.length));
    }

    /** A value as one of another type. */
    String cast(String value, TensorProto.DataType type) {
        return node("Cast", Map.of("to", (long) type.getNumber()), value);
    }

    /** A vector of doubles. */
    String doubles(String name, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return tensor(name, TensorProto.DataType.DOUBLE, bytes, List.of(values.length));
    }

    /** A vector of integers. */
    String integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, bytes, List.of(values.length));
    }

    private String tensor(String name, TensorProto.DataType type, ByteBuffer bytes, List<Integer> dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(unique(name))
                .setDataType(type)
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
        dims.forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return tensor.getName();
    }

    @Override
    public String node(String operator, Map<String, ?> attributes, String... inputs) {
        return node("", operator, attributes, inputs);
    }

    String node(String domain, String operator, Map<String, ?> attributes, String... inputs) {
        for (String input : inputs) {
            known(input);
        }
        String name = unique(operator);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(name)
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(name);
        new TreeMap<>(attributes).forEach((key, value) -> node.addAttribute(Attributes.encode(key, value)));
        graph.addNode(node);
        return name;
    }

    /** A node that gives two values, of which the second is left; answers the first. */
    String firstOfTwo(String operator, Map<String, ?> attributes, String... inputs) {
        String first = node(operator, attributes, inputs);
        int last = graph.getNodeCount() - 1;
        graph.setNode(last, graph.getNode(last).toBuilder().addOutput(unique("left")));
        return first;
    }

    /** The name of a value, if the graph has it. */
    String known(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("the graph has no value '" + name + "'");
        }
        return name;
    }

    private String unique(String name) {
        String candidate = part.isEmpty() ? name : part + "/" + name;
        String free = candidate;
        for (int i = 2; !names.add(free); i++) {
            free = candidate + "_" + i;
        }
        return free;
    }
}
