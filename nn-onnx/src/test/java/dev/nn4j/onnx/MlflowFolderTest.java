// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.Model;
import dev.nn4j.onnx.mlflow.MlflowFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder is read as MLflow reads it: the signature says what the rows of example are to become, and ONNX Runtime answers. */
class MlflowFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path parent;

    private Path folder(Model model) throws IOException {
        Path folder = parent.resolve("mlflow");
        MlflowFolder.write(model, folder, OnnxFile.DEFAULT_OPSET, GoldenModels.REGISTRY);
        return folder;
    }

    static Stream<Model> models() {
        return GoldenModels.all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theRowsOfExampleGiveWhatTheModelGives(Model model) throws IOException, OrtException {
        Path folder = folder(model);
        JsonNode inputs = signature(folder, "inputs");
        JsonNode example = JSON.readTree(folder.resolve("input_example.json").toFile());
        OnnxRun run = OnnxRun.of(folder.resolve("model.onnx"));

        List<JsonNode> rows = new ArrayList<>();
        example.get("data").forEach(rows::add);
        Object first;
        if (inputs.get(0).get("type").asText().equals("tensor")) {
            Map<String, Object> columns = new HashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                columns.put(
                        inputs.get(i).get("name").asText(),
                        column(rows, i, inputs.get(i).at("/tensor-spec/dtype").asText()));
            }
            first = run.columns(columns).get(firstOutput(folder));
        } else {
            float[] flat = new float[rows.size() * inputs.size()];
            for (int at = 0; at < flat.length; at++) {
                flat[at] = (float)
                        rows.get(at / inputs.size()).get(at % inputs.size()).asDouble();
            }
            first = run.floats(firstOutput(folder), flat, rows.size(), inputs.size());
        }

        float[] answers = (float[]) first;
        List<Float> golden = model.golden().outputs();
        assertThat(answers).hasSize(golden.size());
        for (int i = 0; i < answers.length; i++) {
            assertThat(answers[i]).isCloseTo(golden.get(i), within(1e-4f * Math.max(1, Math.abs(golden.get(i)))));
        }
    }

    private static Object column(List<JsonNode> rows, int i, String type) {
        Stream<JsonNode> cells = rows.stream().map(row -> row.get(i));
        return switch (type) {
            case "str" -> cells.map(JsonNode::asText).toArray(String[]::new);
            case "int64" -> cells.mapToLong(JsonNode::asLong).toArray();
            case "float64" -> cells.mapToDouble(MlflowFolderTest::number).toArray();
            default -> {
                float[] floats = new float[rows.size()];
                for (int row = 0; row < floats.length; row++) {
                    floats[row] = (float) number(rows.get(row).get(i));
                }
                yield floats;
            }
        };
    }

    private static double number(JsonNode cell) {
        return cell.isNull() ? Double.NaN : cell.asDouble();
    }

    private static String firstOutput(Path folder) throws IOException {
        return signature(folder, "outputs").get(0).get("name").asText();
    }

    private static JsonNode signature(Path folder, String part) throws IOException {
        String line = Files.readAllLines(folder.resolve("MLmodel")).stream()
                .filter(one -> one.startsWith("  " + part + ": '") && one.endsWith("'"))
                .findFirst()
                .orElseThrow();
        return JSON.readTree(
                line.substring(line.indexOf('\'') + 1, line.length() - 1).replace("''", "'"));
    }

    @Test
    void itIsLaidOutAsMlflowLaysItOut() throws IOException {
        Path folder = folder(GoldenModels.binary());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "MLmodel",
                            "conda.yaml",
                            "input_example.json",
                            "model.onnx",
                            "python_env.yaml",
                            "requirements.txt",
                            "serving_input_example.json");
        }
        assertThat(Files.readString(folder.resolve("MLmodel"))).startsWith("""
            flavors:
              onnx:
                code: null
                data: model.onnx
                onnx_version: 1.17.0
                providers:
                - CPUExecutionProvider
              python_function:
                data: model.onnx
                env:
                  conda: conda.yaml
                  virtualenv: python_env.yaml
                loader_module: mlflow.onnx
            """);
        assertThat(Files.readString(folder.resolve("requirements.txt")))
                .contains("mlflow>=", "onnx>=", "onnxruntime>=");
        assertThat(JSON.readTree(folder.resolve("serving_input_example.json").toFile())
                        .get("dataframe_split"))
                .isEqualTo(JSON.readTree(folder.resolve("input_example.json").toFile()));
    }

    @Test
    void namesAreThoseOfTheModelWhateverTheyAre() throws IOException {
        JsonNode inputs = signature(folder(GoldenModels.mixed()), "inputs");

        assertThat(inputs).hasSize(GoldenModels.mixed().schema().features().size());
        for (int i = 0; i < inputs.size(); i++) {
            assertThat(inputs.get(i).get("name").asText())
                    .isEqualTo(GoldenModels.mixed().schema().featureNames().get(i));
            assertThat(inputs.get(i).at("/tensor-spec/shape").toString()).isEqualTo("[-1,1]");
        }
    }

    @Test
    void whatIsThereIsNotWrittenOver() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        Path full = folder(GoldenModels.binary());

        for (Path there : List.of(file, full)) {
            assertThatThrownBy(() -> MlflowFolder.write(
                            GoldenModels.binary(), there, OnnxFile.DEFAULT_OPSET, GoldenModels.REGISTRY))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
    }
}
