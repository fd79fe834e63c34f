// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.api.Activation;
import dev.nn4j.core.Network;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.internal.rules.Shaping;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.Architectures;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Training runs that PyTorch computed in float64: batches in order, no shuffling. */
class PyTorchNetworksTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @TestFactory
    Stream<DynamicTest> aTrainingRunAgreesWithTheReference() throws IOException {
        JsonNode cases;
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("networks.json"))) {
            cases = new ObjectMapper().readTree(file).get("cases");
        }
        assertThat(cases).hasSize(5);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(
                        text(each, "hidden") + ", " + text(each, "loss") + ", " + text(each, "optimizer"),
                        () -> agrees(each)));
    }

    private static void agrees(JsonNode reference) {
        NetworkSpec spec = spec(reference);
        DataSet data = DataSet.of(
                numbers(reference.get("x")), spec.inputWidth(), numbers(reference.get("target")), spec.outputWidth());
        int batchSize = reference.get("batchSize").asInt();
        WordArray order = WordArray.of(IntStream.range(0, data.rows()).toArray());
        try (Trainer trainer = trainer(reference, spec, batchSize)) {
            Batch batch = new Batch(data);
            JsonNode losses = reference.get("losses");
            assertThat(losses).hasSize(15);
            for (int step = 0; step < losses.size(); step++) {
                int from = step * batchSize % data.rows();
                batch.moveTo(order, from, from + batchSize);
                double loss = trainer.step(batch, reference.get("learningRate").asDouble(), 1, step + 1)
                        .loss();
                assertThat(loss)
                        .as("loss of step %d", step)
                        .isCloseTo(
                                losses.get(step).asDouble(),
                                near(losses.get(step).asDouble()));
                if (step == 0) {
                    assertClose("first gradient", trainer.gradient(), parameters(reference.get("firstGradient"), spec));
                }
            }
            assertClose("final weights", trainer.parameters(), parameters(reference.get("final"), spec));
            assertPredictions(reference, Network.of(spec, trainer.parameters()), data);
        }
    }

    private static void assertPredictions(JsonNode reference, Network network, DataSet data) {
        float[] predicted = new float[data.targets().length];
        network.predict(data.inputs(), data.rows(), predicted, network.newScratch());
        assertClose("predictions", predicted, doubles(reference.get("finalPrediction")));
    }

    private static Trainer trainer(JsonNode reference, NetworkSpec spec, int batchSize) {
        return new Trainer(
                spec,
                floats(parameters(reference.get("initial"), spec)),
                REGISTRY.loss(text(reference, "loss")),
                REGISTRY.find(ComponentKind.OPTIMIZER, text(reference, "optimizer"), map(reference, "hyperparameters")),
                new Shaping(0, 0, 0, 0),
                0,
                new Execution(1, KernelChoice.SCALAR),
                batchSize);
    }

    private static NetworkSpec spec(JsonNode reference) {
        JsonNode sizes = reference.get("sizes");
        Activation hidden = REGISTRY.find(
                ComponentKind.ACTIVATION, text(reference, "hidden"), map(reference, "hiddenHyperparameters"));
        Architectures layers = Architectures.inputs(sizes.get(0).asInt());
        for (int i = 1; i < sizes.size() - 1; i++) {
            layers.dense(sizes.get(i).asInt(), hidden);
        }
        return layers.dense(sizes.get(sizes.size() - 1).asInt(), text(reference, "output"))
                .spec();
    }

    /** The reference keeps weights {@code [out][in]}, nn4j {@code [in, out]}, a layer's biases behind its weights. */
    private static double[] parameters(JsonNode layers, NetworkSpec spec) {
        List<Double> parameters = new ArrayList<>();
        JsonNode weights = layers.get("weights");
        for (int layer = 0; layer < weights.size(); layer++) {
            JsonNode w = weights.get(layer);
            for (int i = 0; i < w.get(0).size(); i++) {
                for (int j = 0; j < w.size(); j++) {
                    parameters.add(w.get(j).get(i).asDouble());
                }
            }
            layers.get("biases").get(layer).forEach(bias -> parameters.add(bias.asDouble()));
        }
        assertThat(parameters).hasSize(spec.parameterCount());
        return parameters.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void assertClose(String what, float[] found, double[] expected) {
        assertThat(found).as(what).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("%s, element %d", what, i).isCloseTo(expected[i], near(expected[i]));
        }
    }

    private static Offset<Double> near(double expected) {
        return Offset.offset(Math.max(1e-6, 1e-5 * Math.abs(expected)));
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    private static Map<String, Double> map(JsonNode node, String key) {
        Map<String, Double> values = new HashMap<>();
        node.get(key)
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asDouble()));
        return values;
    }

    private static float[] numbers(JsonNode rows) {
        return floats(doubles(rows));
    }

    private static double[] doubles(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
