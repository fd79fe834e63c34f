// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Loss;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.cell.DateFormat;
import dev.nn4j.core.cell.DateOrder;
import dev.nn4j.core.cell.DatePart;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.CategoryEmbeddingSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.profile.NumberProfile;
import dev.nn4j.core.profile.TextProfile;
import dev.nn4j.core.profile.TrainingProfile;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.TargetGaps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of the golden files: those of {@link TestModels}, and others with what a file may hold beside that. They stay
 * as they are; what is new in the format comes with a model of its own.
 */
public final class GoldenModels {
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
    public GoldenModels(ComponentRegistry registry) {
        this.registry = registry;
    }

    Map<String, Model> all() {
        Map<String, Model> models = new LinkedHashMap<>(TestModels.all());
        models.put("policies", policies());
        models.put("components", components());
        models.put("plugin", plugin());
        models.put("bare", bare());
        models.put("number-offsets", offsets());
        models.put("missing-marks", marks());
        models.put("refused-gaps", refusedGaps());
        models.put("date-formats", dateFormats());
        models.put("activation-layer", activationLayers());
        models.put("scale", scaled());
        models.put("ensemble", ensemble());
        models.put("robust-scaling", robust());
        models.put("numeric-embedding", numericEmbedding());
        models.put("periodic-embedding", periodicEmbedding());
        models.put("parametric", parametric());
        models.put("bias-initializers", biasInitializers());
        models.put("residual", residual());
        models.put("signed-categories", signed());
        models.put("thresholds", thresholds());
        models.put("conformal", conformal());
        models.put("quantiles", quantiles());
        models.put("gaussian", gaussian());
        models.put("conformal-labels", conformalLabels());
        models.put("category-embedding", categoryEmbedding());
        models.put("profile", profiled());
        models.put("trained-activation", trainedActivation());
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
        Schema schema = Schema.builder(Task.MULTICLASS)
                .features(features)
                .targets(List.of("kind"))
                .labels(List.of("one", "two", "three"))
                .build();
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
                new DenseSpec(0, 3, bent, registry.initializer("he-normal"), true),
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

    /** Two labels, each with a threshold of its own, by which the golden rows are decided otherwise than by one half. */
    public Model thresholds() {
        Schema schema = Schema.builder(Task.MULTILABEL)
                .features(Feature.numbers("a", "b", "c"))
                .targets(List.of("red", "large"))
                .decision(Decision.above(0.75f, 0.86f))
                .build();
        List<LayerSpec> layers = List.of(dense(3, "tanh", "he-uniform"), dense(2, "sigmoid", "xavier-normal"));
        return model(schema, Scaler.none(), layers, "binary-cross-entropy", TestModels.numbers(3));
    }

    /** Several labels, each with scores of its own. */
    public Model conformalLabels() {
        return thresholds()
                .withConformal(Optional.of(Conformal.of(
                        ConformalMethod.LAC, List.of(new float[] {0.5f, 0.25f, 1}, new float[] {0, 0.125f, 0.75f}))));
    }

    /** What training rows looked like, of every kind of column: exact and by quantiles, with gaps, rare and unlisted texts. */
    public Model profiled() {
        Model mixed = TestModels.mixed();
        return mixed.withProfile(new TrainingProfile(
                1000,
                List.of(
                        new NumberProfile("age", 10, false, List.of(-3f, 38.5f, 99f), List.of(1L, 499L, 490L)),
                        new TextProfile(
                                "colour", 1, counts("red", 500, "zwölf, 12", 0, "", 3, "blue", 490, "gold", 1), 5),
                        new TextProfile("town", 0, counts("1", 1, "2", 2, "10", 997), 0),
                        new TextProfile("size", 0, counts("S", 400, "L", 600), 0),
                        new TextProfile("member", 900, counts("false", 0, "true", 100), 0),
                        new NumberProfile("joined", 0, true, List.of(-1.5f, 20000.25f), List.of(1L, 999L)),
                        new NumberProfile("height", 0, true, List.of(0f), List.of(1000L)))));
    }

    private static Map<String, Long> counts(Object... textsAndCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < textsAndCounts.length; i += 2) {
            counts.put((String) textsAndCounts[i], ((Integer) textsAndCounts[i + 1]).longValue());
        }
        return counts;
    }

