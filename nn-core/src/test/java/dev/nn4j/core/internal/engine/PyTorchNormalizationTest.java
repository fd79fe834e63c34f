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
import dev.nn4j.core.network.ActivationSpec;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.DenseSpec;
import dev.nn4j.core.network.LayerNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.NumericEmbeddingSpec;
import dev.nn4j.core.network.ParametricSpec;
import dev.nn4j.core.network.ResidualSpec;
import dev.nn4j.core.network.ScaleSpec;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.sample.TwoSlopes;
import dev.nn4j.core.table.WordArray;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Training runs of networks with batch and layer normalisation, with residual blocks, and with the layers that tables have,
 * that PyTorch computed in float64; {@code normalization.py}, {@code residual.py} and {@code shares.py} beside the values
 * made them.
 */
class PyTorchNormalizationTest {
    private static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    @TestFactory
    Stream<DynamicTest> aTrainingRunAgreesWithTheReference() throws IOException {
        return agreeing("normalization.json", 4);
    }

    @TestFactory
    Stream<DynamicTest> soDoesOneOfANetworkWithResidualBlocks() throws IOException {
        return agreeing("residual.json", 2);
    }

    @TestFactory
    Stream<DynamicTest> soDoThoseOfNetworksWithTheLayersOfTables() throws IOException {
        return agreeing("shares.json", 2);
    }

    private Stream<DynamicTest> agreeing(String references, int count) throws IOException {
        JsonNode cases;
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(references))) {
            cases = new ObjectMapper().readTree(file).get("cases");
        }
        assertThat(cases).hasSize(count);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(
                        each.get("layers").findValuesAsText("type") + ", "
                                + each.get("optimizer").asText(),
                        () -> agrees(each)));
    }

    private static void agrees(JsonNode reference) {
        NetworkSpec spec = spec(reference);
        DataSet data = DataSet.of(
                floats(reference.get("x")), spec.inputWidth(), floats(reference.get("target")), spec.outputWidth());
        WordArray order = WordArray.of(IntStream.range(0, data.rows()).toArray());
        JsonNode batches = reference.get("batches");
        JsonNode losses = reference.get("losses");
        assertThat(losses).hasSize(15);
        try (Trainer trainer = trainer(reference, spec)) {
            Batch batch = new Batch(data);
            for (int step = 0; step < losses.size(); step++) {
                JsonNode rows = batches.get(step % batches.size());
                batch.moveTo(order, rows.get(0).asInt(), rows.get(1).asInt());
                double loss = trainer.step(batch, reference.get("learningRate").asDouble(), 1, step + 1)
                        .loss();
                double expected = losses.get(step).asDouble();
                assertThat(loss).as("loss of step %d", step).isCloseTo(expected, near(expected));
                if (step == 0) {
                    assertClose("first gradient", trainer.gradient(), reference.get("firstGradient"));
                }
            }
            assertClose("final parameters", trainer.parameters(), reference.get("final"));
            float[] predicted = new float[data.targets().length];
            Network network = Network.of(spec, trainer.parameters());
            network.predict(data.inputs(), data.rows(), predicted, network.newScratch());
            assertClose("predictions", predicted, reference.get("finalPrediction"));
        }
    }

    private static Trainer trainer(JsonNode reference, NetworkSpec spec) {
        return new Trainer(
                spec,
                floats(reference.get("initial")),
                REGISTRY.loss(reference.get("loss").asText()),
                REGISTRY.optimizer(reference.get("optimizer").asText()),
                new Shaping(0, 0, 0, 0),
                0,
                new Execution(1, KernelChoice.SCALAR),
                reference.get("x").size());
    }

    private static NetworkSpec spec(JsonNode reference) {
        int inputs = reference.get("inputs").asInt();
        return new NetworkSpec(inputs, layers(reference.get("layers")));
    }

    private static List<LayerSpec> layers(JsonNode references) {
        List<LayerSpec> layers = new ArrayList<>();
        for (JsonNode layer : references) {
            switch (layer.get("type").asText()) {
                case "dense" -> layers.add(dense(layer));
                case "activation" -> layers.add(new ActivationSpec(activation(layer)));
                case "batch-normalization" ->
                    layers.add(new BatchNormalizationSpec(
                            layer.get("epsilon").asDouble(),
                            layer.get("momentum").asDouble()));
                case "layer-normalization" ->
                    layers.add(new LayerNormalizationSpec(layer.get("epsilon").asDouble()));
                case "scale" -> layers.add(new ScaleSpec());
                case "parametric" -> layers.add(new ParametricSpec(activation(layer)));
                case "two-slopes" -> layers.add(new ActivationSpec(new TwoSlopes()));
                case "piecewise" -> layers.add(piecewise(layer));
                case "residual" -> layers.addAll(ResidualSpec.block(layers(layer.get("layers"))));
                default -> throw new IllegalArgumentException(layer.toString());
            }
        }
        return layers;
    }

    private static LayerSpec piecewise(JsonNode layer) {
        List<Integer> columns = new ArrayList<>();
        layer.get("columns").forEach(column -> columns.add(column.asInt()));
        int bins = layer.get("edges").get(0).size() - 1;
        return new NumericEmbeddingSpec("piecewise", bins, layer.get("size").asInt(), Optional.of(columns));
    }

    private static LayerSpec dense(JsonNode layer) {
        return new DenseSpec(0, layer.get("units").asInt(), activation(layer), REGISTRY.initializer("zeros"), true);
    }

    private static Activation activation(JsonNode layer) {
        return REGISTRY.activation(layer.get("activation").asText());
    }

    private static void assertClose(String what, float[] found, JsonNode expected) {
        double[] values = doubles(expected);
        assertThat(found).as(what).hasSize(values.length);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("%s, element %d", what, i).isCloseTo(values[i], near(values[i]));
        }
    }

    private static Offset<Double> near(double expected) {
        return Offset.offset(Math.max(1e-6, 1e-5 * Math.abs(expected)));
    }

    private static float[] floats(JsonNode numbers) {
        double[] values = doubles(numbers);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The numbers of a list, or of its rows one after another. */
    private static double[] doubles(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .flatMap(each -> each.isArray() ? StreamSupport.stream(each.spliterator(), false) : Stream.of(each))
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
