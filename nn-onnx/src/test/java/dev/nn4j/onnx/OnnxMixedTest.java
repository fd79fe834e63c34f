// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.onnx.internal.proto.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of texts, dates and gaps mean the same to ONNX Runtime. */
class OnnxMixedTest {
    private static final long SEED = 20261124;
    private static final int ROWS = 500;
    private static final String[] COLOURS = {"red", "zwölf, 12", "", "blue", "Red", "NA", "n/A", "?", "null"};
    private static final String[] TOWNS = {"1", "2", "10", "None", "nan"};
    private static final String[] MEMBERS = {
        "true", "TRUE", "yes", "No", "f", "oFf", "1", "0", "1.0", "0.000", "N/A", ""
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    /** One row, as Java programs give it: null is missing. */
    private Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("age", random.nextInt(4) == 0 ? null : random.nextFloat() * 80);
        row.put("colour", one(COLOURS));
        row.put("town", one(TOWNS));
        row.put("size", one("S", "L", "XS"));
        row.put("member", one(MEMBERS));
        row.put("joined", random.nextInt(5) == 0 ? null : moment());
        row.put("height", random.nextFloat() * 2);
        return row;
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Over all years that a cell can have, and often the days around which a leap day falls. */
    private LocalDateTime moment() {
        int year = random.nextInt(3) == 0 ? random.nextInt(10_000) : 1890 + random.nextInt(220);
        LocalDateTime day = LocalDateTime.of(year, 1, 1, 0, 0)
                .plusDays(random.nextBoolean() ? 57 + random.nextInt(5) : random.nextInt(366));
        return day.getYear() > 9999 ? day.minusYears(1) : day.plusSeconds(random.nextInt(86_400));
    }

    private static Object column(List<Map<String, Object>> rows, String name) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(name)));
        return switch (name) {
            case "joined" ->
                values.stream()
                        .mapToLong(value ->
                                value == null ? Long.MIN_VALUE : ((LocalDateTime) value).toEpochSecond(ZoneOffset.UTC))
                        .toArray();
            case "age", "height" -> {
                float[] numbers = new float[values.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = values.get(i) == null ? Float.NaN : (Float) values.get(i);
                }
                yield numbers;
            }
            default -> values.toArray(String[]::new);
        };
    }

    private static Map<String, Object> columns(Model model, List<Map<String, Object>> rows) {
        Map<String, Object> columns = new HashMap<>();
        model.schema().featureNames().forEach(name -> columns.put(name, column(rows, name)));
        return columns;
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 22})
    void everyKindOfColumnAgreesWithOnnxRuntime(int opset) throws IOException, OrtException {
        List<Map<String, Object>> rows =
                IntStream.range(0, ROWS).mapToObj(i -> row()).toList();
        for (Model model : List.of(GoldenModels.mixed(), classifier())) {
            Path file = folder.resolve("mixed.onnx");
            OnnxFile.write(model, file, opset);
            float[] ours = new float[ROWS];
            String[] labels = new String[ROWS];
            boolean regression = model.schema().task() == Task.REGRESSION;
            for (int i = 0; i < ROWS; i++) {
                ours[i] = model.predict(rows.get(i)).outputs()[0];
                labels[i] = regression ? "" : model.predict(rows.get(i)).label();
            }
            try (OnnxRun run = OnnxRun.of(file)) {
                Map<String, Object> outputs = run.columns(columns(model, rows));
                OnnxAgreement.requireNear(ours, (float[]) outputs.get(regression ? "prediction" : "probabilities"));
                if (!regression) {
                    assertThat(labels).contains("stayed", "left");
                    assertThat((String[]) outputs.get("label")).containsExactly(labels);
                }
            }
        }
    }

    /** The same columns, asked for a label; scaled so that years and days do not drown the rest. */
    private static Model classifier() {
        Model mixed = GoldenModels.mixed();
        List<LayerSpec> layers = List.of(dense(4, "tanh"), dense(1, "sigmoid"));
        NetworkSpec spec = new NetworkSpec(mixed.schema().inputWidth(), layers);
        float[] shift = mixed.inputScaler().shift();
        float[] scale = mixed.inputScaler().scale();
        for (int f = 0; f < scale.length; f++) {
            boolean date = mixed.schema().inputNames().get(f).startsWith("joined.");
            scale[f] = date ? 5_000 : scale[f];
        }
        Schema schema = Schema.builder(Task.BINARY)
                .features(mixed.schema().features())
                .targets(List.of("fate"))
                .labels(List.of("stayed", "left"))
                .positiveClass(1)
                .build();
        return model(schema, Scaler.of(mixed.inputScaler().scaling(), shift, scale), spec);
    }

    private static LayerSpec dense(int outputs, String activation) {
        return new DenseSpec(
                0,
                outputs,
                GoldenModels.REGISTRY.activation(activation),
                GoldenModels.REGISTRY.initializer("xavier-uniform"),
                true);
    }

    private static Model model(Schema schema, Scaler scaler, NetworkSpec spec) {
        return Model.builder(schema, Network.initialized(spec, 7), GoldenModels.REGISTRY.loss("binary-cross-entropy"))
                .inputScaler(scaler)
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 22})
    void whatWasWrittenIsReadBack(int opset) throws IOException {
        for (Model model : List.of(GoldenModels.mixed(), classifier())) {
            Path file = folder.resolve("mixed.onnx");
            OnnxFile.write(model, file, opset);
            Model read = OnnxFile.read(file).model();

            assertThat(read.schema()).isEqualTo(model.schema());
            for (int i = 0; i < ROWS; i++) {
                Map<String, Object> row = row();
                OnnxAgreement.requireNear(
                        read.predict(row).outputs(), model.predict(row).outputs());
                if (model.schema().task() != Task.REGRESSION) {
                    assertThat(read.predict(row).label())
                            .isEqualTo(model.predict(row).label());
                }
            }
        }
    }

    @Test
    void aSchemaThatIsNotTheGraphsIsRefused() throws IOException {
        Path file = folder.resolve("one.onnx");
        OnnxFile.write(categories("town", "a", "b"), file);
        ModelProto.Builder written = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        OnnxFile.write(categories("town", "b", "a"), file);
        ModelProto other = ModelProto.parseFrom(Files.readAllBytes(file));
        written.clearMetadataProps().addAllMetadataProps(other.getMetadataPropsList());
        Files.write(file, written.build().toByteArray());

        assertThatThrownBy(() -> OnnxFile.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("does not give its numbers");
    }

    @Test
    void everyColumnIsAnInputOfItsName() throws IOException {
        Path file = folder.resolve("mixed.onnx");
        OnnxFile.write(GoldenModels.mixed(), file);

        assertThat(OnnxFile.describe(file).inputs())
                .extracting(input -> input.name() + " " + input.type())
                .containsExactly(
                        "age FLOAT",
                        "colour STRING",
                        "town STRING",
                        "size STRING",
                        "member STRING",
                        "joined INT64",
                        "height FLOAT");
    }

    @Test
    void whatTheModelRefusesIsNotANumber() throws IOException, OrtException {
        Path file = folder.resolve("mixed.onnx");
        Model model = GoldenModels.mixed();
        OnnxFile.write(model, file);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "town", "3", "size", "?", "member", "perhaps", "height", Float.NaN)
                .entrySet()) {
            Map<String, Object> row = row();
            row.put(wrong.getKey(), wrong.getValue());
            try (OnnxRun run = OnnxRun.of(file)) {
                assertThat((float[]) run.columns(columns(model, List.of(row))).get("prediction"))
                        .as(wrong.toString())
                        .containsExactly(Float.NaN);
            }
        }
    }

    @Test
    void aFeatureNamedAsAnOutputGetsANumber() throws IOException, OrtException {
        Model model = categories("label", "a", "b");
        Path file = folder.resolve("named.onnx");
        OnnxFile.write(model, file);

        try (OnnxRun run = OnnxRun.of(file)) {
            Map<String, Object> outputs = run.columns(Map.of("label_2", new String[] {"b"}));
            assertThat((String[]) outputs.get("label"))
                    .containsExactly(model.predict(Map.of("label", "b")).label());
        }
    }

    @Test
    void moreCategoriesThanAreWrittenAreRefusedByName() {
        String[] many = IntStream.range(0, 2001).mapToObj(i -> "c" + i).toArray(String[]::new);

        assertThatThrownBy(() -> OnnxFile.write(categories("town", many), folder.resolve("never.onnx")))
                .isInstanceOf(ComponentException.class)
                .hasMessage("feature 'town' cannot be exported to ONNX: it must have at most 2000 categories, got 2001;"
                        + " train with fewer ('rare' joins them) or use the model itself");
        assertThat(folder).isEmptyDirectory();
    }

    private static Model categories(String name, String... categories) {
        Feature feature = new Feature(name, new CategoryKind(Arrays.asList(categories), Unseen.ZEROS), Missing.error());
        Schema schema = Schema.builder(Task.BINARY)
                .features(List.of(feature))
                .targets(List.of("fate"))
                .labels(List.of("stayed", "left"))
                .positiveClass(1)
                .build();
        return model(schema, Scaler.none(), new NetworkSpec(categories.length, List.of(dense(1, "sigmoid"))));
    }
}