    /** Two networks and two targets, with scores by the networks' spread. */
    public Model conformal() {
        Schema schema = numbers(List.of("width", "height"), Task.REGRESSION);
        List<LayerSpec> layers = List.of(dense(3, "tanh", "he-uniform"), dense(2, "identity", "xavier-normal"));
        Model one = model(schema, Scaler.none(), layers, "mean-squared-error", List.of());
        Network other = Network.initialized(one.network().spec(), 9);
        Model both = Model.builder(schema, List.of(one.network(), other), one.loss())
                .conformal(Optional.of(Conformal.of(
                        ConformalMethod.SPREAD,
                        List.of(new float[] {0.5f, 2, 0.25f, 1}, new float[] {0, 3, 0.125f, 0.75f}),
                        0.0625f,
                        0.5f)))
                .build();
        return both.withProvenance(one.provenance());
    }

    /** Three quantiles of each of two scaled targets, by two networks, with scores beyond the outermost. */
    public Model quantiles() {
        Loss loss = registry.find(ComponentKind.LOSS, "quantiles", Map.of("levels", List.of(0.1, 0.5, 0.75)));
        List<LayerSpec> layers = List.of(dense(4, "tanh", "he-uniform"), dense(6, "identity", "xavier-normal"));
        return distributed(
                loss,
                List.of("width", "height"),
                layers,
                Scaler.of(Scaling.STANDARD, new float[] {10, -5}, new float[] {2, 0.5f}),
                Conformal.of(
                        ConformalMethod.QUANTILES,
                        List.of(new float[] {-0.5f, 2, 0.25f, 1}, new float[] {0, 3, -0.125f, 0.75f})));
    }

    /** A mean and a variance of one target, by two networks, with scores in deviations. */
    public Model gaussian() {
        return distributed(
                registry.loss("gaussian"),
                List.of("width"),
                List.of(dense(4, "tanh", "he-uniform"), dense(2, "identity", "xavier-normal")),
                Scaler.of(Scaling.STANDARD, new float[] {10}, new float[] {2}),
                Conformal.of(ConformalMethod.DEVIATION, List.of(new float[] {0.5f, 2, 0.25f, 1})));
    }

    private static Model distributed(
            Loss loss, List<String> targets, List<LayerSpec> layers, Scaler scaler, Conformal scores) {
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(Feature.numbers("u", "v"))
                .targets(targets)
                .distribution(loss.distribution())
                .build();
        NetworkSpec spec = new NetworkSpec(schema.inputWidth(), layers);
        List<Network> networks = List.of(Network.initialized(spec, 7), Network.initialized(spec, 9));
        Model model = Model.builder(schema, networks, loss)
                .targetScaler(scaler)
                .conformal(Optional.of(scores))
                .build();
        return model.withGolden(
                TestModels.golden(model, List.of(List.of("1", "2"), List.of("-3", "0.5"), List.of("0", "0"))));
    }

