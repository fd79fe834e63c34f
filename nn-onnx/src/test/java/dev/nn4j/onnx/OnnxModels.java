// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.Activation;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.DropoutSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.PeriodicEmbeddingSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Models of three features for every activation, task and scaling, and rows for them. */
final class OnnxModels {
    static final int ROWS = 40;

    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final List<Feature> FEATURES = Feature.numbers("a", "b", "c");
    private static final float[] SHIFT = {1.5f, -20.25f, 0.1f};
    private static final float[] SCALE = {2.3f, 11.7f, 0.03f};

    private OnnxModels() {}

    /** A model with this activation in its hidden layers. */
    static Model of(Activation activation, Task task, Scaling scaling) {
        List<LayerSpec> layers =
                List.of(dense(5, activation, true), new DropoutSpec(0.2), dense(4, activation, false), output(task));
        return model(layers, task, scaling);
    }

    /** A model with this normalisation behind its hidden layer; running statistics are not what they begin with. */
    static Model normalizedBy(LayerSpec normalization, Task task, Scaling scaling) {
        List<LayerSpec> layers = List.of(dense(5, REGISTRY.activation("tanh"), true), normalization, output(task));
        return model(layers, task, scaling);
    }

    /** A model of two embedded columns and one beside them, one of them with fewer bins than there might be. */
    static Model embedded(Task task, Scaling scaling) {
        NumericEmbeddingSpec embedding = new NumericEmbeddingSpec("piecewise", 5, 3, Optional.of(List.of(0, 2)));
        Model random = model(
                List.of(embedding, new ScaleSpec(), dense(5, REGISTRY.activation("tanh"), true), output(task)),
                task,
                scaling);
        float[] parameters = random.network().parameters();
        float[] edges = {-2, -1, 0, 0.5f, 1, 2, -1, 1, 1.5f, 1.5f, 1.5f, 1.5f};
        System.arraycopy(edges, 0, parameters, random.network().spec().trainableCount(), edges.length);
        return Model.builder(random.schema(), Network.of(random.network().spec(), parameters), random.loss())
                .inputScaler(random.inputScaler())
                .targetScaler(random.targetScaler())
                .build();
    }

    /** A model of two columns embedded by waves and one beside them. */
    static Model waves(Task task, Scaling scaling) {
        PeriodicEmbeddingSpec embedding = new PeriodicEmbeddingSpec(2, 16, 4, Optional.of(List.of(0, 2)));
        return model(
                List.of(embedding, new ScaleSpec(), dense(5, REGISTRY.activation("tanh"), true), output(task)),
                task,
                scaling);
    }

    /** A model in which this activation is a layer: behind normalisations of both kinds, and behind itself. */
    static Model activatedBy(Activation activation, Task task, Scaling scaling) {
        LayerSpec alone = new ActivationSpec(activation);
        List<LayerSpec> layers = List.of(
                dense(5, REGISTRY.activation("identity"), true),
                new BatchNormalizationSpec(),
                alone,
                new DropoutSpec(0.2),
                dense(4, REGISTRY.activation("tanh"), false),
                alone,
                new LayerNormalizationSpec(),
                alone,
                output(task));
        return model(layers, task, scaling);
    }

    /** A model of residual blocks: from the input on, of dropout alone, and in each other from one layer on. */
    static Model residual(Task task, Scaling scaling) {
        List<LayerSpec> inner = ResidualSpec.block(List.of(dense(5, REGISTRY.activation("tanh"), true)));
        List<LayerSpec> outer = new ArrayList<>(inner);
        outer.add(new BatchNormalizationSpec());
        outer.add(dense(4, REGISTRY.activation("relu"), true));
        outer.add(new DropoutSpec(0.2));
        outer.add(dense(5, REGISTRY.activation("identity"), false));
        List<LayerSpec> layers = new ArrayList<>();
        layers.addAll(ResidualSpec.block(List.of(dense(3, REGISTRY.activation("tanh"), true))));
        layers.add(dense(5, REGISTRY.activation("identity"), true));
        layers.addAll(ResidualSpec.block(outer));
        layers.addAll(ResidualSpec.block(List.of(new LayerNormalizationSpec())));
        layers.addAll(ResidualSpec.block(List.of(new DropoutSpec(0.5))));
        layers.add(new BatchNormalizationSpec());
        layers.add(new ActivationSpec(REGISTRY.activation("relu")));
        layers.add(output(task));
        return model(layers, task, scaling);
    }

