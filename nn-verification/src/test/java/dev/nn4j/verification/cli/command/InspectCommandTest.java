// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn inspect}: what is in a model. */
class InspectCommandTest {
    @TempDir
    private static Path folder;

    private final Inside nn = Inside.in(folder);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
    }

    @Test
    void forPeopleItTellsLayersMeaningAndOrigin() throws IOException, InterruptedException {
        Nn run = nn.succeed("inspect", "model.nn");

        assertThat(run.out())
                .contains("format", "version 1", "sha256")
                .containsPattern("parameters +51")
                .contains("dense", "tanh", "softmax", "xavier-uniform", "nn4j")
                .contains("multi-class", "categorical-cross-entropy", "2: x, y", "standard", "3: high, low, middle")
                .contains("created", "Java", "configuration", "\"epochs\":40")
                .doesNotContain("l0/weight");
        assertThat(run.messages()).isEmpty();
    }

    @Test
    void weightsAddALineForEachTensor() throws IOException, InterruptedException {
        assertThat(nn.succeed("inspect", "model.nn", "--weights").out())
                .contains("l0/weight", "[2, 8]", "l0/bias", "l1/weight", "[8, 3]", "minimum", "deviation");
    }

    @Test
    void forProgramsItIsOneDocument() throws IOException, InterruptedException {
        JsonNode json = nn.json("inspect", "model.nn", "--json");

        assertThat(json.fieldNames())
                .toIterable()
                .contains(
                        "formatVersion",
                        "sha256",
                        "parameterCount",
                        "task",
                        "features",
                        "targets",
                        "labels",
                        "scaling",
                        "targetScaling",
                        "layers",
                        "loss",
                        "provenance")
                .doesNotContain("tensors");
        assertThat(json.get("parameterCount").asInt()).isEqualTo(51);
        assertThat(json.at("/layers/0/activation/name").asText()).isEqualTo("tanh");
        assertThat(json.at("/layers/0/activation/provider").asText()).isEqualTo("nn4j");
        assertThat(json.at("/layers/1/outputDim").asInt()).isEqualTo(3);
        assertThat(json.at("/provenance/createdUtc").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void weightsForProgramsHaveShapeAndStatistics() throws IOException, InterruptedException {
        JsonNode tensor = nn.json("inspect", "model.nn", "--weights", "--json").at("/tensors/0");

        assertThat(tensor.get("name").asText()).isEqualTo("l0/weight");
        assertThat(tensor.get("shape")).extracting(JsonNode::asInt).containsExactly(2, 8);
        assertThat(tensor.get("minimum").asDouble())
                .isLessThan(tensor.get("maximum").asDouble());
    }

    @Test
    void componentsAreShownWithTheirParameters() throws IOException, InterruptedException {
        nn.succeed(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--out",
                "elu.nn",
                "--set",
                "network.layers[0].activation={\"type\": \"ELU\", \"alpha\": 0.5}",
                "--set",
                "network.layers[0].initializer={\"type\": \"random_normal\", \"mean\": 0.1, \"deviation\": 0.2}",
                "--set",
                "training.epochs=1");

        JsonNode layer = nn.json("inspect", "elu.nn", "--json").at("/layers/0");

        assertThat(layer.at("/activation/name").asText()).isEqualTo("elu");
        assertThat(layer.at("/activation/parameters/alpha").asDouble()).isEqualTo(0.5);
        assertThat(layer.at("/initializer/name").asText()).isEqualTo("random-normal");
        assertThat(layer.at("/initializer/parameters/mean").asDouble()).isEqualTo(0.1);
        assertThat(layer.at("/initializer/parameters/deviation").asDouble()).isEqualTo(0.2);
    }
}
