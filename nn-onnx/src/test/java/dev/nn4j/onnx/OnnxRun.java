// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ONNX Runtime, the judge of what ONNX files mean. */
final class OnnxRun implements AutoCloseable {
    private final OrtSession session;

    private OnnxRun(OrtSession session) {
        this.session = session;
    }

    static OnnxRun of(Path file) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        // as the file has it: nothing fused
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        return new OnnxRun(OrtEnvironment.getEnvironment().createSession(file.toString(), options));
    }

    /** An output of floats or doubles for rows of this shape, flat. */
    float[] floats(String output, float[] rows, long... shape) throws OrtException {
        try (OnnxTensor input = input(rows, shape);
                OrtSession.Result result = session.run(Map.of(inputName(), input))) {
            return flat(result.get(output).orElseThrow());
        }
    }

    /** The label output: texts, or numbers as text. */
    List<String> labels(float[] rows, long... shape) throws OrtException {
        try (OnnxTensor input = input(rows, shape);
                OrtSession.Result result = session.run(Map.of(inputName(), input))) {
            List<String> labels = new ArrayList<>();
            add(result.get("label").orElseThrow().getValue(), labels);
            return labels;
        }
    }

    /**
     * All outputs for columns of float[], double[], long[] or String[], or rows of them, one for each input: texts for labels, floats or
     * doubles for the rest.
     */
    Map<String, Object> columns(Map<String, Object> columns) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (Map.Entry<String, Object> column : columns.entrySet()) {
                inputs.put(column.getKey(), column(column.getValue()));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                Map<String, Object> outputs = new HashMap<>();
                for (Map.Entry<String, OnnxValue> output : result) {
                    Object value = output.getValue().getValue();
                    outputs.put(output.getKey(), value instanceof String[] texts ? texts : numbers(output.getValue()));
                }
                return outputs;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor column(Object values) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (values instanceof String[] texts) {
            return OnnxTensor.createTensor(environment, texts, new long[] {texts.length, 1});
        }
        if (values instanceof double[] doubles) {
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(doubles), new long[] {doubles.length, 1});
        }
        if (values instanceof long[][] || values instanceof float[][]) {
            return OnnxTensor.createTensor(environment, values);
        }
        return values instanceof long[] longs
                ? OnnxTensor.createTensor(environment, LongBuffer.wrap(longs), new long[] {longs.length, 1})
                : OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap((float[]) values), new long[] {((float[]) values).length, 1});
    }

    private static void add(Object value, List<String> labels) {
        if (value instanceof long[] numbers) {
            for (long number : numbers) {
                labels.add(Long.toString(number));
            }
        } else if (value instanceof Object[] values) {
            for (Object one : values) {
                add(one, labels);
            }
        } else {
            labels.add(value.toString());
        }
    }

    private OnnxTensor input(float[] rows, long[] shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        NodeInfo info = session.getInputInfo().get(inputName());
        if (((TensorInfo) info.getInfo()).type == OnnxJavaType.DOUBLE) {
            double[] doubles = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                doubles[i] = rows[i];
            }
            return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(doubles), shape);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(rows), shape);
    }

    private String inputName() {
        return session.getInputNames().iterator().next();
    }

    private static Object numbers(OnnxValue value) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) value;
        if (tensor.getInfo().type != OnnxJavaType.DOUBLE) {
            return flat(value);
        }
        DoubleBuffer buffer = tensor.getDoubleBuffer();
        double[] doubles = new double[buffer.remaining()];
        buffer.get(doubles);
        return doubles;
    }

    private static float[] flat(OnnxValue value) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) value;
        if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
            DoubleBuffer doubles = tensor.getDoubleBuffer();
            float[] floats = new float[doubles.remaining()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) doubles.get(i);
            }
            return floats;
        }
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] floats = new float[buffer.remaining()];
        buffer.get(floats);
        return floats;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
