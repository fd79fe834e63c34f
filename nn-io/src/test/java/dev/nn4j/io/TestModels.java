// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.RowBinding;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small models of every kind, each with golden rows. */
public final class TestModels {
    public static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private TestModels() {}

    public static Map<String, Model> all() {
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
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("x"))
                .targets(List.of("y"))
                .build();
        NetworkSpec spec = new NetworkSpec(1, List.of(dense(1, "identity", Map.of(), "zeros", true)));
        Model model = Model.builder(schema, Network.of(spec, new float[] {2, 1}), REGISTRY.loss("mean-squared-error"))
                .build();
        return model.withGolden(golden(model, numbers(1)));
    }

    /** Standard scaling, a parametrised activation, dropout, the first label positive. */
    public static Model binary() {
        List<LayerSpec> layers = List.of(
                dense(4, "leaky-relu", Map.of("alpha", 0.25), "he-normal", true),
                new DropoutSpec(0.1),
                dense(1, "sigmoid", Map.of(), "xavier-uniform", true));
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("a", "b", "c"))
                .targets(List.of("kind"))
                .labels(List.of("malignant", "benign"))
                .build();
        Scaler scaler = Scaler.of(Scaling.STANDARD, new float[] {1, -2, 0.5f}, new float[] {2, 0.1f, 1});
        return model(schema, scaler, Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Names that were invented, min-max scaling, awkward labels. */
    static Model multiClass() {
        List<LayerSpec> layers = List.of(
                dense(5, "elu", Map.of("alpha", 0.5), "lecun-normal", true),
                dense(3, "softmax", Map.of(), "xavier-normal", true));
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(Feature.numbers("x0", "x1"))
                .inventedNames(true)
                .targets(List.of("art"))
                .labels(List.of("", "zwölf, 12", "日本\n語"))
                .build();
        Scaler scaler = Scaler.of(Scaling.MIN_MAX, new float[] {0, Float.MIN_VALUE}, new float[] {3, 1e-30f});
        return model(schema, scaler, Scaler.none(), layers, "categorical-cross-entropy");
    }

    /** No scaling, no bias. */
    public static Model multiLabel() {
        List<LayerSpec> layers = List.of(
                dense(3, "tanh", Map.of(), "random-normal", false), dense(2, "sigmoid", Map.of(), "zeros", false));
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("p", "q", "r"))
                .targets(List.of("red", "large"))
                .build();
        return model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy");
    }

    /** Scaled targets and a parametrised loss. */
    public static Model regression() {
        List<LayerSpec> layers = List.of(
                dense(3, "gelu", Map.of(), "he-uniform", true), dense(2, "identity", Map.of(), "orthogonal", true));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("u", "v"))
                .targets(List.of("y", "z"))
                .build();
        Scaler inputs = Scaler.of(Scaling.STANDARD, new float[] {10, 20}, new float[] {3, 4});
        Scaler targets = Scaler.of(Scaling.STANDARD, new float[] {100, -5}, new float[] {7, 0.3f});
        return model(schema, inputs, targets, layers, "huber");
    }

    /** Batch normalisation of features and units with running statistics of its own, layer normalisation. */
    public static Model normalized() {
        List<LayerSpec> layers = List.of(
                new BatchNormalizationSpec(1e-3, 0.25),
                dense(9, "tanh", Map.of(), "xavier-uniform", true),
                new LayerNormalizationSpec(1e-6),
                dense(2, "silu", Map.of(), "he-normal", false),
                new BatchNormalizationSpec(),
                dense(1, "sigmoid", Map.of(), "xavier-uniform", true));
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("a", "b", "c"))
                .targets(List.of("kind"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        Model model = moved(model(schema, Scaler.none(), Scaler.none(), layers, "binary-cross-entropy"));
        return model.withGolden(golden(model, numbers(3)));
    }

    /** With parameters other than those that a network begins with, and without golden rows. */
    static Model moved(Model fresh) {
        float[] parameters = fresh.network().parameters();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (i % 7) * 0.125f;
        }
        return Model.builder(fresh.schema(), Network.of(fresh.network().spec(), parameters), fresh.loss())
                .inputScaler(fresh.inputScaler())
                .targetScaler(fresh.targetScaler())
                .provenance(fresh.provenance())
                .build();
    }

    /** Every kind of feature, and every way to take missing and unseen values. */
    public static Model mixed() {
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
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("y"))
                .build();
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
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("price"))
                .targetFormat(euros)
                .build();
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
        return new DenseSpec(
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
        Provenance provenance = Provenance.builder()
                .createdUtc("2026-01-02T03:04:05Z")
                .configuration("{\"seed\": 7}")
                .javaVersion("17")
                .operatingSystem("Linux")
                .extra(Map.of("note", "für Tests", "commit", "abc"))
                .build();
        return Model.builder(schema, Network.initialized(spec, 7), REGISTRY.loss(loss))
                .inputScaler(inputs)
                .targetScaler(targets)
                .provenance(provenance)
                .build();
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
            float[] predicted = new float[model.schema().detailWidth()];
            float[] spread = new float[model.schema().outputs()];
            model.predictDetails(raw, 1, predicted, spread, model.newScratch());
            for (float output : predicted) {
                outputs.add(output);
            }
        }
        return new GoldenRows(cells, outputs);
    }
}
