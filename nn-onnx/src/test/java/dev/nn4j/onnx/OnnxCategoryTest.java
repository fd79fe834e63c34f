// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static dev.nn4j.onnx.OnnxBuilder.attribute;
import static dev.nn4j.onnx.OnnxBuilder.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.QuantityEmbedding;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories that are embedded mean the same to ONNX Runtime. */
class OnnxCategoryTest {
    private static final int MANY = 3000;

    @TempDir
    private Path folder;

    private Path written(Model model, int opset) throws IOException {
        Path file = folder.resolve("categories.onnx");
        OnnxFile.write(model, file, opset);
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 22})
    void everyPolicyAgreesWithOnnxRuntime(int opset) throws IOException, OrtException {
        Model model = GoldenModels.categoryEmbedding();
        String[] shops = {"a", "c", "", "NA", "b", "a"};
        float[] sizes = {1, -2.5f, 3, 0, 7, 11};
        String[] towns = {"x", "z", "y", "x", "other", "y"};
        String[] sides = {"l", "r", "", "neither", "l", "?"};
        float[] ours = new float[shops.length];
        for (int row = 0; row < ours.length; row++) {
            Map<String, Object> values =
                    Map.of("shop", shops[row], "size", sizes[row], "town", towns[row], "side", sides[row]);
            ours[row] = model.predict(values).outputs()[0];
        }
        try (OnnxRun run = OnnxRun.of(written(model, opset))) {
            Map<String, Object> columns = Map.of("shop", shops, "size", sizes, "town", towns, "side", sides);
            OnnxAgreement.requireNear(ours, (float[]) run.columns(columns).get("probabilities"));
        }
    }

    static List<QuantityEmbedding> embeddings() {
        return List.of(new NumericEmbeddingSpec(), new PeriodicEmbeddingSpec());
    }

    /** One-hot, the inputs of so many categories would be a matrix of their square. */
    @ParameterizedTest
    @MethodSource("embeddings")
    void thousandsOfCategoriesAreExportedBeforeEmbeddedNumbers(QuantityEmbedding numbers)
            throws IOException, OrtException {
        List<String> shops =
                IntStream.range(0, MANY).mapToObj(shop -> "s" + shop).toList();
        Missing own = new Missing(MissingPolicy.OWN_CATEGORY, false, List.of());
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(List.of(
                        new Feature("shop", CategoryKind.indexed(shops, Unseen.ZEROS), own), Feature.number("size")))
                .targets(List.of("y"))
                .build();
        NetworkSpec spec = new NetworkSpec(
                2,
                List.of(
                        new CategoryEmbeddingSpec(0, 1, Optional.of(List.of(0)), List.of(MANY + 1)),
                        numbers,
                        new DenseSpec(
                                0,
                                1,
                                GoldenModels.REGISTRY.activation("identity"),
                                GoldenModels.REGISTRY.initializer("lecun-normal"),
                                true)));
        Model model = Model.builder(
                        schema, Network.initialized(spec, 3), GoldenModels.REGISTRY.loss("mean-squared-error"))
                .build();
        String[] texts = {"s0", "s2999", "s1500", "", "never"};
        float[] ours = new float[texts.length];
        for (int row = 0; row < texts.length; row++) {
            Map<String, Object> values = new HashMap<>(Map.of("size", 0.5f));
            values.put("shop", texts[row].isEmpty() ? null : texts[row]);
            ours[row] = model.predict(values).outputs()[0];
        }
        assertThat(OnnxFile.read(written(model, 17)).model().network().parameters())
                .isEqualTo(model.network().parameters());
        try (OnnxRun run = OnnxRun.of(written(model, 17))) {
            float[] sizes = {0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
            OnnxAgreement.requireNear(ours, (float[])
                    run.columns(Map.of("shop", texts, "size", sizes)).get("prediction"));
        }
    }

    @Test
    void theyAreReadBack() throws IOException {
        Model model = GoldenModels.categoryEmbedding();
        Model read = OnnxFile.read(written(model, 17)).model();

        assertThat(read.schema()).isEqualTo(model.schema());
        assertThat(read.network().parameters()).isEqualTo(model.network().parameters());
        for (String shop : new String[] {"a", "b", "c", ""}) {
            Map<String, Object> row = Map.of("shop", shop, "size", -2.5f, "town", "other", "side", "r");
            assertThat(read.predict(row).outputs()).isEqualTo(model.predict(row).outputs());
        }
    }

    /** As PyTorch writes {@code nn.Embedding}: tables of rows of several lengths. */
    private static OnnxBuilder tables(String... joined) {
        return new OnnxBuilder(8, 17)
                .codes("cat", 2)
                .input("num", 3)
                .weights("t0", 4, 2)
                .weights("t1", 3, 5)
                .integers("c0", 0)
                .integers("c1", 1)
                .node(node("Gather", "i0", joined("cat", "c0"), attribute("axis", 1L)))
                .node(node("Gather", "i1", joined("cat", "c1"), attribute("axis", 1L)))
                .node("Gather", "r0", "t0", "i0")
                .node("Gather", "r1", "t1", "i1")
                .node("Flatten", "e0", "r0")
                .node("Flatten", "e1", "r1")
                .node("Relu", "bent", "num")
                .node(node("Concat", "x", joined, attribute("axis", 1L)))
                .weights("w", 10, 6)
                .weights("v", 6, 1)
                .node("MatMul", "h", "x", "w")
                .node("Tanh", "a", "h")
                .node("MatMul", "y", "a", "v")
                .output("y", 1);
    }

    private static String[] joined(String... values) {
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"e0 e1 num", "num e0 e1", "e1 num e0"})
    void tablesOfOtherProgramsAreReadInAnyOrder(String order) throws IOException, OrtException {
        Path file = tables(order.split(" ")).writeTo(folder.resolve("tables.onnx"));
        Model model = OnnxFile.read(file).model();
        long[][] codes = {{0, 2}, {3, 0}, {1, 1}};
        float[][] numbers = {{0.5f, -1, 2}, {0, 3, 0.25f}, {-2, 1, 1}};
        float[] ours = new float[codes.length];
        for (int row = 0; row < ours.length; row++) {
            ours[row] = model.predict(Map.of(
                            "cat_0", Long.toString(codes[row][0]),
                            "cat_1", Long.toString(codes[row][1]),
                            "num_0", numbers[row][0],
                            "num_1", numbers[row][1],
                            "num_2", numbers[row][2]))
                    .outputs()[0];
        }
        assertThat(model.network().spec().layers().get(0))
                .isEqualTo(new CategoryEmbeddingSpec(5, 0, Optional.of(List.of(0, 1)), List.of(4, 3)));
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(ours, (float[])
                    run.columns(Map.of("cat", codes, "num", numbers)).get("y"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "e0 e1 bent, joins embedded categories and 'bent'; only columns of inputs as they are are read beside them",
        "e0 e0 num, takes column 0 of input 'cat' twice",
        "e0 num, takes 4 of 5 columns; every column of the inputs must be embedded or pass"
    })
    void whatElseIsDoneToColumnsIsRefusedByName(String order, String message) throws IOException {
        Path file = tables(order.split(" ")).writeTo(folder.resolve("tables.onnx"));
        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("node 'x_node' (operator 'Concat') " + message);
    }
}
