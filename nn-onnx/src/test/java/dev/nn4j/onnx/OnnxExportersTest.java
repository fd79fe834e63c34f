// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.internal.protobuf.ByteString;
import dev.nn4j.onnx.internal.proto.AttributeProto;
import dev.nn4j.onnx.internal.proto.AttributeProto.AttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as PyTorch 2.13 writes them with both of its exporters (those with embeddings are of 1.13), and as scikit-learn's converter writes linear models, read
 * as networks that agree with ONNX Runtime.
 */
class OnnxExportersTest {
    private static final int ROWS = 12;

    @TempDir
    private Path folder;

    private Path fixture(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = OnnxExportersTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static float[] rows(int count, int width) {
        SplittableRandom random = new SplittableRandom(7);
        float[] rows = new float[count * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (random.nextDouble() * 8 - 4);
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "view-torchscript, relu identity",
        "view-dynamo, relu identity",
        "squeeze-torchscript, relu identity",
        "squeeze-dynamo, relu identity",
        "softplus-torchscript, softplus identity",
        "softplus-dynamo, softplus identity",
        "prelu-torchscript, leaky-relu identity",
        "prelu-dynamo, leaky-relu identity",
        "layernorm-relu-torchscript, identity layer-normalization activation identity",
        "layernorm-relu-dynamo, identity layer-normalization activation identity",
        "celu-torchscript, elu identity",
        "celu-dynamo, elu identity",
        "clamp-min-torchscript, relu identity",
        "clamp-min-dynamo, relu identity",
        "waves-torchscript, numeric-embedding tanh identity"
    })
    void rowsOfOneInput(String name, String layers) throws IOException, OrtException {
        Path file = fixture("torch-" + name + ".onnx");
        Model model = OnnxFile.read(file).model();
        int width = model.schema().features().size();
        float[] rows = rows(ROWS, width);
        long[] shape = name.startsWith("view") ? new long[] {ROWS, 2, 3} : new long[] {ROWS, width};

        assertThat(String.join(" ", layers(model))).isEqualTo(layers);
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), run.floats("y", rows, shape));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torchscript", "dynamo"})
    void logarithmsOfProbabilitiesAreReadAsProbabilities(String exporter) throws IOException, OrtException {
        Path file = fixture("torch-logsoftmax-" + exporter + ".onnx");
        OnnxImport read = OnnxFile.read(file);
        float[] rows = rows(ROWS, 3);

        assertThat(read.model().schema().task()).isEqualTo(Task.MULTICLASS);
        assertThat(read.notes()).anyMatch(note -> note.contains("the probabilities themselves, not their logarithms"));
        try (OnnxRun run = OnnxRun.of(file)) {
            float[] theirs = run.floats("y", rows, ROWS, 3);
            for (int i = 0; i < theirs.length; i++) {
                theirs[i] = (float) StrictMath.exp(theirs[i]);
            }
            OnnxAgreement.requireNear(OnnxAgreement.outputs(read.model(), rows), theirs);
        }
    }

    /** {@code nn.Embedding} of two of the columns, behind the others, and a PReLU of a slope for each unit. */
    @Test
    void codesOfCategoriesAreEmbedded() throws IOException, OrtException {
        Path file = fixture("torch-codes-torchscript.onnx");
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 4);
        for (int row = 0; row < ROWS; row++) {
            rows[4 * row] = row % 4;
            rows[4 * row + 1] = row % 6;
        }

