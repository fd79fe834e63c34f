// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.api.Loss;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values that PyTorch computed in float64. */
class LossReferenceTest {
    private static final String LOGITS = "-logits";
    private static final Map<String, String> ACTIVATIONS = Map.of(
            "binary-cross-entropy", "sigmoid",
            "focal", "sigmoid",
            "hinge", "sigmoid",
            "categorical-cross-entropy", "softmax",
            "kullback-leibler", "softmax");

    @TestFactory
    Stream<DynamicTest> agrees_with_the_reference() throws IOException {
        JsonNode cases;
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("losses.json"))) {
            cases = new ObjectMapper().readTree(file).get("cases");
        }
        assertThat(cases).hasSize(36);
        return StreamSupport.stream(cases.spliterator(), false)
                .map(each -> DynamicTest.dynamicTest(title(each), () -> agrees(each)));
    }

    private static String title(JsonNode reference) {
        return reference.get("name").asText() + (reference.get("weights").isNull() ? "" : ", weighted");
    }

    private static void agrees(JsonNode reference) {
        Loss loss = named(reference);
        int width = reference.get("prediction").get(0).size();
        float[] y = floats(reference.get("prediction"));
        float[] t = floats(reference.get("target"));
        double[] rowLoss = new double[y.length / width];
        float[] dy = new float[y.length];
        loss.loss(y, t, rowLoss, 0, y.length, width);
        loss.gradient(y, t, dy, 0, y.length, width);

        double[] shares = shares(reference.get("weights"), rowLoss.length);
        double mean = 0;
        for (int row = 0; row < rowLoss.length; row++) {
            assertClose(rowLoss[row], reference.get("perRow").get(row).asDouble());
            mean += shares[row] * rowLoss[row];
        }
        assertClose(mean, reference.get("mean").asDouble());
        double[] gradient = numbers(reference.get("gradient")).toArray();
        for (int i = 0; i < dy.length; i++) {
            assertClose(dy[i] * shares[i / width], gradient[i]);
        }
    }

    private static Loss named(JsonNode reference) {
        String name = reference.get("name").asText();
        String plain = name.endsWith(LOGITS) ? name.substring(0, name.length() - LOGITS.length()) : name;
        Loss found = LossesTest.builtIns()
                .filter(loss -> loss.name().equals(plain))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = new HashMap<>();
        reference
                .get("hyperparameters")
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isArray()
                                ? numbers(entry.getValue()).boxed().toList()
                                : (Object) entry.getValue().asDouble()));
        Loss loss = found.with(found.hyperparameters().with(plain, values));
        return name.equals(plain)
                ? loss
                : loss.overLogits(ACTIVATIONS.get(plain)).orElseThrow();
    }

    /** w / Σw, equal shares where there are no weights. */
    private static double[] shares(JsonNode weights, int rows) {
        double[] shares = weights.isNull()
                ? IntStream.range(0, rows).mapToDouble(row -> 1).toArray()
                : numbers(weights).toArray();
        double total = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / total).toArray();
    }

    private static DoubleStream numbers(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).flatMapToDouble(LossReferenceTest::numbers)
                : DoubleStream.of(node.asDouble());
    }

    private static float[] floats(JsonNode node) {
        double[] numbers = numbers(node).toArray();
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, Offset.offset(Math.max(1e-6, 1e-5 * Math.abs(expected))));
    }
}