    private static Model model(List<LayerSpec> layers, Task task, Scaling scaling) {
        Scaler inputs = scaling == Scaling.NONE ? Scaler.none() : Scaler.of(scaling, SHIFT, SCALE);
        Scaler targets = scaling == Scaling.NONE || task != Task.REGRESSION
                ? Scaler.none()
                : Scaler.of(
                        scaling.isBounded() ? Scaling.ROBUST : scaling, new float[] {100, -3}, new float[] {17.5f, 0.25f
                        });
        NetworkSpec spec = new NetworkSpec(FEATURES.size(), layers);
        return Model.builder(schema(task), network(spec), REGISTRY.loss(loss(task)))
                .inputScaler(inputs)
                .targetScaler(targets)
                .build();
    }

    /** Raw rows, from a fixed seed; unscaled networks get the same as scaled ones see. */
    static float[] rows(Scaling scaling) {
        SplittableRandom random = new SplittableRandom(11);
        float[] rows = new float[ROWS * FEATURES.size()];
        for (int i = 0; i < rows.length; i++) {
            int column = i % FEATURES.size();
            float value = (float) (random.nextDouble() * 6 - 3);
            rows[i] = scaling == Scaling.NONE ? value : value * SCALE[column] + SHIFT[column];
        }
        return rows;
    }

    /** Biases too, and weights large enough to reach every branch of an activation. */
    private static Network network(NetworkSpec spec) {
        SplittableRandom random = new SplittableRandom(5);
        float[] parameters = new float[spec.parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            // Running statistics stand last, and variances are not below zero.
            double lowest = i < spec.trainableCount() ? -1 : 0.5;
            parameters[i] = (float) (random.nextDouble() * 2 + lowest);
        }
        return Network.of(spec, parameters);
    }

    private static LayerSpec dense(int outputs, Activation activation, boolean bias) {
        return new DenseSpec(0, outputs, activation, REGISTRY.initializer("zeros"), bias);
    }

    private static LayerSpec output(Task task) {
        return switch (task) {
            case REGRESSION -> dense(2, REGISTRY.activation("identity"), true);
            case BINARY -> dense(1, REGISTRY.activation("sigmoid"), true);
            case MULTILABEL -> dense(2, REGISTRY.activation("sigmoid"), true);
            case MULTICLASS -> dense(3, REGISTRY.activation("softmax"), true);
        };
    }

    private static Schema schema(Task task) {
        return switch (task) {
            case REGRESSION ->
                Schema.builder(task)
                        .features(FEATURES)
                        .targets(List.of("u", "v"))
                        .build();
            case BINARY ->
                Schema.builder(task)
                        .features(FEATURES)
                        .targets(List.of("kind"))
                        .labels(List.of("yes", "no"))
                        .build();
            case MULTILABEL ->
                Schema.builder(task)
                        .features(FEATURES)
                        .targets(List.of("red", "large"))
                        .build();
            case MULTICLASS ->
                Schema.builder(task)
                        .features(FEATURES)
                        .targets(List.of("kind"))
                        .labels(List.of("zwölf, 12", "日本\n\"語\"", ""))
                        .build();
        };
    }

    private static String loss(Task task) {
        return switch (task) {
            case REGRESSION -> "huber";
            case BINARY, MULTILABEL -> "binary-cross-entropy";
            case MULTICLASS -> "categorical-cross-entropy";
        };
    }
}