        assertThat(String.join(" ", layers(model)))
                .isEqualTo("category-embedding batch-normalization identity parametric softmax");
        assertThat(model.schema().features().get(1).kind().known()).containsExactly("0", "1", "2", "3", "4", "5");
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), run.floats("y", rows, ROWS, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torchscript", "dynamo"})
    void severalInputsAreJoined(String exporter) throws IOException, OrtException {
        Path file = fixture("torch-two-inputs-" + exporter + ".onnx");
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 2);
        float[] a = new float[ROWS];
        float[] b = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            a[row] = rows[2 * row];
            b[row] = rows[2 * row + 1];
        }

        assertThat(model.schema().featureNames()).containsExactly("a", "b");
        try (OnnxRun run = OnnxRun.of(file)) {
            float[] theirs = (float[]) run.columns(Map.of("a", a, "b", b)).get("y");
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), theirs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torchscript", "dynamo"})
    void aVectorIsARow(String exporter) throws IOException, OrtException {
        Path file = fixture("torch-vector-" + exporter + ".onnx");
        Model model = OnnxFile.read(file).model();
        float[] row = {0.5f, -2, 1.25f};

        assertThat(layers(model)).containsExactly("tanh", "identity");
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, row), run.floats("y", row, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"torchscript", "dynamo"})
    void columnsThatAreTransposedAreRows(String exporter) throws IOException, OrtException {
        Path file = fixture("torch-transpose-" + exporter + ".onnx");
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 3);

        try (OnnxRun run = OnnxRun.of(file)) {
            float[] theirs = run.floats("y", transposed(rows, ROWS, 3), 3, ROWS);
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), theirs);
        }
    }

    @Test
    void columnsMayStayColumns() throws IOException, OrtException {
        OnnxBuilder graph = new OnnxBuilder(8, 17)
                .listed("x", 3, 5)
                .weights("w", 4, 3)
                .weights("b", 4, 1)
                .node("MatMul", "m", "w", "x")
                .node("Add", "z", "m", "b")
                .node("Tanh", "t", "z")
                .weights("v", 2, 4)
                .weights("c", 2, 1)
                .node(OnnxBuilder.node("Gemm", "y", new String[] {"v", "t", "c"}, attribute("beta", 0.5f)))
                .output("y", 5);
        Path file = graph.writeTo(folder.resolve("columns.onnx"));
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(5, 3);

        try (OnnxRun run = OnnxRun.of(file)) {
            float[] theirs = run.floats("y", transposed(rows, 5, 3), 3, 5);
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), transposed(theirs, 2, 5));
        }
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] others = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            others[i % columns * rows + i / columns] = values[i];
        }
        return others;
    }

    private static AttributeProto texts(String name, String... values) {
        AttributeProto.Builder texts = AttributeProto.newBuilder().setName(name).setType(AttributeType.STRINGS);
        for (String value : values) {
            texts.addStrings(ByteString.copyFromUtf8(value));
        }
        return texts.build();
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private Path classifier(String transform, float[] coefficients, float[] intercepts, String... labels)
            throws IOException {
        var node = OnnxBuilder.node(
                        "ai.onnx.ml.LinearClassifier",
                        "label",
                        new String[] {"x"},
                        attribute("coefficients", coefficients),
                        attribute("intercepts", intercepts),
                        texts("classlabels_strings", labels),
                        text("post_transform", transform))
                .toBuilder()
                .addOutput("scores")
                .build();
        return new OnnxBuilder(8, 15)
                .domain("ai.onnx.ml", 1)
                .input("x", 2)
                .node(node)
                .node(OnnxBuilder.node("ai.onnx.ml.Normalizer", "p", new String[] {"scores"}, text("norm", "L1")))
                .output("p", labels.length)
                .writeTo(folder.resolve("classifier.onnx"));
    }

    @Test
    void aLinearClassifierOfThreeClasses() throws IOException, OrtException {
        float[] coefficients = {1, -2, 0.5f, 0.25f, -1, 1.5f};
        Path file = classifier("SOFTMAX", coefficients, new float[] {0.1f, 0.2f, -0.3f}, "red", "green", "blue");
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 2);

        assertThat(model.schema().labels()).containsExactly("red", "green", "blue");
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), run.floats("p", rows, ROWS, 2));
        }
    }

    @Test
    void aLinearClassifierOfTwoClassesIsASigmoid() throws IOException, OrtException {
        Path file = classifier("LOGISTIC", new float[] {-1, 2, 1, -2}, new float[] {-0.5f, 0.5f}, "no", "yes");
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 2);

        assertThat(model.schema().task()).isEqualTo(Task.BINARY);
        assertThat(model.schema().labels()).containsExactly("no", "yes");
        float[] ours = OnnxAgreement.outputs(model, rows);
        float[] both = new float[2 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            both[2 * i] = 1 - ours[i];
            both[2 * i + 1] = ours[i];
        }
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(both, run.floats("p", rows, ROWS, 2));
        }
    }

    @Test
    void twoClassesThatAreNotEachOthersRestAreRefused() throws IOException {
        Path file = classifier("LOGISTIC", new float[] {-1, 2, 1, 2}, new float[] {-0.5f, 0.5f}, "no", "yes");

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("does not give its numbers");
    }

    @Test
    void aLinearRegressor() throws IOException, OrtException {
        Path file = new OnnxBuilder(8, 15)
                .domain("ai.onnx.ml", 1)
                .input("x", 3)
                .node(OnnxBuilder.node(
                        "ai.onnx.ml.LinearRegressor",
                        "y",
                        new String[] {"x"},
                        attribute("coefficients", 1, -2, 0.5f, 3, 0.25f, -1),
                        attribute("intercepts", 0.5f, -4),
                        attribute("targets", 2)))
                .output("y", 2)
                .writeTo(folder.resolve("regressor.onnx"));
        Model model = OnnxFile.read(file).model();
        float[] rows = rows(ROWS, 3);

        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), run.floats("y", rows, ROWS, 3));
        }
    }

    private static List<String> layers(Model model) {
        return model.network().spec().layers().stream()
                .map(layer ->
                        layer instanceof DenseSpec dense ? dense.activation().name() : layer.kind())
                .toList();
    }
}
