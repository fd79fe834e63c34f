// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.optim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.api.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Twelve steps of every optimizer, computed in float64. */
class OptimizerReferenceTest {
    @TestFactory
    Stream<DynamicTest> agrees_with_the_reference_after_every_step() throws IOException {
        return cases().map(each -> DynamicTest.dynamicTest(
                each.get("name").asText() + " " + each.get("hyperparameters"), () -> agrees(each)));
    }

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OptimizerReferenceTest.class.getResourceAsStream("optimizers.json"))) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            assertThat(cases).hasSize(10);
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    private static void agrees(JsonNode reference) {
        OptimizerSteps steps = new OptimizerSteps(named(reference), floats(reference.get("initial")));
        assertThat(reference.get("steps")).hasSize(12);
        for (JsonNode step : reference.get("steps")) {
            steps.step(
                    floats(step.get("gradient")), reference.get("learningRate").asDouble());
            for (int i = 0; i < steps.parameters().length; i++) {
                double expected = step.get("parameters").get(i).asDouble();
                assertThat((double) steps.parameters()[i])
                        .isCloseTo(expected, Offset.offset(Math.max(1e-6, 1e-5 * Math.abs(expected))));
            }
        }
    }

    private static Optimizer named(JsonNode reference) {
        String name = reference.get("name").asText();
        Optimizer found = OptimizersTest.builtIns()
                .filter(optimizer -> optimizer.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = new HashMap<>();
        reference
                .get("hyperparameters")
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isBoolean()
                                ? entry.getValue().asBoolean()
                                : entry.getValue().numberValue()));
        return found.with(found.hyperparameters().with(name, values));
    }

    static float[] floats(JsonNode node) {
        float[] floats = new float[node.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) node.get(i).asDouble();
        }
        return floats;
    }
}
