// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts, whose rate is learnt. */
class CountsTest {
    @TempDir
    private Path folder;

    private CliRun train(String activation, String preprocessing, int first) throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,count", "1," + first));
        for (int row = 0; row < 60; row++) {
            lines.add(row % 12 + "," + (row % 12 / 2 + row * 7 % 3));
        }
        Path data = Files.write(folder.resolve("counts.csv"), lines);
        Path config = Files.writeString(folder.resolve("config.json"), """
            { "data": { "target": "count" }, "preprocessing": { "scaling": "standard" %s },
              "network": { "layers": [ { "outputDim": 1, "activation": "%s" } ] },
              "loss": "poisson", "optimizer": { "type": "adam", "learningRate": 0.1 },
              "training": { "epochs": 60 } }
            """.formatted(preprocessing, activation));
        return CliRun.of(
                "train", "--config", config, "--data", data, "--out", folder.resolve("m.nn"), "--threads", 1, "--json");
    }

    @Test
    void theAnswerIsTheRate() throws IOException {
        CliRun run = train("softplus", "", 1);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("is not scaled");
        CliRun answers =
                CliRun.of("predict", "--model", folder.resolve("m.nn"), "--data", folder.resolve("counts.csv"));
        assertThat(answers.out().lines().skip(1).mapToDouble(Double::parseDouble))
                .allMatch(rate -> rate >= 0)
                .anyMatch(rate -> rate > 3);
    }

    @Test
    void aRateMustNotBeNegative() throws IOException {
        CliRun run = train("identity", "", 1);
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("poisson needs outputs of at least 0; use softplus, got identity");
    }

    @Test
    void countsStayAsTheyAre() throws IOException {
        CliRun run = train("softplus", ", \"targetScaling\": \"standard\"", 1);
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("preprocessing.targetScaling", "must be \"none\" for poisson");
    }

    @Test
    void aNegativeCountIsNamedByItsPlace() throws IOException {
        CliRun run = train("softplus", "", -1);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("counts.csv:2:", "poisson takes targets of at least 0, got -1.0");
    }
}
