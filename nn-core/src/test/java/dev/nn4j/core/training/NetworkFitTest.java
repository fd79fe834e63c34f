// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.ExperimentBuilder;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkFitTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();
    private static final Schema BINARY = schema(Task.BINARY, List.of("t"), "no", "yes");

    private static Schema schema(Task task, List<String> targets, String... labels) {
        return Schema.builder(task)
                .features(Feature.numbers("x", "y", "z"))
                .targets(targets)
                .labels(List.of(labels))
                .positiveClass(task == Task.BINARY ? 1 : 0)
                .build();
    }

    private static ExperimentBuilder experiment(String loss) {
        return Experiment.builder().target("t").loss(loss);
    }

    @Test
    void widthsAreFilledInFromTheFeatures() {
        NetworkSpec spec = fit(
                experiment("binary-cross-entropy").dense(4, "relu").dropout(0.1).dense(1, "sigmoid"), BINARY);
        assertThat(spec.inputWidth()).isEqualTo(3);
        assertThat(spec.layers().get(0))
                .isInstanceOfSatisfying(
                        DenseSpec.class, dense -> assertThat(dense.inputs()).isEqualTo(3));
        assertThat(spec.outputLayer().inputs()).isEqualTo(4);
        assertThat(spec.parameterCount()).isEqualTo(3 * 4 + 4 + 4 + 1);
    }

    @Test
    void layersMustBeThere() {
        assertRefused(
                "network: is missing; give its layers, or a model to start from",
                experiment("binary-cross-entropy"),
                BINARY);
    }

    @Test
    void theLastLayerMustBeDense() {
        assertRefused(
                "network.layers: must end in a dense layer, which gives the output",
                experiment("binary-cross-entropy").dense(1, "sigmoid").dropout(0.1),
                BINARY);
    }

    @Test
    void aDeclaredInputWidthMustFit() {
        assertRefused(
                "network.layers[0].inputDim: must equal the number of inputs that the features make, 3, got 30",
                experiment("binary-cross-entropy").layer(dense(30, 4, "relu")).dense(1, "sigmoid"),
                BINARY);
        assertRefused(
                "network.layers[1].inputDim: must equal the output width of the layer before, 4, got 5",
                experiment("binary-cross-entropy").dense(4, "relu").layer(dense(5, 1, "sigmoid")),
                BINARY);
    }

    @Test
    void theOutputWidthIsExplained() {
        assertRefused(
                "network.layers[1].outputDim: must be 1, binary-cross-entropy on two labels takes the probability of"
                        + " one of them, got 2",
                experiment("binary-cross-entropy").dense(4, "relu").dense(2, "sigmoid"),
                BINARY);
        assertRefused(
                "network.layers[0].outputDim: must be 3, categorical-cross-entropy on labels takes one output for each"
                        + " of 3, got 2",
                experiment("categorical-cross-entropy").dense(2, "softmax"),
                schema(Task.MULTICLASS, List.of("t"), "a", "b", "c"));
        assertRefused(
                "network.layers[0].outputDim: must be 2, huber on [t, u] takes one output for each target, got 1",
                experiment("huber").target("t", "u").dense(1, "identity"),
                schema(Task.REGRESSION, List.of("t", "u")));
    }

    @Test
    void anActivationThatDoesNotGiveWhatTheLossNeedsIsExplained() {
        assertRefused(
                "network.layers[0].activation: binary-cross-entropy needs outputs between 0 and 1; use sigmoid, got"
                        + " relu",
                experiment("binary-cross-entropy").dense(1, "relu"),
                BINARY);
        assertRefused(
                "network.layers[0].activation: categorical-cross-entropy needs probabilities that sum to one; use"
                        + " softmax, got sigmoid",
                experiment("categorical-cross-entropy").dense(2, "sigmoid"),
                schema(Task.MULTICLASS, List.of("t"), "a", "b"));
    }

    @Test
    void aModelToStartFromMayBeRepeated() {
        Model model =
                model(experiment("binary-cross-entropy").dense(4, "leaky-relu").dense(1, "sigmoid"));
        requireSame(experiment("binary-cross-entropy"), model);
        requireSame(experiment("binary-cross-entropy").dense(4, "leaky-relu").dense(1, "sigmoid"), model);
    }

    @Test
    void aModelToStartFromMustBeRepeatedRightly() {
        Model model =
                model(experiment("binary-cross-entropy").dense(4, "leaky-relu").dense(1, "sigmoid"));
        String message = "network: must be left out or equal that of the model to start from: 3 inputs, [dense 4"
                + " leaky-relu{alpha=0.01}, dense 1 sigmoid]";
        assertNotSame(
                message,
                experiment("binary-cross-entropy").dense(5, "leaky-relu").dense(1, "sigmoid"),
                model);
        assertNotSame(
                message, experiment("binary-cross-entropy").dense(4, "relu").dense(1, "sigmoid"), model);
        LayerSpec otherAlpha = new DenseSpec(
                0,
                4,
                REGISTRY.find(ComponentKind.ACTIVATION, "leaky-relu", Map.of("alpha", 0.2)),
                REGISTRY.initializer("zeros"),
                true);
        assertNotSame(
                message, experiment("binary-cross-entropy").layer(otherAlpha).dense(1, "sigmoid"), model);
        assertNotSame(
                message,
                experiment("binary-cross-entropy")
                        .dense(4, "leaky-relu")
                        .dropout(0.1)
                        .dense(1, "sigmoid"),
                model);
    }

    @Test
    void aModelToStartFromMustBeForTheSameTask() {
        Model model = model(experiment("binary-cross-entropy").dense(1, "sigmoid"));
        assertNotSame(
                "loss: huber makes this a regression task, the model to start from is for binary",
                experiment("huber"),
                model);
    }

    private static LayerSpec dense(int inputs, int outputs, String activation) {
        return new DenseSpec(inputs, outputs, REGISTRY.activation(activation), REGISTRY.initializer("zeros"), true);
    }

    private static NetworkSpec fit(ExperimentBuilder experiment, Schema schema) {
        return new NetworkFit(experiment.build(), schema).spec();
    }

    private static Model model(ExperimentBuilder experiment) {
        return Model.builder(
                        BINARY, Network.initialized(fit(experiment, BINARY), 1), REGISTRY.loss("binary-cross-entropy"))
                .build();
    }

    private static void requireSame(ExperimentBuilder experiment, Model model) {
        new NetworkFit(experiment.build(), model.schema()).requireSame(model);
    }

    private static void assertRefused(String message, ExperimentBuilder experiment, Schema schema) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> fit(experiment, schema))
                .withMessage(message);
    }

    private static void assertNotSame(String message, ExperimentBuilder experiment, Model model) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> requireSame(experiment, model))
                .withMessage(message);
    }
}
