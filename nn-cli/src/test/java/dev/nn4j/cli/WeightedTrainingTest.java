// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a training whose rows weigh. */
class WeightedTrainingTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path config;

    @BeforeEach
    void rowsThatWeigh() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,t,w"));
        for (int row = 0; row < 60; row++) {
            int x = row * 37 % 60;
            lines.add(x + "," + (x + row % 7 * 6 > 50 ? "yes" : "no") + "," + row % 4);
        }
        data = Files.write(folder.resolve("data.csv"), lines);
        config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "t", "weight": "w" }, "preprocessing": { "scaling": "standard" },
              "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
              "optimizer": { "type": "adam", "learningRate": 0.1 }, "training": { "epochs": 5 } }
            """);
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void figuresAreThoseOfAWeightedEvaluation() throws IOException {
        Path model = folder.resolve("m.nn");
        Path page = folder.resolve("m.html");
        CliRun run = CliRun.of(
                "train",
                "--config",
                config,
                "--data",
                data,
                "--validation",
                data,
                "--out",
                model,
                "--report",
                page,
                "--json");
        JsonNode trained = json(run);
        JsonNode weighted = json(CliRun.of("evaluate", "--model", model, "--data", data, "--weight", "w", "--json"));
        JsonNode plain = json(CliRun.of("evaluate", "--model", model, "--data", data, "--json"));

        assertThat(trained.get("weight").textValue()).isEqualTo("w");
        for (String figure : List.of("accuracy", "logLoss", "rocAuc", "loss")) {
            assertThat(trained.at("/training/" + figure))
                    .isEqualTo(weighted.get(figure))
                    .isNotEqualTo(plain.get(figure));
            assertThat(trained.at("/heldOut/" + figure)).isEqualTo(weighted.get(figure));
        }
        assertThat(Files.readString(page)).contains("\"logLoss\":" + weighted.get("logLoss"), "\"weighted\":true");
        assertThat(CliRun.of("inspect", model, "--json").out()).contains("accuracy " + weighted.get("accuracy"));
    }

    @Test
    void foldsWeighToo() {
        assertThat(CliRun.of("train", "--config", config, "--data", data, "--folds", 2)
                        .out())
                .containsPattern("weights +rows count by their weights");
    }
}
