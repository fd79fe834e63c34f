// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaSourceTest {
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary",
                "multi-class",
                "multi-label",
                "regression",
                "normalized",
                "ensemble",
                "activation-layer",
                "scale",
                "parametric",
                "residual"
            })
    void anExportedClassGivesTheModelsBits(String kind) throws Exception {
        Model model = FrozenModels.of(kind);
        Random random = new Random(SEED);
        try (CompiledScorer scorer = exported(model)) {
            for (int row = 0; row < 200; row++) {
                double[] values = random.doubles(model.schema().features().size())
                        .map(value -> (value - 0.5) * Math.pow(10, random.nextInt(6) - 2))
                        .toArray();
                assertThat(bits(scorer.predict(values)))
                        .as("row %s of seed %s", row, SEED)
                        .isEqualTo(bits(model.predict(floats(values)).outputs()));
            }
        }
    }

    /** Several networks, of which each target has several outputs: all that is said of it. */
    @ParameterizedTest
    @ValueSource(strings = {"quantiles", "gaussian"})
    void anExportedClassGivesTheModelsDetails(String kind) throws Exception {
        Model model = FrozenModels.of(kind);
        Random random = new Random(SEED);
        for (Model one : List.of(model, model.member(1))) {
            try (CompiledScorer scorer = exported(one)) {
                assertThat((List<?>) scorer.constant("TARGETS"))
                        .hasSize(one.schema().detailWidth())
                        .first()
                        .isEqualTo(kind.equals("gaussian") ? "width_mean" : "width_q0.1");
                for (int row = 0; row < 50; row++) {
                    double[] values = {8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4};
                    float[] details = new float[one.schema().detailWidth()];
                    one.predictDetails(
                            floats(values), 1, details, new float[one.schema().outputs()], one.newScratch());
                    assertThat(bits(scorer.predict(values)))
                            .as("row %s of seed %s", row, SEED)
                            .isEqualTo(bits(details));
                }
            }
        }
    }

    /** Activations in front change the row that they are given, which the next network must not see. */
    @Test
    void eachNetworkOfAnEnsembleSeesTheRowAsItIs() throws Exception {
        Model one = FrozenModels.of("activation-layer");
        float[] other = one.network().parameters();
        for (int i = 0; i < other.length; i++) {
            other[i] += 0.125f;
        }
        Model model = Model.builder(
                        one.schema(),
                        List.of(one.network(), Network.of(one.network().spec(), other), one.network()),
                        one.loss())
                .build();
        try (CompiledScorer scorer = exported(model)) {
            for (double[] row : new double[][] {{1, 2}, {-3, 0.5}, {0, -0.0}}) {
                assertThat(bits(scorer.predict(row)))
                        .isEqualTo(bits(model.predict(row).outputs()));
            }
        }
    }

    /** The golden one has texts; this one is of numbers alone, of which the middle one passes by. */
    @Test
    void embeddedNumbersHaveTheModelsBits() throws Exception {
        float[] edges = {-2, -1, 0, 0.5f, 1, 2, 0.25f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f};
        assertSameBits(new NumericEmbeddingSpec("piecewise", 5, 3, Optional.of(List.of(0, 2))), edges);
        assertSameBits(new PeriodicEmbeddingSpec(1, 19, 3, Optional.of(List.of(0, 2))), new float[0]);
    }

    private void assertSameBits(LayerSpec embedding, float[] edges) throws Exception {
        NetworkSpec spec = new NetworkSpec(
                3,
                List.of(
                        embedding,
                        new DenseSpec(
                                0,
                                4,
                                FrozenModels.REGISTRY.activation("selu"),
                                FrozenModels.REGISTRY.initializer("lecun-normal"),
                                true),
                        new DenseSpec(
                                0,
                                1,
                                FrozenModels.REGISTRY.activation("identity"),
                                FrozenModels.REGISTRY.initializer("lecun-normal"),
                                true)));
        Random random = new Random(SEED);
        float[] parameters = new float[spec.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = random.nextFloat() - 0.5f;
        }
        System.arraycopy(edges, 0, parameters, spec.trainableCount(), edges.length);
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("a", "b", "c"))
                .targets(List.of("y"))
                .build();
        Model model = Model.builder(
                        schema, Network.of(spec, parameters), FrozenModels.REGISTRY.loss("mean-squared-error"))
                .build();
        try (CompiledScorer scorer = exported(model)) {
            for (int row = 0; row < 500; row++) {
                double[] values = row < edges.length / 2
                        ? new double[] {edges[row], row, edges[6 + row % 2]}
                        : random.doubles(3).map(value -> value * 6 - 3).toArray();
                assertThat(bits(scorer.predict(values)))
                        .as("row %s of seed %s", row, SEED)
                        .isEqualTo(bits(model.predict(floats(values)).outputs()));
            }
        }
    }

    @Test
    void everyBuiltInActivationHasItsBits() throws Exception {
        Map<Path, Model> models = new LinkedHashMap<>();
        for (Activation activation : activations().toList()) {
            Path file = folder.resolve("Activation" + models.size() + ".java");
            models.put(file, throughAlone(activation));
            JavaSource.write(models.get(file), file, "");
        }
        CompiledScorer.compile(List.copyOf(models.keySet()));
        for (Map.Entry<Path, Model> entry : models.entrySet()) {
            Model model = entry.getValue();
            String className = entry.getKey().getFileName().toString().replace(".java", "");
            try (CompiledScorer scorer = CompiledScorer.load(entry.getKey(), className)) {
                assertThat(bits(scorer.predict(1)))
                        .as("%s", model.network().spec().layers().get(1))
                        .isEqualTo(bits(model.predict(1).outputs()));
            }
        }
    }

    /** A network that takes the probes through one activation and changes nothing else. */
    private static Model throughAlone(Activation activation) {
        float[] probes = probes();
        int width = probes.length;
        LayerSpec layer = new DenseSpec(0, width, activation, FrozenModels.REGISTRY.initializer("zeros"), true);
        NetworkSpec spec = new NetworkSpec(1, List.of(dense(width, "identity"), layer, dense(width, "identity")));
        float[] parameters = new float[spec.parameterCount()];
        System.arraycopy(probes, 0, parameters, width, width);
        unit(parameters, 2 * width, width);
        unit(parameters, 2 * width + width * width + width, width);
        return regression(spec, parameters);
    }

    static Stream<Activation> activations() {
        Stream<Activation> defaults = FrozenModels.REGISTRY.registrations().stream()
                .filter(registration -> registration.kind() == ComponentKind.ACTIVATION)
                .map(registration -> (Activation) registration.component());
        Stream<Activation> others = Stream.of(
                FrozenModels.REGISTRY.find(ComponentKind.ACTIVATION, "elu", Map.of("alpha", 0.3)),
                FrozenModels.REGISTRY.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.3)));
        return Stream.concat(defaults, others);
    }

    @Test
    void labelsComeOutAsTheModelSays() throws Exception {
        Model binary = FrozenModels.of("binary");
        Model multiClass = FrozenModels.of("multi-class");
        Model multiLabel = FrozenModels.of("multi-label");
        Random random = new Random(SEED);
        try (CompiledScorer two = exported(binary)) {
            assertThat(two.constant("LABELS")).isEqualTo(binary.schema().labels());
            assertThat(two.constant("POSITIVE")).isEqualTo("malignant");
            assertThat(two.constant("FEATURES")).isEqualTo(binary.schema().featureNames());
            for (int row = 0; row < 50; row++) {
                double[] values = random.doubles(3, -9, 9).toArray();
                assertThat(two.call("label", values))
                        .isEqualTo(binary.predict(floats(values)).label());
            }
        }
        try (CompiledScorer several = exported(multiClass)) {
            for (int row = 0; row < 50; row++) {
                double[] values = random.doubles(2, -9, 9).toArray();
                assertThat(several.call("label", values))
                        .isEqualTo(multiClass.predict(floats(values)).label());
            }
        }
        try (CompiledScorer many = exported(multiLabel)) {
            double[] values = random.doubles(3, -9, 9).toArray();
            float[] outputs = multiLabel.predict(floats(values)).outputs();
            List<String> expected = IntStream.range(0, outputs.length)
                    .filter(i -> outputs[i] > 0.5f)
                    .mapToObj(multiLabel.schema().targets()::get)
                    .toList();
            assertThat(many.call("labels", values)).isEqualTo(expected);
        }
    }

    @Test
    void labelsAreDecidedByTheModelsThresholds() throws Exception {
        Model binary = FrozenModels.of("binary").withDecision(Decision.above(0.9f));
        Model multiLabel = FrozenModels.of("thresholds");
        Random random = new Random(SEED);
        List<double[]> rows = Stream.generate(() -> random.doubles(3, -3, 3).toArray())
                .limit(50)
                .toList();
        try (CompiledScorer two = exported(binary)) {
            for (double[] row : rows) {
                assertThat(two.call("label", row))
                        .isEqualTo(binary.predict(floats(row)).label());
            }
        }
        try (CompiledScorer many = exported(multiLabel)) {
            assertThat(many.constant("THRESHOLDS")).isEqualTo(List.of(0.75f, 0.86f));
            for (double[] row : rows) {
                assertThat(many.call("labels", row))
                        .isEqualTo(multiLabel.predict(floats(row)).positives());
            }
        }
    }

    @Test
    void hostileNamesAreTextAndNothingElse() throws Exception {
        List<String> features = List.of("\"); System.exit(1); //", "*/ \\u000a }", "a\nb\r\tc\u0000\u2028", "\\");
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers(features))
                .targets(List.of("ü\uD83D\uDE00"))
                .build();
        Model model = model(schema, new NetworkSpec(4, List.of(dense(1, "tanh"))), new float[] {1, 2, 3, 4, 5});

        try (CompiledScorer scorer = exported(model)) {
            assertThat(scorer.constant("FEATURES")).isEqualTo(features);
            assertThat(scorer.constant("TARGETS")).isEqualTo(schema.targets());
        }
        assertThat(Files.readAllBytes(folder.resolve("Scorer.java"))).doesNotContain(0x80, 0xC3, 0xF0);
    }

    @Test
    void manyWeightsAreSpreadOverConstants() throws Exception {
        NetworkSpec spec = new NetworkSpec(300, List.of(dense(400, "relu"), dense(1, "identity")));
        Model model = regression(spec, Network.initialized(spec, 3).parameters());
        double[] row = new Random(SEED).doubles(300).toArray();

        try (CompiledScorer scorer = exported(model)) {
            assertThat(bits(scorer.predict(row)))
                    .isEqualTo(bits(model.predict(floats(row)).outputs()));
        }
    }

    @Test
    void aRowOfAnotherLengthIsRefused() throws Exception {
        try (CompiledScorer scorer = exported(FrozenModels.of("binary"))) {
            assertThatThrownBy(() -> scorer.predict(1, 2))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Scorer: a row has 3 numbers, got 2");
        }
    }

    /** 3e38 is finite, and too large once it is divided by the deviation. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e39, 3e38})
    void aNumberThatTheModelRefusesIsRefusedInItsWords(double wrong) throws Exception {
        Model model = FrozenModels.of("binary");
        try (CompiledScorer scorer = exported(model)) {
            for (int i = 0; i < 3; i++) {
                double[] row = {0.5, 0.25, 1};
                row[i] = wrong;
                if (wrong == 3e38 && i != 1) {
                    assertThat(bits(scorer.predict(row)))
                            .isEqualTo(bits(model.predict(floats(row)).outputs()));
                    continue;
                }
                assertThatThrownBy(() -> model.predict(floats(row)))
                        .isInstanceOf(DataException.class)
                        .hasMessageStartingWith("row 0 (the first is 0): '" + "abc".charAt(i) + "' is ")
                        .satisfies(refused -> assertThatThrownBy(() -> scorer.call("label", row))
                                .cause()
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(refused.getMessage().replace("row 0 (the first is 0)", "Scorer")));
            }
        }
    }

    @Test
    void aPackageIsDeclared() throws Exception {
        JavaSource.write(FrozenModels.of("binary"), folder.resolve("Scorer.java"), "com.acme.scoring");
        try (CompiledScorer scorer = CompiledScorer.of(folder.resolve("Scorer.java"), "com.acme.scoring.Scorer")) {
            assertThat(scorer.constant("POSITIVE")).isEqualTo("malignant");
        }
    }

    @Test
    void aForeignActivationIsRefusedByName() {
        Activation foreign = new ForeignActivation();
        LayerSpec layer = new DenseSpec(0, 1, foreign, FrozenModels.REGISTRY.initializer("zeros"), true);
        Model model = regression(new NetworkSpec(1, List.of(layer)), new float[2]);

        assertThatThrownBy(() -> JavaSource.write(model, folder.resolve("Scorer.java"), ""))
                .isInstanceOf(ComponentException.class)
                .hasMessageContaining("activation 'acme:cube' cannot be written as Java source")
                .extracting(e -> ((ComponentException) e).component())
                .isEqualTo("acme:cube");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void moreThan16MebibytesOfWeightsAreRefused() {
        NetworkSpec spec = new NetworkSpec(2048, List.of(dense(2048, "relu"), dense(1, "identity")));
        Model model = regression(spec, new float[spec.parameterCount()]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaSource.write(model, folder.resolve("Scorer.java"), ""))
                .withMessage("Java source: the weights must be at most 16777216 bytes, the model's is 16793604; use the"
                        + " model itself or export it to ONNX");
    }

    @Test
    void moreNamesThanAClassInitializerHoldsAreRefused() {
        NetworkSpec spec = new NetworkSpec(4001, List.of(dense(1, "relu"), dense(4000, "identity")));
        Model model = regression(spec, new float[spec.parameterCount()]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaSource.write(model, folder.resolve("Scorer.java"), ""))
                .withMessage("Java source: the schema must be at most 8000 names of features, labels, targets, parts of"
                        + " dates and formats, the model's is 8001; use the model itself or export it to ONNX");
    }

    @Test
    void asManyNamesAsThatCompile() throws Exception {
        NetworkSpec spec = new NetworkSpec(4000, List.of(dense(1, "relu"), dense(4000, "identity")));
        try (CompiledScorer scorer = exported(regression(spec, new float[spec.parameterCount()]))) {
            assertThat((List<?>) scorer.constant("TARGETS")).hasSize(4000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorer.txt", "my-scorer.java", "class.java", "1.java", "List.java", ".java"})
    void aFileThatCannotNameAClassIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaSource.write(FrozenModels.of("binary"), folder.resolve(name), ""))
                .withMessageStartingWith("Java source: the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com..acme", "com.new", "com.acme.", "a b", ";"})
    void aPackageThatIsNoneIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JavaSource.write(FrozenModels.of("binary"), folder.resolve("Scorer.java"), name))
                .withMessageContaining("got '" + name + "'");
    }

    /** Numbers around every place where an activation changes its mind. */
    private static float[] probes() {
        Random random = new Random(SEED);
        float[] probes = new float[120];
        float[] special = {0, -0f, 1, -1, 3, -3, 16, -16, 20, 9.03f, 3.93f, 1e-20f, -1e-30f, Float.MIN_VALUE, 88, -104};
        System.arraycopy(special, 0, probes, 0, special.length);
        for (int i = special.length; i < probes.length; i++) {
            probes[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(5) - 3));
        }
        return probes;
    }

    private static void unit(float[] parameters, int from, int width) {
        for (int i = 0; i < width; i++) {
            parameters[from + i * width + i] = 1;
        }
    }

    private static LayerSpec dense(int outputs, String activation) {
        return new DenseSpec(
                0,
                outputs,
                FrozenModels.REGISTRY.activation(activation),
                FrozenModels.REGISTRY.initializer("xavier-normal"),
                true);
    }

    private static Model regression(NetworkSpec spec, float[] parameters) {
        List<String> features =
                IntStream.range(0, spec.inputWidth()).mapToObj(i -> "x" + i).toList();
        List<String> targets =
                IntStream.range(0, spec.outputWidth()).mapToObj(i -> "y" + i).toList();
        return model(
                Schema.builder(Task.REGRESSION)
                        .features(Feature.numbers(features))
                        .inventedNames(true)
                        .targets(targets)
                        .build(),
                spec,
                parameters);
    }

    private static Model model(Schema schema, NetworkSpec spec, float[] parameters) {
        return Model.builder(schema, Network.of(spec, parameters), FrozenModels.REGISTRY.loss("mean-squared-error"))
                .build();
    }

    private CompiledScorer exported(Model model) throws Exception {
        Path file = folder.resolve("Scorer.java");
        JavaSource.write(model, file, "");
        return CompiledScorer.of(file, "Scorer");
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        Arrays.setAll(new double[values.length], i -> floats[i] = (float) values[i]);
        return floats;
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToIntBits(values[i]))
                .toArray();
    }

    /** A third party's. */
    private record ForeignActivation() implements Activation {
        @Override
        public String name() {
            return "acme:cube";
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] * z[i] * z[i];
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                dz[i] = 3 * z[i] * z[i] * da[i];
            }
        }
    }
}