    /** Numbers that are large for their distances: always there, with gaps, written with groups; a target of two. */
    Model offsets() {
        List<Feature> features = List.of(
                new Feature("milliseconds", new NumberKind(NumberFormat.PLAIN, 1_700_000_030_720.0), Missing.error()),
                new Feature(
                        "id",
                        new NumberKind(NumberFormat.PLAIN, -999_999_999_999_994.0),
                        new Missing(MissingPolicy.MEDIAN, true, List.of(2.5f))),
                new Feature(
                        "price",
                        new NumberKind(new NumberFormat(",", ".", "€"), 1_000_000_001.5),
                        new Missing(MissingPolicy.MEAN, false, List.of(-0.5f))),
                Feature.number("plain"));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("y", "z"))
                .targetOffsets(List.of(0.0, 1_700_000_000_000.25))
                .build();
        Scaler inputs =
                Scaler.of(Scaling.STANDARD, new float[] {-700, 1, 0, 0.25f, 0.5f}, new float[] {17_000, 1, 3, 0.5f, 2});
        List<LayerSpec> layers = List.of(dense(3, "tanh", "xavier-normal"), dense(2, "identity", "orthogonal"));
        Scaler targets = Scaler.of(Scaling.STANDARD, new float[] {1, -20}, new float[] {2, 15_000});
        Model model = TestModels.moved(TestModels.untested(schema, inputs, targets, layers, "mean-squared-error"));
        return model.withGolden(TestModels.golden(
                model,
                List.of(
                        List.of("1700000050104", "-999999999999999", "1.000.000.000,01 €", "1"),
                        List.of("1700000050105", "?", "NA", "2"),
                        List.of("0", "-999999999999990", "€ 1000000003", "-0.5"))));
    }

    /** Own marks for every kind of column, none but a blank cell for one, and for the target, whose gaps are skipped. */
    public Model marks() {
        MissingMarks own = MissingMarks.of(List.of("-", "-999", "k. A."));
        List<Feature> features = List.of(
                number("measured", new Missing(MissingPolicy.MEDIAN, true, List.of(1.5f), own)),
                new Feature(
                        "code",
                        new CategoryKind(List.of("NA", "none", "x"), Unseen.ZEROS),
                        new Missing(MissingPolicy.OWN_CATEGORY, false, List.of(), own)),
                new Feature(
                        "flag", new BooleanKind(), new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f), own)),
                date(
                        "seen",
                        DateOrder.YEAR_MONTH_DAY,
                        new Missing(MissingPolicy.MEAN, true, List.of(2.5f, 20_000f), own)),
                new Feature(
                        "note",
                        new CategoryKind(List.of("?", "null"), Unseen.RARE),
                        new Missing(MissingPolicy.ERROR, false, List.of(), MissingMarks.of(List.of()))),
                Feature.number("plain"));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("y"))
                .targetGaps(new TargetGaps(own, true))
                .build();
        List<LayerSpec> layers = List.of(dense(3, "tanh", "xavier-normal"), dense(1, "identity", "he-uniform"));
        return model(
                schema,
                days(Scaling.MIN_MAX, schema),
                layers,
                "mean-squared-error",
                List.of(
                        List.of("1.25", "NA", "no", "2026-11-24", "?", "1"),
                        List.of("-999.0", "-", "K. A.", "-", "null", "2"),
                        List.of("", "none", "-999", " ", "other", "-0.5")));
    }

    /** Features whose gaps are an error by intent, one by marks of its own, and one of which nothing was said. */
    public Model refusedGaps() {
        Missing refused = new Missing(MissingPolicy.REFUSE, false, List.of());
        List<Feature> features = List.of(
                number("age", refused),
                new Feature("kind", new CategoryKind(List.of("a", "b"), Unseen.ERROR), refused),
                new Feature("member", new BooleanKind(), refused),
                date("joined", DateOrder.DAY_MONTH_YEAR, refused),
                number("level", new Missing(MissingPolicy.REFUSE, false, List.of(), MissingMarks.of(List.of("-1")))),
                Feature.number("unsaid"));
        Schema schema = Schema.builder(Task.BINARY)
                .features(features)
                .targets(List.of("left"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        List<LayerSpec> layers = List.of(dense(2, "tanh", "lecun-normal"), dense(1, "sigmoid", "xavier-uniform"));
        return model(
                schema,
                days(Scaling.STANDARD, schema),
                layers,
                "binary-cross-entropy",
                List.of(
                        List.of("0.5", "a", "yes", "24.11.2026", "1", "1"),
                        List.of("-2", "b", "no", "1.2.2003", "0", "2"),
                        List.of("3e-1", "b", "on", "29.2.2000", "2", "-0.5")));
    }

    /** Scales days alone. */
    private static Scaler days(Scaling scaling, Schema schema) {
        float[] scale = new float[schema.inputWidth()];
        for (int input = 0; input < scale.length; input++) {
            scale[input] = schema.inputNames().get(input).endsWith("days") ? 20_000 : 1;
        }
        return Scaler.of(scaling, new float[scale.length], scale);
    }

    /** Years of two digits, times alone and names of months by a pattern, beside a date in an order. */
    Model dateFormats() {
        List<Feature> features = List.of(
                formatted("month first", "MM/dd/yy", Missing.error(), DatePart.YEAR, DatePart.WEEKDAY, DatePart.DAYS),
                formatted(
                        "opens",
                        "h:mm[:ss][ ]a",
                        new Missing(MissingPolicy.MEDIAN, true, List.of(9f, 30f)),
                        DatePart.HOUR,
                        DatePart.MINUTE),
                formatted(
                        "named",
                        "d. MMM yyyy 'at' HH",
                        new Missing(MissingPolicy.MOST_FREQUENT, false, List.of(2f)),
                        DatePart.MONTH),
                date("in order", DateOrder.DAY_MONTH_YEAR, Missing.error()));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("y"))
                .build();
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        for (int input = 0; input < scale.length; input++) {
            shift[input] = schema.inputNames().get(input).endsWith("year") ? 2000 : input % 3;
            scale[input] = schema.inputNames().get(input).endsWith("days") ? 20_000 : input % 4 + 1;
        }
        return model(
                schema,
                Scaler.of(Scaling.STANDARD, shift, scale),
                List.of(dense(3, "tanh", "xavier-normal"), dense(1, "identity", "orthogonal")),
                "mean-squared-error",
                List.of(
                        List.of("03/28/20", "2:01pm", "28. Mar 2020 at 14", "28 March 2020"),
                        List.of("12/31/68", "12:00:59 A.M.", "1. SEPT 1999 at 00", "29.2.2000 3:00 PM"),
                        List.of("01/01/69", "?", "", "1/1/2001")));
    }

    /** Activations of their own: in front, one with a parameter behind normalisation, one of whole rows behind dropout. */
    Model activationLayers() {
        Activation leaky = registry.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.25));
        List<LayerSpec> layers = List.of(
                new ActivationSpec(registry.activation("softsign")),
                dense(4, "identity", "he-normal"),
                new BatchNormalizationSpec(),
                new ActivationSpec(leaky),
                new DropoutSpec(0.25),
                new ActivationSpec(registry.activation("softmax")),
                dense(1, "sigmoid", "xavier-uniform"));
        Schema schema = Schema.builder(Task.BINARY)
                .features(Feature.numbers("a", "b"))
                .targets(List.of("kind"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        return model(schema, Scaler.none(), layers, "binary-cross-entropy", TestModels.numbers(2));
    }

    /** A factor for each input, and one for each unit. */
    private Model scaled() {
        return model(
                numbers(List.of("y"), Task.REGRESSION),
                Scaler.of(Scaling.STANDARD, new float[] {1, -2}, new float[] {2, 0.5f}),
                List.of(
                        new ScaleSpec(),
                        dense(3, "tanh", "xavier-normal"),
                        new ScaleSpec(),
                        dense(1, "identity", "xavier-normal")),
                "mean-squared-error",
                TestModels.numbers(2));
    }

    /** Three networks of different depth and width, one with running statistics, before scaled targets. */
    Model ensemble() {
        Schema schema = numbers(List.of("y", "z"), Task.REGRESSION);
        Scaler inputs = Scaler.of(Scaling.STANDARD, new float[] {1, -2}, new float[] {3, 0.5f});
        Scaler targets = Scaler.of(Scaling.STANDARD, new float[] {100, -5}, new float[] {7, 0.3f});
        List<List<LayerSpec>> members = List.of(
                List.of(dense(3, "tanh", "xavier-normal"), dense(2, "identity", "orthogonal")),
                List.of(dense(2, "identity", "xavier-normal")),
                List.of(
                        dense(4, "identity", "he-normal"),
                        new BatchNormalizationSpec(),
                        new ActivationSpec(registry.activation("relu")),
                        new DropoutSpec(0.25),
                        dense(2, "identity", "lecun-uniform")));
        List<Model> alone = members.stream()
                .map(layers ->
                        TestModels.moved(TestModels.untested(schema, inputs, targets, layers, "mean-absolute-error")))
                .toList();
        Model model = Model.builder(
                        schema,
                        alone.stream().map(Model::network).toList(),
                        alone.get(0).loss())
                .inputScaler(inputs)
                .targetScaler(targets)
                .provenance(alone.get(0).provenance())
                .build();
        return model.withGolden(TestModels.golden(model, TestModels.numbers(2)));
    }

    /** Inputs that are bent, one that is 0 whatever comes, zeros and ones that stay; a target by its quartiles. */
    public Model robust() {
        List<Feature> features = List.of(
                number("bent", new Missing(MissingPolicy.MEDIAN, true, List.of(0.25f))),
                new Feature("kind", new CategoryKind(List.of("a", "b"), Unseen.ZEROS), Missing.error()),
                Feature.number("constant"),
                Feature.number("wide"));
        Schema schema = Schema.builder(Task.REGRESSION)
                .features(features)
                .targets(List.of("y"))
                .build();
        float endless = Float.POSITIVE_INFINITY;
        Scaler inputs = Scaler.smooth(
                new float[] {0.25f, 0, 0, 0, 0, -20},
                new float[] {1.5f, 1, 1, 1, endless, 0.125f},
                new float[] {3, endless, endless, endless, 3, 3});
        List<LayerSpec> layers = List.of(dense(4, "tanh", "he-uniform"), dense(1, "identity", "xavier-normal"));
        Model model = TestModels.moved(TestModels.untested(
                schema,
                inputs,
                Scaler.of(Scaling.ROBUST, new float[] {40}, new float[] {12.5f}),
                layers,
                "mean-squared-error"));
        return model.withGolden(TestModels.golden(
                model,
                List.of(
                        List.of("31.8", "b", "7", "-20"),
                        List.of("?", "other", "-1e30", "3e38"),
                        List.of("0.5", "a", "0", "-19.9"))));
    }

    /** Two numbers as waves, of which one hardly repeats; a category's inputs pass by. */
    Model periodicEmbedding() {
        Schema schema = Schema.builder(Task.BINARY)
                .features(List.of(
                        Feature.number("a"),
                        Feature.number("b"),
                        new Feature("c", new CategoryKind(List.of("no", "yes"), Unseen.ZEROS), Missing.error())))
                .targets(List.of("kind"))
                .labels(List.of("left", "right"))
                .build();
        NetworkSpec spec = new NetworkSpec(
                schema.inputWidth(),
                List.of(
                        new PeriodicEmbeddingSpec(0.5, 5, 3, Optional.of(List.of(0, 1))),
                        new ScaleSpec(),
                        dense(3, "selu", "lecun-normal"),
                        dense(1, "sigmoid", "lecun-normal")));
        float[] parameters = Network.initialized(spec, 7).parameters();
        parameters[0] = 1e-3f;
        Model model = Model.builder(schema, Network.of(spec, parameters), registry.loss("binary-cross-entropy"))
                .build();
        return model.withGolden(TestModels.golden(
                model,
                List.of(List.of("-3", "0.3", "yes"), List.of("0.7", "0.5", "no"), List.of("2.5", "1.75", "other"))));
    }

    /** Two numbers with bins between known edges, three numbers for each; a category's inputs pass by. */
    Model numericEmbedding() {
        Schema schema = Schema.builder(Task.BINARY)
                .features(List.of(
                        Feature.number("a"),
                        Feature.number("b"),
                        new Feature("c", new CategoryKind(List.of("no", "yes"), Unseen.ZEROS), Missing.error())))
                .targets(List.of("kind"))
                .labels(List.of("left", "right"))
                .build();
        NetworkSpec spec = new NetworkSpec(
                schema.inputWidth(),
                List.of(
                        new NumericEmbeddingSpec("piecewise", 4, 3, Optional.of(List.of(0, 1))),
                        new ScaleSpec(),
                        dense(3, "selu", "lecun-normal"),
                        dense(1, "sigmoid", "zeros")));
        float[] parameters = Network.initialized(spec, 7).parameters();
        for (int i = 0; i < spec.trainableCount(); i++) {
            parameters[i] += (i % 7) * 0.125f;
        }
        float[] edges = {0, 0.5f, 2, 2, 2, -1, 0.25f, 0.5f, 0.75f, 1.5f};
        System.arraycopy(edges, 0, parameters, spec.trainableCount(), edges.length);
        Model model = Model.builder(schema, Network.of(spec, parameters), registry.loss("binary-cross-entropy"))
                .build();
        return model.withGolden(TestModels.golden(
                model,
                List.of(List.of("-3", "0.3", "yes"), List.of("0.7", "0.5", "no"), List.of("2.5", "1.75", "other"))));
    }

    /** Pairs of categories as one input, with every policy; zeros and ones scaled as numbers are. */
    public Model signed() {
        List<Feature> features = List.of(
                pair("sex", Unseen.ERROR, Missing.error()),
                pair("hand", Unseen.ZEROS, new Missing(MissingPolicy.OWN_CATEGORY, false, List.of())),
                pair("side", Unseen.ZEROS, new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f))),
                new Feature("member", new BooleanKind(), Missing.error()),
                new Feature("kind", new CategoryKind(List.of("a", "b", "c"), Unseen.RARE), Missing.error()));
        Schema schema = Schema.builder(Task.BINARY)
                .features(features)
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        float[] shift = new float[schema.inputWidth()];
        float[] scale = new float[schema.inputWidth()];
        for (int input = 0; input < scale.length; input++) {
            shift[input] = input % 3 * 0.25f;
            scale[input] = input % 2 + 0.5f;
        }
        List<LayerSpec> layers = List.of(dense(3, "tanh", "he-uniform"), dense(1, "sigmoid", "xavier-normal"));
        return model(
                schema,
                Scaler.of(Scaling.STANDARD, shift, scale).withCategories(),
                layers,
                "binary-cross-entropy",
                List.of(
                        List.of("l", "r", "l", "yes", "a"),
                        List.of("r", "?", "", "0", "other"),
                        List.of("r", "neither", "neither", "1", "c")));
    }

    /** Categories as indices, with every policy; zeros and ones scaled as numbers are. */
    public Model categoryEmbedding() {
        Missing own = new Missing(MissingPolicy.OWN_CATEGORY, false, List.of());
        Missing filled = new Missing(MissingPolicy.MOST_FREQUENT, true, List.of(1f));
        Schema schema = Schema.builder(Task.BINARY)
                .features(List.of(
                        new Feature("shop", CategoryKind.indexed(List.of("a", "b", "c"), Unseen.ERROR), own),
                        Feature.number("size"),
                        new Feature("town", CategoryKind.indexed(List.of("x", "y"), Unseen.RARE), Missing.error()),
                        new Feature("side", CategoryKind.indexed(List.of("l", "r"), Unseen.ZEROS), filled)))
                .targets(List.of("y"))
                .labels(List.of("no", "yes"))
                .positiveClass(1)
                .build();
        List<LayerSpec> layers = List.of(
                new CategoryEmbeddingSpec(3, 1, Optional.of(List.of(0, 2, 3)), List.of(4, 3, 2)),
                dense(3, "tanh", "he-uniform"),
                dense(1, "sigmoid", "xavier-normal"));
        return model(
                schema,
                Scaler.of(Scaling.STANDARD, new float[] {0, 2.5f, 0, 0, 0.25f}, new float[] {1, 3, 1, 1, 0.5f})
                        .withCategories(),
                layers,
                "binary-cross-entropy",
                List.of(List.of("a", "1.5", "y", "r"), List.of("?", "-3", "z", ""), List.of("c", "2", "x", "neither")));
    }

    private static Feature pair(String name, Unseen unseen, Missing missing) {
        return new Feature(name, new CategoryKind(List.of("l", "r"), unseen, true), missing);
    }

    /** Shares of an activation of elements, and of one of whole rows. */
    private Model parametric() {
        return model(
                numbers(List.of("y"), Task.REGRESSION),
                Scaler.none(),
                List.of(
                        dense(4, "identity", "lecun-normal"),
                        new ParametricSpec(registry.activation("mish")),
                        dense(3, "identity", "lecun-normal"),
                        new ParametricSpec(registry.activation("softmax")),
                        dense(1, "identity", "xavier-normal")),
                "mean-squared-error",
                TestModels.numbers(2));
    }

    /** Slopes of a plugin's activation, no two alike. */
    private Model trainedActivation() {
        Activation slopes = registry.find(ComponentKind.ACTIVATION, "acme:slopes", Map.of("begin", 0.5));
        return model(
                numbers(List.of("y"), Task.REGRESSION),
                Scaler.none(),
                List.of(
                        new ActivationSpec(slopes),
                        dense(3, "identity", "lecun-normal"),
                        new ActivationSpec(slopes),
                        dense(1, "identity", "xavier-normal")),
                "mean-squared-error",
                TestModels.numbers(2));
    }

    /** Blocks from the input on, of dropout alone at their end, and in each other from one layer on. */
    Model residual() {
        List<LayerSpec> inner = ResidualSpec.block(List.of(dense(3, "tanh", "he-normal")));
        List<LayerSpec> outer = new ArrayList<>(inner);
        outer.add(new BatchNormalizationSpec());
        outer.add(new ActivationSpec(registry.activation("relu")));
        outer.add(dense(3, "identity", "lecun-normal"));
        List<LayerSpec> layers = new ArrayList<>();
        layers.addAll(ResidualSpec.block(List.of(dense(2, "selu", "lecun-normal"), new DropoutSpec(0.25))));
        layers.add(dense(3, "identity", "lecun-normal"));
        layers.addAll(ResidualSpec.block(outer));
        layers.add(dense(1, "sigmoid", "xavier-uniform"));
        return model(
                Schema.builder(Task.BINARY)
                        .features(Feature.numbers("a", "b"))
                        .targets(List.of("kind"))
                        .labels(List.of("no", "yes"))
                        .positiveClass(1)
                        .build(),
                Scaler.of(Scaling.STANDARD, new float[] {1, -2}, new float[] {2, 0.5f}),
                layers,
                "binary-cross-entropy",
                TestModels.numbers(2));
    }

    /** Biases that did not start at zero, and weights that began with data, of which a file tells the names. */
    private Model biasInitializers() {
        Initializer wide = registry.find(ComponentKind.INITIALIZER, "random-normal", Map.of("deviation", 1.0));
        return model(
                numbers(List.of("y"), Task.REGRESSION),
                Scaler.none(),
                List.of(
                        new DenseSpec(
                                0,
                                3,
                                registry.activation("tanh"),
                                registry.initializer("lecun-normal"),
                                true,
                                Optional.of(wide)),
                        dense(1, "identity", "data-driven")),
                "mean-squared-error",
                TestModels.numbers(2));
    }

    private static Feature formatted(String name, String pattern, Missing missing, DatePart... parts) {
        return new Feature(name, new DateTimeKind(DateFormat.ofPattern(pattern), List.of(parts)), missing);
    }

    private static Schema numbers(List<String> targets, Task task) {
        return Schema.builder(task)
                .features(Feature.numbers("u", "v"))
                .targets(targets)
                .build();
    }

    private LayerSpec dense(int outputs, String activation, String initializer) {
        return new DenseSpec(0, outputs, registry.activation(activation), registry.initializer(initializer), true);
    }

    private static Model model(
            Schema schema, Scaler inputs, List<LayerSpec> layers, String loss, List<List<String>> golden) {
        Model model = TestModels.moved(TestModels.untested(schema, inputs, Scaler.none(), layers, loss));
        return golden.isEmpty()
                ? model.withGolden(GoldenRows.none())
                : model.withGolden(TestModels.golden(model, golden));
    }
}
