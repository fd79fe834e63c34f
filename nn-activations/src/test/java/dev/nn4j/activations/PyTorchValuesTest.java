// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.activations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nn4j.api.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Agreement with PyTorch in float64 within 1e-5 relative or 1e-6 absolute, on its own output. */
final class PyTorchValuesTest {
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-6;

    private static JsonNode cases() throws IOException {
        try (InputStream json = PyTorchValuesTest.class.getResourceAsStream("activations.json")) {
            return JsonMapper.builder()
                    .build()
                    .readTree(Objects.requireNonNull(json))
                    .get("cases");
        }
    }

    @TestFactory
    Stream<DynamicTest> agreesWithPyTorch() throws IOException {
        return StreamSupport.stream(cases().spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> check(one)));
    }

    @Test
    void everyActivationIsCompared() throws IOException {
        assertThat(cases().findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        BuiltIns.all().stream().map(Activation::name).toList());
    }

    private static void check(JsonNode one) {
        Activation prototype = BuiltIns.named(one.get("name").asText());
        Map<String, Object> given =
                JsonMapper.builder().build().convertValue(one.get("hyperparameters"), new TypeReference<>() {});
        Activation activation = prototype.with(prototype.hyperparameters().with(prototype.name(), given));
        int width = one.get("z").get(0).size();
        float[] z = floats(one.get("z"));
        float[] da = floats(one.get("da"));
        float[] a = new float[z.length];
        float[] dz = new float[z.length];
        activation.forward(z, a, 0, z.length, width);
        activation.backward(z, a, da, dz, 0, z.length, width);
        compare("a", a, one.get("a"), z);
        compare("dz", dz, one.get("dz"), z);
    }

    private static void compare(String what, float[] found, JsonNode expected, float[] z) {
        int width = expected.get(0).size();
        for (int i = 0; i < found.length; i++) {
            double wanted = expected.get(i / width).get(i % width).asDouble();
            assertThat((double) found[i])
                    .as("%s at z = %s", what, z[i])
                    .isCloseTo(wanted, Offset.offset(Math.max(ABSOLUTE, RELATIVE * Math.abs(wanted))));
        }
    }

    private static float[] floats(JsonNode rows) {
        int width = rows.get(0).size();
        float[] values = new float[rows.size() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.get(i / width).get(i % width).asDouble();
        }
        return values;
    }
}
