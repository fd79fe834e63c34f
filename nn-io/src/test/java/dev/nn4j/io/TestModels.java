// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.RowBinding;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.data.Unseen;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models of every kind, each with golden rows. */
final class TestModels {
    static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private TestModels() {}

    static Map<String, Model> all() {
        Map<String, Model> models = new LinkedHashMap<>();
        models.put("smallest", smallest());
        models.put("binary", binary());
        models.put("multi-class", multiClass());
        models.put("multi-label", multiLabel());
        models.put("regression", regression());
        models.put("normalized", normalized());
        models.put("mixed", mixed());
        models.put("written-numbers", writtenNumbers());
        return models;
    }

    /** One weight and one bias: y = 2x + 1. */
    static Model smallest() {
        Schema schema = new Schema(Feature.numbers("x"), false, List.of("y"), Task.REGRESSION, List.of(), 0);
        NetworkSpec spec = new NetworkSpec(1, List.of(dense(1, "identity", Map.of(), "zeros", true)));
        Model model = new Model(
                schema,
                Scaler.none(),
                Scaler.none(),
                Network.of(spec, new float[] {2, 1}),
                REGISTRY.loss("mean-squared-error"),
                GoldenRows.none(),
                Provenance.none());
        return model.withGolden(golden(model, numbers(1)));
    }

