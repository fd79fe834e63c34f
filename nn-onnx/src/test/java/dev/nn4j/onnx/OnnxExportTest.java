// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.Activation;
import dev.nn4j.api.ComponentException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.proto.NodeProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is exported means the same to ONNX Runtime, and reads back as the same model. Writes the agreement table of
 * docs/onnx.md to {@code target/onnx-agreement.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxExportTest {
    private static final List<Integer> OPSETS = List.of(13, 17, 20, 22);

    @TempDir
    private Path folder;

    private final Map<String, Map<Integer, Double>> agreement = new TreeMap<>();

    static Stream<Activation> activations() {
        ComponentRegistry registry = ComponentRegistry.standard();
        Stream<Activation> defaults = registry.registrations().stream()
                .filter(registration -> registration.kind() == ComponentKind.ACTIVATION)
                .map(registration -> (Activation) registration.component());
        return Stream.concat(
                defaults,
                Stream.of(
                        registry.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.3)),
                        registry.find(ComponentKind.ACTIVATION, "elu", Map.of("alpha", 1.7))));
    }

    @ParameterizedTest
    @MethodSource("activations")
    void everyActivationOpsetTaskAndScalingAgreesWithOnnxRuntime(Activation activation)
            throws IOException, OrtException {
        requireAgreement(
                activation.name() + activation.hyperparameters().values(),
                (task, scaling) -> OnnxModels.of(activation, task, scaling));
    }

    static Stream<Arguments> normalizations() {
        return Stream.of(
                Arguments.of("batch-normalization", new BatchNormalizationSpec()),
                Arguments.of("batch-normalization{epsilon=0.1}", new BatchNormalizationSpec(0.1, 0.1)),
                Arguments.of("layer-normalization", new LayerNormalizationSpec()),
                Arguments.of("layer-normalization{epsilon=0.1}", new LayerNormalizationSpec(0.1)));
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void everyNormalizationOpsetTaskAndScalingAgreesWithOnnxRuntime(String name, LayerSpec normalization)
            throws IOException, OrtException {
        requireAgreement(name, (task, scaling) -> OnnxModels.normalizedBy(normalization, task, scaling));
    }

    @Test
    void embeddingsOfNumbersAgreeWithOnnxRuntime() throws IOException, OrtException {
        requireAgreement("numeric-embedding", OnnxModels::embedded, this::near);
        requireAgreement("numeric-embedding (periodic)", OnnxModels::waves, this::near);
    }

    /** The scale behind it becomes part of the next layer, with other roundings; how its waves began is not told. */
    @ParameterizedTest
    @EnumSource(Scaling.class)
    void wavesAreReadBack(Scaling scaling) throws IOException {
        Model model = OnnxModels.waves(Task.REGRESSION, scaling);
        Model read = readBack(model);

        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        assertThat(read.network().spec().layers().get(0))
                .isEqualTo(new PeriodicEmbeddingSpec(0.1, 16, 4, Optional.of(List.of(0, 2))));
        int waves = 2 * (16 + 16 + 17 * 3);
        assertThat(Arrays.copyOf(read.network().parameters(), waves))
                .isEqualTo(Arrays.copyOf(model.network().parameters(), waves));
        float[] rows = OnnxModels.rows(scaling);
        OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), OnnxAgreement.outputs(read, rows));
    }

    /** The scale behind it becomes part of the next layer, with other roundings. */
    @ParameterizedTest
    @EnumSource(Scaling.class)
    void embeddingsOfNumbersAreReadBack(Scaling scaling) throws IOException {
        Model model = OnnxModels.embedded(Task.REGRESSION, scaling);
        Model read = readBack(model);

        assertThat(read.inputScaler()).isEqualTo(model.inputScaler());
        assertThat(read.network().spec().layers().get(0))
                .isEqualTo(model.network().spec().layers().get(0));
        int statistics =
                model.network().spec().parameterCount() - model.network().spec().trainableCount();
        assertThat(last(read.network().parameters(), statistics))
                .isEqualTo(last(model.network().parameters(), statistics));
        float[] rows = OnnxModels.rows(scaling);
        OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), OnnxAgreement.outputs(read, rows));
    }

    private static float[] last(float[] numbers, int count) {
        return Arrays.copyOfRange(numbers, numbers.length - count, numbers.length);
    }

    @Test
    void residualBlocksAgreeWithOnnxRuntimeAndAreReadBack() throws IOException, OrtException {
        requireAgreement("residual", OnnxModels::residual, this::near);
        for (Scaling scaling : Scaling.values()) {
            Model model = OnnxModels.residual(Task.REGRESSION, scaling);
            Model read = readBack(model);
            assertThat(read.network().spec().layers().stream()
                            .filter(ResidualSpec.class::isInstance)
                            .toList())
                    .containsExactly(
                            new ResidualSpec(1),
                            new ResidualSpec(1),
                            new ResidualSpec(5),
                            new ResidualSpec(1),
                            new ResidualSpec(1));
            float[] rows = OnnxModels.rows(scaling);
            assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
        }
    }

    private Model readBack(Model model) throws IOException {
        Path file = folder.resolve("back.onnx");
        OnnxFile.write(model, file);
        return OnnxFile.read(file).model();
    }

    @ParameterizedTest
    @ValueSource(strings = {"selu", "softmax", "relu"})
    void parametricActivationsAreReadBackAsTheyWere(String name) throws IOException {
        LayerSpec layer = new ParametricSpec(GoldenModels.REGISTRY.activation(name));
        Model model = OnnxModels.normalizedBy(layer, Task.REGRESSION, Scaling.STANDARD);
        Model read = readBack(model);

        assertThat(read.network().spec().layers().get(1)).isEqualTo(layer);
        float[] rows = OnnxModels.rows(Scaling.STANDARD);
        assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"selu", "softmax"})
    void parametricActivationsAgreeWithOnnxRuntime(String name) throws IOException, OrtException {
        LayerSpec layer = new ParametricSpec(GoldenModels.REGISTRY.activation(name));
        requireAgreement(
                "parametric " + name, (task, scaling) -> OnnxModels.normalizedBy(layer, task, scaling), this::near);
    }

    /** What a plugin's activation trains is in the file; a PRelu is read back as the parametric layer that it is. */
    @Test
    void coefficientsOfActivationsAgreeWithOnnxRuntimeAndSlopesAreReadBack() throws IOException, OrtException {
        LayerSpec layer = new ActivationSpec(new OnnxPRelu());
        requireAgreement("PRelu", (task, scaling) -> OnnxModels.normalizedBy(layer, task, scaling), this::near);
        Model model = OnnxModels.normalizedBy(layer, Task.REGRESSION, Scaling.STANDARD);
        Model read = readBack(model);

        assertThat(read.network().spec().layers().get(1))
                .isEqualTo(new ParametricSpec(GoldenModels.REGISTRY.activation("relu")));
        float[] rows = OnnxModels.rows(Scaling.STANDARD);
        OnnxAgreement.requireNear(OnnxAgreement.outputs(model, rows), OnnxAgreement.outputs(read, rows));
    }

    /** A factor for each unit is read back as part of the layer behind it, with other roundings. */
    @Test
    void layersThatScaleAgreeWithOnnxRuntimeAndReadBackAsAPartOfOthers() throws IOException, OrtException {
        requireAgreement(
                "scale", (task, scaling) -> OnnxModels.normalizedBy(new ScaleSpec(), task, scaling), this::near);
        float[] rows = OnnxModels.rows(Scaling.STANDARD);
        Model model = OnnxModels.normalizedBy(new ScaleSpec(), Task.REGRESSION, Scaling.STANDARD);
        Path file = folder.resolve("scale.onnx");
        OnnxFile.write(model, file, 17);
        OnnxAgreement.requireNear(
                OnnxAgreement.outputs(model, rows),
                OnnxAgreement.outputs(
                        OnnxFile.read(file, GoldenModels.REGISTRY, Optional.empty())
                                .model(),
                        rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "gelu", "softmax"})
    void activationsThatAreLayersAgreeWithOnnxRuntimeAndReadBackAsLayers(String name) throws IOException, OrtException {
        Activation activation = GoldenModels.REGISTRY.activation(name);
        float[] rows = OnnxModels.rows(Scaling.STANDARD);
        for (int opset : OPSETS) {
            Model model = OnnxModels.activatedBy(activation, Task.REGRESSION, Scaling.STANDARD);
            compared(model, rows, opset);
            Model read = OnnxFile.read(folder.resolve("model.onnx"), GoldenModels.REGISTRY, Optional.empty())
                    .model();
            assertThat(read.network().spec().layers())
                    .filteredOn(ActivationSpec.class::isInstance)
                    .hasSize(3)
                    .containsOnly(new ActivationSpec(activation));
            assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
        }
    }

    private interface Comparison {
        double of(Model model, float[] rows, int opset) throws IOException, OrtException;
    }

    private void requireAgreement(String name, BiFunction<Task, Scaling, Model> models)
            throws IOException, OrtException {
        requireAgreement(name, models, this::compared);
    }

    private void requireAgreement(String name, BiFunction<Task, Scaling, Model> models, Comparison comparison)
            throws IOException, OrtException {
        for (int opset : OPSETS) {
            double largest = 0;
            for (Task task : Task.values()) {
                for (Scaling scaling : Scaling.values()) {
                    largest = Math.max(
                            largest, comparison.of(models.apply(task, scaling), OnnxModels.rows(scaling), opset));
                }
            }
            agreement.computeIfAbsent(name, key -> new TreeMap<>()).put(opset, largest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 16, 17, 20, 22})
    void normalisationsAgreeWithOnnxRuntime(int opset) throws IOException, OrtException {
        Model model = GoldenModels.normalized();
        Path file = folder.resolve("normalized.onnx");
        OnnxFile.write(model, file, opset);
        float[] rows = OnnxModels.rows(Scaling.NONE);
        float[] ours = OnnxAgreement.outputs(model, rows);
        try (OnnxRun run = OnnxRun.of(file)) {
            OnnxAgreement.requireNear(ours, run.floats("probabilities", rows, OnnxModels.ROWS, 3));
            assertThat(run.labels(rows, OnnxModels.ROWS, 3)).isEqualTo(labels(model, ours));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 17, 22})
    void normalisationsReadBackAsLayers(int opset) throws IOException {
        Model model = GoldenModels.normalized();
        Path file = folder.resolve("normalized.onnx");
        OnnxFile.write(model, file, opset);
        float[] rows = OnnxModels.rows(Scaling.NONE);
        Model read =
                OnnxFile.read(file, GoldenModels.REGISTRY, Optional.empty()).model();
        assertThat(read.network().spec().layers())
                .extracting(LayerSpec::kind)
                .isEqualTo(model.network().spec().layers().stream()
                        .map(LayerSpec::kind)
                        .toList());
        assertThat(OnnxAgreement.outputs(read, rows)).containsExactly(OnnxAgreement.outputs(model, rows));
    }

    private double compared(Model model, float[] rows, int opset) throws IOException, OrtException {
        double distance = near(model, rows, opset);
        requireSameAgain(model, folder.resolve("model.onnx"), rows, OnnxAgreement.outputs(model, rows));
        return distance;
    }

    private double near(Model model, float[] rows, int opset) throws IOException, OrtException {
        Path file = folder.resolve("model.onnx");
        OnnxFile.write(model, file, opset);
        float[] ours = OnnxAgreement.outputs(model, rows);
        try (OnnxRun run = OnnxRun.of(file)) {
            boolean regression = model.schema().task() == Task.REGRESSION;
            float[] theirs = run.floats(regression ? "prediction" : "probabilities", rows, OnnxModels.ROWS, 3);
            OnnxAgreement.requireNear(ours, theirs);
            if (!regression) {
                assertThat(run.labels(rows, OnnxModels.ROWS, 3)).isEqualTo(labels(model, ours));
            }
            return OnnxAgreement.relative(ours, theirs);
        }
    }

    private static List<String> labels(Model model, float[] outputs) {
        List<String> labels = new ArrayList<>();
        int width = model.schema().outputs();
        for (int from = 0; from < outputs.length; from += width) {
            if (model.schema().task() == Task.MULTILABEL) {
                for (int i = 0; i < width; i++) {
                    labels.add(outputs[from + i] > 0.5f ? "1" : "0");
                }
            } else {
                labels.add(model.schema().labels().get(model.schema().decide(outputs, from)));
            }
        }
        return labels;
    }

    private static void requireSameAgain(Model model, Path file, float[] rows, float[] ours) throws IOException {
        OnnxImport read = OnnxFile.read(file, GoldenModels.REGISTRY, Optional.empty());
        assertThat(read.notes()).isEmpty();
        assertThat(read.model().schema()).isEqualTo(model.schema());
        assertThat(read.model().loss().name()).isEqualTo(model.loss().name());
        assertThat(read.model().inputScaler()).isEqualTo(model.inputScaler());
        assertThat(read.model().targetScaler()).isEqualTo(model.targetScaler());
        // to the bit, though 1e-6 would do
        assertThat(OnnxAgreement.outputs(read.model(), rows)).containsExactly(ours);
    }

    @AfterAll
    void writeTable() throws IOException {
        StringBuilder table =
                new StringBuilder("| activation or layer | opset 13 | 17 | 20 | 22 |\n|---|---|---|---|---|\n");
        agreement.forEach((name, byOpset) -> {
            table.append("| ").append(name.replace("{}", "").replace("{", " (").replace("}", ")"));
            byOpset.values().forEach(value -> table.append(String.format(Locale.ROOT, " | %.1e", value)));
            table.append(" |\n");
        });
        Files.writeString(Path.of("target/onnx-agreement.md"), table);
    }

    @Test
    void everyOperatorSetHasItsFormatVersionAndRuns() throws IOException, OrtException {
        Model model = OnnxModels.of(ComponentRegistry.standard().activation("gelu"), Task.MULTICLASS, Scaling.STANDARD);
        Map<Integer, Long> versions = new TreeMap<>();
        for (int opset = OnnxFile.OLDEST_OPSET; opset <= OnnxFile.NEWEST_OPSET; opset++) {
            compared(model, OnnxModels.rows(Scaling.STANDARD), opset);
            OnnxDescription description = OnnxFile.describe(folder.resolve("model.onnx"));
            assertThat(description.operatorSets()).containsEntry("ai.onnx", (long) opset);
            versions.put(opset, description.irVersion());
        }
        assertThat(versions)
                .isEqualTo(Map.of(13, 7L, 14, 7L, 15, 8L, 16, 8L, 17, 8L, 18, 8L, 19, 9L, 20, 9L, 21, 10L, 22, 10L));
    }

    @Test
    void denseLayersAreGemmWithoutTransposesAndDropoutIsLeftOut() throws IOException {
        Path file = folder.resolve("plain.onnx");
        OnnxFile.write(GoldenModels.binary(), file);

        ModelProto content = ModelProto.parseFrom(Files.readAllBytes(file));
        assertThat(content.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly(
                        "Sub",
                        "Div",
                        "Gemm",
                        "LeakyRelu",
                        "Gemm",
                        "Sigmoid",
                        "Identity",
                        "Squeeze",
                        "Greater",
                        "Cast",
                        "LabelEncoder",
                        "Identity");
        OnnxDescription description = OnnxFile.describe(file);
        assertThat(description.tensors()).contains(new OnnxDescription.Value("l0/weight", "FLOAT", List.of("3", "4")));
        assertThat(description.bytes()).isEqualTo(Files.size(file));
        assertThat(description.inputs())
                .containsExactly(new OnnxDescription.Value("input", "FLOAT", List.of("N", "3")));
        assertThat(description.outputs())
                .containsExactly(
                        new OnnxDescription.Value("probabilities", "FLOAT", List.of("N", "1")),
                        new OnnxDescription.Value("label", "STRING", List.of("N")));
    }

    @Test
    void metadataNameFeaturesClassesTaskAndTheModelsDigest() throws IOException {
        Path model = folder.resolve("model.nn");
        Path file = folder.resolve("named.onnx");
        ModelFile.write(GoldenModels.binary(), model);
        OnnxFile.write(GoldenModels.binary(), file);

        assertThat(OnnxFile.describe(file).metadata())
                .containsEntry("features", "[\"a\",\"b\",\"c\"]")
                .containsEntry("classes", "[\"malignant\",\"benign\"]")
                .containsEntry("positive_class", "malignant")
                .containsEntry("task", "binary")
                .containsEntry("sha256", ModelFile.describe(model).sha256());
    }

    @Test
    void everySampleModelReadsBackAsItWas() throws IOException {
        for (Model model : GoldenModels.all()) {
            if (!model.schema().features().stream().allMatch(Feature::isPlain)) {
                continue; // of several inputs, which are not read
            }
            Path file = folder.resolve("sample.onnx");
            OnnxFile.write(model, file);
            OnnxImport read = OnnxFile.read(file);
            assertThat(read.notes()).isEmpty();
            assertThat(read.model().schema()).isEqualTo(model.schema());
            assertThat(read.model().loss().hyperparameters())
                    .isEqualTo(model.loss().hyperparameters());
        }
    }

    @Test
    void aForeignActivationTravelsByItsOwnForm() throws IOException, OrtException {
        for (Activation swish : List.of(new OnnxSwish(1), new OnnxSwish(0.75))) {
            Model model = OnnxModels.of(swish, Task.REGRESSION, Scaling.STANDARD);
            Path file = folder.resolve("swish.onnx");
            OnnxFile.write(model, file);
            ComponentRegistry registry = ComponentRegistry.builder()
                    .addProviders(OnnxExportTest.class.getClassLoader())
                    .add(ComponentKind.ACTIVATION, new OnnxSwish(1.5))
                    .build();
            float[] rows = OnnxModels.rows(Scaling.STANDARD);
            float[] ours = OnnxAgreement.outputs(model, rows);
            try (OnnxRun run = OnnxRun.of(file)) {
                OnnxAgreement.requireNear(ours, run.floats("prediction", rows, OnnxModels.ROWS, 3));
            }
            Model read = OnnxFile.read(file, registry, Optional.empty()).model();
            OnnxAgreement.requireNear(OnnxAgreement.outputs(read, rows), ours);
        }
    }

    @Test
    void aComponentWithoutAFormIsRefusedByNameAndNothingIsWritten() {
        Path file = folder.resolve("refused.onnx");
        Model model = OnnxModels.of(new OnnxSwish(1).withoutForm(), Task.REGRESSION, Scaling.NONE);

        assertThatThrownBy(() -> OnnxFile.write(model, file))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("acme:closed")
                .hasMessageContaining("Activation.onnx()");
        assertThat(file).doesNotExist();
    }

    @Test
    void aBrokenFormIsRefusedByNameAndDisturbsNoImport() throws IOException {
        Activation broken = new OnnxSwish(1).withForm((graph, z) -> graph.node("Mul", z, "nothing"));
        assertThatThrownBy(() -> OnnxFile.write(
                        OnnxModels.of(broken, Task.REGRESSION, Scaling.NONE), folder.resolve("broken.onnx")))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("'acme:closed' gives no valid ONNX form: the graph has no value 'nothing'");

        Activation throwing = new OnnxSwish(1).withForm((graph, z) -> {
            throw new IllegalStateException("broken");
        });
        ComponentRegistry registry = ComponentRegistry.builder()
                .addProviders(OnnxExportTest.class.getClassLoader())
                .add(ComponentKind.ACTIVATION, throwing)
                .build();
        Path file = folder.resolve("sound.onnx");
        OnnxFile.write(GoldenModels.binary(), file);
        assertThat(OnnxFile.read(file, registry, Optional.empty()).notes()).isEmpty();
    }

    @Test
    void anOperatorSetThatIsNotWrittenIsRefused() {
        for (int opset : Set.of(12, 23)) {
            assertThatThrownBy(() -> OnnxFile.write(GoldenModels.binary(), folder.resolve("never.onnx"), opset))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[13, 22], got " + opset);
        }
    }
}
