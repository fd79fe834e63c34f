// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that one float cannot tell apart, from file to answer. */
class NumberOffsetsTest {
    private static final String LABELS = """
            {"data": {"target": "y"}, "loss": "binary-cross-entropy", "preprocessing": {"scaling": "standard"},
             "optimizer": {"type": "adam", "learningRate": 0.1}, "training": {"epochs": 300},
             "network": {"layers": [{"outputDim": 1, "activation": "sigmoid"}]}}
            """;
    private static final String REGRESSION = """
            {"data": {"target": "y"}, "loss": "mean-squared-error",
             "optimizer": {"type": "adam", "learningRate": 0.05},
             "preprocessing": {"scaling": "standard", "targetScaling": "standard"},
             "training": {"epochs": 200},
             "network": {"layers": [{"outputDim": 1, "activation": "identity"}]}}
            """;

    @TempDir
    private Path folder;

    private Inside nn;

    @BeforeEach
    void start() {
        nn = Inside.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epoch-millis.csv", "adjacent-integers.csv"})
    void labelsThatFollowFromThemAreLearnt(String file) throws IOException, InterruptedException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            Files.copy(in, folder.resolve(file));
        }
        Files.writeString(folder.resolve("c.json"), LABELS);
        Nn trained = nn.run("train", "--config", "c.json", "--data", file, "--out", "m.nn");
        assertThat(trained.exit()).isZero();
        assertThat(trained.messages()).doesNotContain("one value only");
        assertThat(nn.json("evaluate", "--model", "m.nn", "--data", file, "--json")
                        .get("accuracy")
                        .asDouble())
                .isGreaterThanOrEqualTo(0.99);
        assertThat(nn.run("verify", "m.nn").exit()).isZero();
        JsonNode column = nn.json("inspect", "m.nn", "--json").get("columns").get(0);
        assertThat(column.get("offset").asDouble()).isGreaterThan(1e7);

        nn.run("train", "--config", "c.json", "--data", file, "--out", "streamed.nn", "--cache", "d.table");
        assertThat(predictions("streamed.nn", file)).isEqualTo(predictions("m.nn", file));
    }

    private String predictions(String model, String data) throws IOException, InterruptedException {
        Nn predicted = nn.run("predict", "--model", model, "--data", data, "--probabilities");
        assertThat(predicted.exit()).isZero();
        return predicted.out();
    }

    @Test
    void targetsArePredictedWithAllTheirDigits() throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int x = 0; x < 100; x++) {
            rows.append(x).append(",1000000000.").append(x / 10).append(x % 10).append('\n');
        }
        Files.writeString(folder.resolve("d.csv"), rows);
        Files.writeString(folder.resolve("c.json"), REGRESSION);
        nn.run("train", "--config", "c.json", "--data", "d.csv", "--out", "m.nn");
        assertThat(nn.json("inspect", "m.nn", "--json").get("targetOffsets")).hasSize(1);
        String[] answers = predictions("m.nn", "d.csv").split("\n");
        assertThat(answers).hasSize(101);
        assertThat(Double.parseDouble(answers[42])).isBetween(999_999_999.0, 1_000_000_001.0);
        assertThat(answers[42]).isNotEqualTo(answers[43]);
    }
}
