// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of a configuration that docs/cli.md shows for a pack, in a whole one. */
class PackOfThePageTest {
    private static final Pattern PACK = Pattern.compile("(?ms)^```json$\\R(\"ensemble\": .*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void aTrainingTakesIt() throws IOException, InterruptedException {
        Matcher page = PACK.matcher(Files.readString(Built.repository().resolve("docs/cli.md")));
        assertThat(page.find()).isTrue();
        Files.writeString(folder.resolve("c.json"), """
                { "data": { "target": "y" },
                  "network": { "layers": [ { "type": "numeric-embedding" }, { "outputDim": 4, "activation": "relu" },
                      { "type": "dropout", "rate": 0.1 }, { "outputDim": 1, "activation": "identity" } ] },
                  "loss": "mean-squared-error",
                  "training": { "epochs": 4, "validationFraction": 0.25 }, %s }
                """.formatted(page.group(1)));
        StringBuilder rows = new StringBuilder("x,y\n");
        for (int row = 0; row < 40; row++) {
            rows.append(row + "," + row % 7 + "\n");
        }
        Files.writeString(folder.resolve("data.csv"), rows);

        Launcher nn = Launcher.in(folder);
        nn.succeed("train", "--config", "c.json", "--data", "data.csv", "--out", "m.nn");

        assertThat(nn.succeed("inspect", "m.nn").out())
                .contains("of a pack of 8 that differ by their seeds and by what they drew")
                .containsPattern("ensemble member \\d +epoch \\d of 4, val_loss .*, network.layers\\[\\*].bins \\d\\d");
    }
}