    /** Standard scaling, a parametrised activation, dropout, the first label positive. */
    static Model binary() {
        List<LayerSpec> layers = List.of(
                dense(4, "leaky-relu", Map.of("alpha", 0.25), "he-normal", true),
                new LayerSpec.Dropout(0.1),
                dense(1, "sigmoid", Map.of(), "xavier-uniform", true));
        Schema schema = new Schema(
                Feature.numbers("a", "b", "c"), false, List.of("kind"), Task.BINARY, List.of("malignant", "benign"), 0);
        Scaler scaler = Scaler.of(Scaling.STANDARD, new float[] {1, -2, 0.5f}, new float[] {2, 0.1f, 1});
        return model(schema, scaler, Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Names that were invented, min-max scaling, awkward labels. */
    static Model multiClass() {
        List<LayerSpec> layers = List.of(
                dense(5, "elu", Map.of("alpha", 0.5), "lecun-normal", true),
                dense(3, "softmax", Map.of(), "xavier-normal", true));
        Schema schema = new Schema(
                Feature.numbers("x0", "x1"),
                true,
                List.of("art"),
                Task.MULTICLASS,
                List.of("", "zwölf, 12", "日本\n語"),
                0);
        Scaler scaler = Scaler.of(Scaling.MIN_MAX, new float[] {0, Float.MIN_VALUE}, new float[] {3, 1e-30f});
        return model(schema, scaler, Scaler.none(), layers, "categorical-cross-entropy");
    }

    /** No scaling, no bias. */
    static Model multiLabel() {
        List<LayerSpec> layers = List.of(
                dense(3, "tanh", Map.of(), "random-normal", false), dense(2, "sigmoid", Map.of(), "zeros", false));
        Schema schema = new Schema(
                Feature.numbers("p", "q", "r"), false, List.of("red", "large"), Task.MULTILABEL, List.of(), 0);
        return model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Scaled targets and a parametrised loss. */
    static Model regression() {
        List<LayerSpec> layers = List.of(
                dense(3, "gelu", Map.of(), "he-uniform", true), dense(2, "identity", Map.of(), "orthogonal", true));
        Schema schema = new Schema(Feature.numbers("u", "v"), false, List.of("y", "z"), Task.REGRESSION, List.of(), 0);
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
        Schema schema = new Schema(
                Feature.numbers("a", "b", "c"), false, List.of("kind"), Task.BINARY, List.of("no", "yes"), 1);
        Model model = moved(model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy"));
        return model.withGolden(golden(model, numbers(3)));
    }

    /** With parameters other than those that a network begins with, and without golden rows. */
    static Model moved(Model fresh) {
        float[] parameters = fresh.network().parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (i % 7) * 0.125f;
        }
        return new Model(
                fresh.schema(),
                fresh.inputScaler(),
                fresh.targetScaler(),
                Network.of(fresh.network().spec(), parameters),
                fresh.loss(),
                GoldenRows.none(),
                fresh.provenance());
    }

    /** Every kind of feature, and every way to take missing and unseen values. */
    static Model mixed() {
        List<Feature> features = List.of(
                new Feature("age", new NumberKind(), new Missing(MissingPolicy.MEDIAN, true, List.of(38.5f))),
                new Feature(
                        "colour",
                        new CategoryKind(List.of("red", "zwölf, 12", ""), Unseen.RARE),
                        new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())),
                new Feature(
                        "town",
                        new CategoryKind(List.of("1", "2", "10"), Unseen.ERROR),
                        new Missing(MissingPolicy.MOST_FREQUENT, false, List.of(1f))),
                new Feature("size", new CategoryKind(List.of("S", "L"), Unseen.ZEROS), Missing.error()),
                new Feature("member", new BooleanKind(), new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())),
                new Feature(
                        "joined",
                        new DateTimeKind(DateOrder.DAY_MONTH_YEAR, List.of(DatePart.values())),
                        new Missing(MissingPolicy.MEAN, true, Collections.nCopies(10, 7.25f))),
                Feature.number("height"));
        Schema schema = new Schema(features, false, List.of("y"), Task.REGRESSION, List.of(), 0);
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        Arrays.fill(scale, 1);
        shift[0] = 40;
        scale[0] = 12.5f;
        List<LayerSpec> layers = List.of(
                dense(3, "gelu", Map.of(), "he-uniform", true), dense(1, "identity", Map.of(), "orthogonal", true));
        Model model = untested(
                schema, Scaler.of(Scaling.STANDARD, shift, scale), Scaler.none(), layers, "mean-squared-error");
        return model.withGolden(golden(
                model,
                List.of(
                        List.of("37", "red", "2", "L", "yes", "24.11.2026 15:30", "1.5"),
                        List.of("?", "blue", "NA", "XS", "0", "", "-2"),
                        List.of("1e2", "n/a", "10", "S", "null", "1/2/2003", "0"))));
    }

    /** Numbers as people write them, with gaps and without, and a target so written. */
    static Model writtenNumbers() {
        NumberFormat euros = new NumberFormat(",", ".", "€");
        List<Feature> features = List.of(
                new Feature("rent", new NumberKind(euros), Missing.error()),
                new Feature(
                        "share",
                        new NumberKind(new NumberFormat(".", "", "%")),
                        new Missing(MissingPolicy.MEDIAN, true, List.of(12.5f))),
                new Feature("area", new NumberKind(new NumberFormat(",", " ", "m²")), Missing.error()));
        Schema schema = new Schema(features, false, List.of("price"), Task.REGRESSION, List.of(), 0, euros);
        List<LayerSpec> layers = List.of(
                dense(3, "tanh", Map.of(), "xavier-normal", true), dense(1, "identity", Map.of(), "orthogonal", true));
        Model model = untested(schema, Scaler.none(), Scaler.none(), layers, "huber");
        return model.withGolden(golden(
                model,
                List.of(
                        List.of("1.234,50 €", "12.5%", "1 048,5 m²"),
                        List.of("-0,25", "NA", "17"),
                        List.of("€ 7", "3 %", "2,5e1"))));
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
        Model model = untested(schema, inputs, targets, layers, loss);
        return model.withGolden(golden(model, numbers(schema.features().size())));
    }

    /** Without golden rows. */
    static Model untested(Schema schema, Scaler inputs, Scaler targets, List<LayerSpec> layers, String loss) {
        NetworkSpec spec = new NetworkSpec(schema.inputWidth(), layers);
        Provenance provenance = new Provenance(
                "2026-01-02T03:04:05Z", "{\"seed\": 7}", "17", "Linux", Map.of("note", "für Tests", "commit", "abc"));
        return new Model(
                schema,
                inputs,
                targets,
                Network.initialized(spec, 7),
                REGISTRY.loss(loss),
                GoldenRows.none(),
                provenance);
    }

    /** Three rows of cells. */
    static List<List<String>> numbers(int features) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            List<String> cells = new ArrayList<>();
            for (int f = 0; f < features; f++) {
                cells.add(row + "." + (f * 7 + row) + "5e-1");
            }
            rows.add(cells);
        }
        return rows;
    }

    /** What a model gives for rows of cells. */
    static GoldenRows golden(Model model, List<List<String>> rows) {
        RowBinding binding = model.schema().bind("test", model.schema().featureNames());
        List<String> cells = new ArrayList<>();
        List<Float> outputs = new ArrayList<>();
        for (List<String> row : rows) {
            cells.addAll(row);
            float[] raw = new float[model.schema().rawWidth()];
            binding.read(1, row, raw, 0);
            for (float output : model.predict(raw).outputs()) {
                outputs.add(output);
            }
        }
        return new GoldenRows(cells, outputs);
    }
}
