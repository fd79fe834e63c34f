// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nn plugins}: every component. */
class PluginsCommandTest {
    @TempDir
    private static Path folder;

    private static JsonNode all;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void list() throws IOException, InterruptedException {
        all = Launcher.in(folder).json("plugins", "--json");
    }

    @Test
    void everyComponentOfTheContractIsThereWithParametersRangesAndOrigin() throws IOException, InterruptedException {
        Nn run = nn.succeed("plugins");

        assertThat(run.out())
                .contains("gradient-descent", "momentum", "rmsprop", "adagrad", "adam", "adamw", "nadam")
                .contains("binary-cross-entropy", "categorical-cross-entropy", "mean-squared-error")
                .contains("mean-absolute-error", "huber")
                .contains("random-normal", "xavier-uniform", "he-normal", "orthogonal")
                .contains("relu", "sigmoid", "softmax", "alpha (0.01, in [0, 1])")
                .contains("dev.nn4j.activations", "dev.nn4j.optim");
        assertThat(run.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"activation, relu", "loss, huber", "initializer, he-normal", "optimizer, adam"})
    void typeNarrowsTheList(String type, String member) throws IOException, InterruptedException {
        JsonNode components = nn.json("plugins", "--type", type, "--json").get("components");

        assertThat(components.findValuesAsText("type")).containsOnly(type);
        assertThat(components).extracting(one -> one.get("name").asText()).contains(member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "momentum         | momentum 0.9, nesterov false, weightDecay 0.0",
                "gradient-descent | weightDecay 0.0",
                "rmsprop          | decay 0.99, epsilon 1.0E-8",
                "adagrad          | epsilon 1.0E-10",
                "adam             | beta1 0.9, beta2 0.999, epsilon 1.0E-8, weightDecay 0.0",
                "adamw            | beta1 0.9, beta2 0.999, epsilon 1.0E-8, weightDecay 0.01",
                "nadam            | beta1 0.9, beta2 0.999, epsilon 1.0E-8, weightDecay 0.0, momentumDecay 0.004",
                "elu              | alpha 1.0",
                "leaky-relu       | alpha 0.01",
                "huber            | delta 1.0",
                "random-normal    | mean 0.0, deviation 0.1"
            })
    void defaultsAreThoseOfTheContract(String component, String expected) {
        JsonNode found = StreamSupport.stream(all.get("components").spliterator(), false)
                .filter(one -> one.get("name").asText().equals(component))
                .findFirst()
                .orElseThrow();

        assertThat(found.get("parameters"))
                .extracting(one -> one.get("name").asText() + " " + shown(one.get("default")))
                .containsExactlyInAnyOrder(expected.split(", "));
        assertThat(found.at("/origin/location").asText()).isNotEmpty();
    }

    @Test
    void anUnknownTypeIsAnsweredWithTheNearest() throws IOException, InterruptedException {
        Nn run = nn.run("plugins", "--type", "optimiser");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).contains("'optimiser'", "did you mean 'optimizer'?");
    }

    private static String shown(JsonNode value) {
        return value.isNumber() ? Double.toString(value.asDouble()) : value.asText();
    }
}
