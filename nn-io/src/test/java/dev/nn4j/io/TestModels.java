// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.NumberCell;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models of every kind, each with golden rows. */
final class TestModels {
    static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private TestModels() {}

    static Map<String, Model> all() {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("binary", binary());
        models.put("multi-class", multiClass());
        models.put("multi-label", multiLabel());
        models.put("regression", regression());
        models.put("normalized", normalized());
        return models;
    }

    /** Standard scaling, a parametrised activation, dropout, the first label positive. */
    static Model binary() {
        List<LayerSpec> layers = List.of(
                dense(4, "leaky-relu", Map.of("alpha", 0.25), "he-normal", true),
                new LayerSpec.Dropout(0.1),
                dense(1, "sigmoid", Map.of(), "xavier-uniform", true));
        Schema schema = new Schema(
                List.of("a", "b", "c"), false, List.of("kind"), Task.BINARY, List.of("malignant", "benign"), 0);
        Scaler scaler = Scaler.of(Scaling.STANDARD, new float[] {1, -2, 0.5f}, new float[] {2, 0.1f, 1});
        return model(schema, scaler, Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Names that were invented, min-max scaling, awkward labels. */
    static Model multiClass() {
        List<LayerSpec> layers = List.of(
                dense(5, "elu", Map.of("alpha", 0.5), "lecun-normal", true),
                dense(3, "softmax", Map.of(), "xavier-normal", true));
        Schema schema = new Schema(
                List.of("x0", "x1"), true, List.of("art"), Task.MULTICLASS, List.of("", "zwölf, 12", "日本\n語"), 0);
        Scaler scaler = Scaler.of(Scaling.MIN_MAX, new float[] {0, Float.MIN_VALUE}, new float[] {3, 1e-30f});
        return model(schema, scaler, Scaler.none(), layers, "categorical-cross-entropy");
    }

    /** No scaling, no bias. */
    static Model multiLabel() {
        List<LayerSpec> layers = List.of(
                dense(3, "tanh", Map.of(), "random-normal", false), dense(2, "sigmoid", Map.of(), "zeros", false));
        Schema schema =
                new Schema(List.of("p", "q", "r"), false, List.of("red", "large"), Task.MULTILABEL, List.of(), 0);
        return model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Scaled targets and a parametrised loss. */
    static Model regression() {
        List<LayerSpec> layers = List.of(
                dense(3, "gelu", Map.of(), "he-uniform", true), dense(2, "identity", Map.of(), "orthogonal", true));
        Schema schema = new Schema(List.of("u", "v"), false, List.of("y", "z"), Task.REGRESSION, List.of(), 0);
        Scaler inputs = Scaler.of(Scaling.STANDARD, new float[] {10, 20}, new float[] {3, 4});
        Scaler targets = Scaler.of(Scaling.STANDARD, new float[] {100, -5}, new float[] {7, 0.3f});
        return model(schema, inputs, targets, layers, "huber");
    }

    /** Batch normalisation of features and units with running statistics of its own, layer normalisation. */
    static Model normalized() {
        List<LayerSpec> layers = List.of(
                new LayerSpec.BatchNormalization(1e-3, 0.25),
                dense(9, "tanh", Map.of(), "xavier-uniform", true),
                new LayerSpec.LayerNormalization(1e-6),
                dense(2, "silu", Map.of(), "he-normal", false),
                new LayerSpec.BatchNormalization(),
                dense(1, "sigmoid", Map.of(), "xavier-uniform", true));
        Schema schema =
                new Schema(List.of("a", "b", "c"), false, List.of("kind"), Task.BINARY, List.of("no", "yes"), 1);
        Model fresh = model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy");
        float[] parameters = fresh.network().parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (i % 7) * 0.125f;
        }
        Model model = new Model(
                schema,
                Scaler.none(),
                Scaler.none(),
                Network.of(fresh.network().spec(), parameters),
                fresh.loss(),
                GoldenRows.none(),
                fresh.provenance());
        return model.withGolden(golden(model));
    }

    private static LayerSpec dense(
            int outputs, String activation, Map<String, ?> parameters, String initializer, boolean bias) {
        return new LayerSpec.Dense(
                0,
                outputs,
                REGISTRY.find(ComponentKind.ACTIVATION, activation, parameters),
                REGISTRY.initializer(initializer),
                bias);
    }

    private static Model model(Schema schema, Scaler inputs, Scaler targets, List<LayerSpec> layers, String loss) {
        NetworkSpec spec = new NetworkSpec(schema.features().size(), layers);
        Provenance provenance = new Provenance(
                "2026-01-02T03:04:05Z", "{\"seed\": 7}", "17", "Linux", Map.of("note", "für Tests", "commit", "abc"));
        Model model = new Model(
                schema,
                inputs,
                targets,
                Network.initialized(spec, 7),
                REGISTRY.loss(loss),
                GoldenRows.none(),
                provenance);
        return model.withGolden(golden(model));
    }

    private static GoldenRows golden(Model model) {
        int features = model.schema().features().size();
        List<String> cells = new ArrayList<>();
        List<Float> outputs = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            float[] values = new float[features];
            for (int f = 0; f < features; f++) {
                cells.add(row + "." + (f * 7 + row) + "5e-1");
                values[f] = NumberCell.parse(cells.get(cells.size() - 1), "", null);
            }
            for (float output : model.predict(values).outputs()) {
                outputs.add(output);
            }
        }
        return new GoldenRows(cells, outputs);
    }
}
