// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.guides;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ONNX Runtime on an exported file and the cells of a CSV file as they are, beside what nn has predicted from them. */
final class OnnxJudge {
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private OnnxJudge() {}

    /** Fails unless all labels are the same and all numbers near. */
    static void assertAgree(Path onnx, Path data, Path predictions) throws OrtException, IOException {
        Table cells = Csv.read(data, column -> CellType.TEXT);
        Table expected = Csv.read(predictions, column -> column.equals("prediction") ? CellType.TEXT : CellType.NUMBER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx.toString(), options)) {
            Map<String, OnnxTensor> inputs = inputs(session, cells);
            try (OrtSession.Result result = session.run(inputs)) {
                assertThat((String[]) result.get("label").orElseThrow().getValue())
                        .as("labels")
                        .containsExactly(expected.texts("prediction"));
                assertNear(
                        (float[][]) result.get("probabilities").orElseThrow().getValue(), expected, answers(session));
            } finally {
                inputs.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static void assertNear(float[][] theirs, Table expected, List<String> answers) {
        assertThat(theirs).hasNumberOfRows(expected.rows());
        for (int k = 0; k < answers.size(); k++) {
            float[] ours = expected.numbers("p_" + answers.get(k));
            for (int row = 0; row < ours.length; row++) {
                double difference = Math.abs((double) theirs[row][k] - ours[row]);
                assertThat(difference)
                        .as("row %d, %s: %s, ONNX Runtime %s", row + 1, answers.get(k), ours[row], theirs[row][k])
                        .isLessThanOrEqualTo(Math.max(ABSOLUTE, RELATIVE * Math.abs(theirs[row][k])));
            }
        }
    }

    /** The labels whose probabilities the file gives: all, or the positive one. */
    private static List<String> answers(OrtSession session) throws OrtException, IOException {
        Map<String, String> metadata = session.getMetadata().getCustomMetadata();
        List<String> labels = texts(JSON.readTree(metadata.get("classes")));
        String positive = metadata.get("positive_class");
        return positive == null ? labels : List.of(positive);
    }

    private static Map<String, OnnxTensor> inputs(OrtSession session, Table cells) throws OrtException, IOException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        if (session.getInputNames().equals(java.util.Set.of("input"))) {
            List<String> features = texts(
                    JSON.readTree(session.getMetadata().getCustomMetadata().get("features")));
            float[] rows = new float[cells.rows() * features.size()];
            for (int f = 0; f < features.size(); f++) {
                String[] column = cells.texts(features.get(f));
                for (int row = 0; row < column.length; row++) {
                    rows[row * features.size() + f] = Float.parseFloat(column[row]);
                }
            }
            inputs.put("input", floats(rows, cells.rows(), features.size()));
            return inputs;
        }
        for (var input : session.getInputInfo().entrySet()) {
            String[] column = cells.texts(input.getKey());
            inputs.put(
                    input.getKey(),
                    column(column, ((TensorInfo) input.getValue().getInfo()).type));
        }
        return inputs;
    }

    private static OnnxTensor column(String[] cells, OnnxJavaType type) throws OrtException {
        long[] shape = {cells.length, 1};
        if (type == OnnxJavaType.STRING) {
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), cells, shape);
        }
        if (type == OnnxJavaType.FLOAT) {
            float[] numbers = new float[cells.length];
            for (int row = 0; row < cells.length; row++) {
                numbers[row] = Cells.isMissing(cells[row]) ? Float.NaN : Float.parseFloat(cells[row]);
            }
            return floats(numbers, cells.length, 1);
        }
        long[] seconds = new long[cells.length];
        for (int row = 0; row < cells.length; row++) {
            seconds[row] = Cells.isMissing(cells[row]) ? Long.MIN_VALUE : Cells.seconds(cells[row]);
        }
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(seconds), shape);
    }

    private static OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
