// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.Activation;
import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.data.Feature;
import dev.nn4j.core.data.Scaler;
import dev.nn4j.core.data.Scaling;
import dev.nn4j.core.data.Schema;
import dev.nn4j.core.data.Task;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import java.util.List;
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
        List<LayerSpec> layers = List.of(
                dense(5, activation, true), new LayerSpec.Dropout(0.2), dense(4, activation, false), output(task));
        return model(layers, task, scaling);
    }

    /** A model with this normalisation behind its hidden layer; running statistics are not what they begin with. */
    static Model normalizedBy(LayerSpec normalization, Task task, Scaling scaling) {
        List<LayerSpec> layers = List.of(dense(5, REGISTRY.activation("tanh"), true), normalization, output(task));
        return model(layers, task, scaling);
    }

    private static Model model(List<LayerSpec> layers, Task task, Scaling scaling) {
        Scaler inputs = scaling == Scaling.NONE ? Scaler.none() : Scaler.of(scaling, SHIFT, SCALE);
        Scaler targets = scaling == Scaling.NONE || task != Task.REGRESSION
                ? Scaler.none()
                : Scaler.of(scaling, new float[] {100, -3}, new float[] {17.5f, 0.25f});
        NetworkSpec spec = new NetworkSpec(FEATURES.size(), layers);
        return new Model(
                schema(task),
                inputs,
                targets,
                network(spec),
                REGISTRY.loss(loss(task)),
                GoldenRows.none(),
                Provenance.none());
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
        return new LayerSpec.Dense(0, outputs, activation, REGISTRY.initializer("zeros"), bias);
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
            case REGRESSION -> new Schema(FEATURES, false, List.of("u", "v"), task, List.of(), 0);
            case BINARY -> new Schema(FEATURES, false, List.of("kind"), task, List.of("yes", "no"), 0);
            case MULTILABEL -> new Schema(FEATURES, false, List.of("red", "large"), task, List.of(), 0);
            case MULTICLASS ->
                new Schema(FEATURES, false, List.of("kind"), task, List.of("zwölf, 12", "日本\n\"語\"", ""), 0);
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
