// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
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
}
