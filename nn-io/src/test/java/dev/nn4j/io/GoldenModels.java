// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.Activation;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.BooleanKind;
import dev.nn4j.core.data.CategoryKind;
import dev.nn4j.core.data.DateOrder;
import dev.nn4j.core.data.DatePart;
import dev.nn4j.core.data.DateTimeKind;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Missing;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberKind;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.data.Unseen;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of the golden files: those of {@link TestModels}, and others with what a file may hold beside that. They stay
 * as they are; what is new in the format comes with a model of its own.
 */
final class GoldenModels {
    private static final List<String> ACTIVATIONS = List.of(
            "hard-tanh",
            "hard-sigmoid",
            "sigmoid",
            "tanh",
            "softsign",
            "softplus",
            "mish",
            "gelu",
            "gelu-tanh",
            "silu",
            "elu",
            "selu",
            "leaky-relu",
            "relu");
    private static final List<String> INITIALIZERS = List.of(
            "random-normal",
            "random-uniform",
            "xavier-normal",
            "xavier-uniform",
            "he-normal",
            "he-uniform",
            "lecun-normal",
            "lecun-uniform",
            "orthogonal",
            "constant");

    private final ComponentRegistry registry;

    /** With a registry that has {@link GoldenPlugin}'s component beside the standard ones. */
    GoldenModels(ComponentRegistry registry) {
        this.registry = registry;
    }

    Map<String, Model> all() {
        Map<String, Model> models = new LinkedHashMap<>(TestModels.all());
        models.put("policies", policies());
        models.put("components", components());
        models.put("plugin", plugin());
        models.put("bare", bare());
        return models;
    }

    /** The policies and orders that TestModels.mixed() does not have; several labels; min-max scaling of some inputs. */
    private Model policies() {
        List<Feature> features = List.of(
                number("mean", new Missing(MissingPolicy.MEAN, false, List.of(2.5f))),
                number("often", new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(-1f))),
                new Feature(
                        "rare",
                        new CategoryKind(List.of("a", "b"), Unseen.RARE),
                        new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f))),
                new Feature(
                        "zeros",
                        new CategoryKind(List.of("a\tb", "c\nd"), Unseen.ZEROS),
                        new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())),
                new Feature(
                        "yes or no", new BooleanKind(), new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f))),
                new Feature("sure", new BooleanKind(), Missing.error()),
                date("year first", DateOrder.YEAR_MONTH_DAY, new Missing(MissingPolicy.MEDIAN, false, List.of(5f, 6f))),
                date(
                        "month first",
                        DateOrder.MONTH_DAY_YEAR,
                        new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(7f, 8f))),
                date("always", DateOrder.DAY_MONTH_YEAR, Missing.error()));
        Schema schema =
                new Schema(features, false, List.of("kind"), Task.MULTICLASS, List.of("one", "two", "three"), 0);
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        for (int input = 0; input < scale.length; input++) {
            shift[input] = input % 2;
            scale[input] = schema.inputNames().get(input).endsWith("days") ? 20_000 : input % 3 + 1;
        }
        List<LayerSpec> layers = List.of(dense(4, "tanh", "he-uniform"), dense(3, "softmax", "xavier-normal"));
        return model(
                schema,
                Scaler.of(Scaling.MIN_MAX, shift, scale),
                layers,
                "categorical-cross-entropy",
                List.of(
                        List.of("1", "2", "a", "c\nd", "yes", "no", "2026-11-24", "11/24/2026", "24.11.2026"),
                        List.of("", "?", "NA", "n/a", "null", "1", "none", "NaN", "1.2.2003"),
                        List.of("3", "4", "z", "z", "off", "on", "2000-02-29", "2/29/2000", "29.2.2000")));
    }

    private static Feature number(String name, Missing missing) {
        return new Feature(name, new NumberKind(), missing);
    }

    private static Feature date(String name, DateOrder order, Missing missing) {
        return new Feature(name, new DateTimeKind(order, List.of(DatePart.QUARTER, DatePart.DAYS)), missing);
    }

    /** Every activation and initializer that there was when version 1 was frozen, and a loss that the others lack. */
    private Model components() {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < ACTIVATIONS.size(); i++) {
            layers.add(dense(3, ACTIVATIONS.get(i), INITIALIZERS.get(i % INITIALIZERS.size())));
        }
        layers.add(dense(2, "identity", "zeros"));
        Schema schema = numbers(List.of("y", "z"), Task.REGRESSION);
        return model(schema, Scaler.none(), layers, "mean-absolute-error", TestModels.numbers(2));
    }

    /** A third party's component, with parameters of every type and its provider's address. */
    private Model plugin() {
        Activation bent = registry.find(
                ComponentKind.ACTIVATION,
                "acme:bent",
                Map.of("slope", 0.25, "times", 3L, "turned", true, "side", "right"));
        List<LayerSpec> layers = List.of(
                new LayerSpec.Dense(0, 3, bent, registry.initializer("he-normal"), true),
                dense(2, "sigmoid", "xavier-uniform"));
        Schema schema = numbers(List.of("red", "large"), Task.MULTILABEL);
        return model(schema, Scaler.none(), layers, "binary-cross-entropy", TestModels.numbers(2));
    }

    /** Neither golden rows nor provenance. */
    private Model bare() {
        List<LayerSpec> layers = List.of(dense(1, "identity", "lecun-uniform"));
        return model(numbers(List.of("y"), Task.REGRESSION), Scaler.none(), layers, "huber", List.of())
                .withProvenance(Provenance.none());
    }

    private static Schema numbers(List<String> targets, Task task) {
        return new Schema(Feature.numbers("u", "v"), false, targets, task, List.of(), 0);
    }

    private LayerSpec dense(int outputs, String activation, String initializer) {
        return new LayerSpec.Dense(
                0, outputs, registry.activation(activation), registry.initializer(initializer), true);
    }

    private static Model model(
            Schema schema, Scaler inputs, List<LayerSpec> layers, String loss, List<List<String>> golden) {
        Model model = TestModels.moved(TestModels.untested(schema, inputs, Scaler.none(), layers, loss));
        return golden.isEmpty()
                ? model.withGolden(GoldenRows.none())
                : model.withGolden(TestModels.golden(model, golden));
    }
}
