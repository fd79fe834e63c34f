// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import dev.nn4j.onnx.internal.proto.GraphProto;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import dev.nn4j.onnx.internal.proto.TensorProto;
import dev.nn4j.onnx.internal.proto.TensorProto.DataType;
import dev.nn4j.onnx.internal.proto.TensorShapeProto;
import dev.nn4j.onnx.internal.proto.TypeProto;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Puts ONNX files together as other programs write them. */
final class OnnxBuilder {
    private final ModelProto.Builder model = ModelProto.newBuilder();
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("graph");
    private final SplittableRandom random = new SplittableRandom(3);
    private DataType type = DataType.FLOAT;

    OnnxBuilder(long irVersion, long opset) {
        model.setIrVersion(irVersion)
                .setProducerName("test")
                .addOpsetImportBuilder()
                .setVersion(opset);
    }

    /** From here on tensors, inputs and outputs are of doubles. */
    OnnxBuilder doubles() {
        type = DataType.DOUBLE;
        return this;
    }

    OnnxBuilder domain(String domain, long version) {
        model.addOpsetImportBuilder().setDomain(domain).setVersion(version);
        return this;
    }

    OnnxBuilder metadata(String key, String value) {
        model.addMetadataPropsBuilder().setKey(key).setValue(value);
        return this;
    }

    /** An input of rows. */
    OnnxBuilder input(String name, long... columns) {
        graph.addInput(value(name, type, -1, columns));
        return this;
    }

    /** An input of rows of whole numbers. */
    OnnxBuilder codes(String name, long... columns) {
        graph.addInput(value(name, DataType.INT64, -1, columns));
        return this;
    }

    /** An input of a known shape, as initializers were listed until IR version 3. */
    OnnxBuilder listed(String name, long rows, long... columns) {
        graph.addInput(value(name, type, rows, columns));
        return this;
    }

    OnnxBuilder output(String name, long... columns) {
        return output(name, type, columns);
    }

    OnnxBuilder output(String name, DataType of, long... columns) {
        graph.addOutput(value(name, of, -1, columns));
        return this;
    }

    private static ValueInfoProto value(String name, DataType of, long rows, long... columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        if (rows < 0) {
            shape.addDimBuilder().setDimParam("N");
        } else {
            shape.addDimBuilder().setDimValue(rows);
        }
        for (long column : columns) {
            shape.addDimBuilder().setDimValue(column);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(of).setShape(shape)))
                .build();
    }

    /** Random weights in [-1, 1). */
    OnnxBuilder weights(String name, long... dims) {
        return tensor(name, random(dims, -1), dims);
    }

    /** Random weights in [0, 2): variances, scales. */
    OnnxBuilder positive(String name, long... dims) {
        return tensor(name, random(dims, 0.1), dims);
    }

    private double[] random(long[] dims, double least) {
        int count = 1;
        for (long dim : dims) {
            count *= (int) dim;
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = least + 2 * random.nextDouble();
        }
        return values;
    }

    OnnxBuilder scalar(String name, double value) {
        return tensor(name, new double[] {value});
    }

    /** Values as raw bytes. */
    OnnxBuilder tensor(String name, double[] values, long... dims) {
        graph.addInitializer(raw(name, values, dims));
        return this;
    }

    private TensorProto raw(String name, double[] values, long... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type == DataType.DOUBLE) {
                bytes.putDouble(value);
            } else {
                bytes.putFloat((float) value);
            }
        }
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(bytes.flip()));
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        return tensor.build();
    }

    /** Random values in float_data. */
    OnnxBuilder listedFloats(String name, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT);
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        for (double value : random(dims, -1)) {
            tensor.addFloatData((float) value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    OnnxBuilder integers(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64)
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** A Constant node, as PyTorch writes its numbers. */
    OnnxBuilder constant(String name, double value) {
        graph.addNode(NodeProto.newBuilder()
                .setName(name)
                .setOpType("Constant")
                .addOutput(name)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("value")
                        .setType(AttributeType.TENSOR)
                        .setT(raw("", new double[] {value}))));
        return this;
    }

    OnnxBuilder node(String operator, String output, String... inputs) {
        graph.addNode(node(operator, output, inputs, new AttributeProto[0]));
        return this;
    }

    OnnxBuilder node(NodeProto node) {
        graph.addNode(node);
        return this;
    }

    OnnxBuilder initializer(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    static NodeProto node(String operator, String output, String[] inputs, AttributeProto... attributes) {
        int dot = operator.lastIndexOf('.');
        NodeProto.Builder node = NodeProto.newBuilder()
                .setDomain(dot < 0 ? "" : operator.substring(0, dot))
                .setOpType(operator.substring(dot + 1))
                .setName(output + "_node")
                .addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        for (AttributeProto attribute : attributes) {
            node.addAttribute(attribute);
        }
        return node.build();
    }

    /** The attribute of that name. */
    static AttributeProto axes(long... axes) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName("axes").setType(AttributeType.INTS);
        for (long axis : axes) {
            attribute.addInts(axis);
        }
        return attribute.build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attribute(String name, float... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
        for (float value : values) {
            attribute.addFloats(value);
        }
        return attribute.build();
    }

    ModelProto build() {
        return model.setGraph(graph).build();
    }

    Path writeTo(Path file) throws IOException {
        return Files.write(file, build().toByteArray());
    }
}
