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

/** The part of a configuration that docs/cli.md shows for columns, in a whole one. */
class ColumnsOfThePageTest {
    private static final Pattern COLUMNS = Pattern.compile("(?ms)^```json$\\R(\"columns\": .*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void aTrainingTakesThem() throws IOException, InterruptedException {
        Matcher page = COLUMNS.matcher(Files.readString(Built.repository().resolve("docs/cli.md")));
        assertThat(page.find()).isTrue();
        Files.writeString(folder.resolve("c.json"), """
                { "data": { "target": "left", %s },
                  "network": { "layers": [ { "outputDim": 1, "activation": "sigmoid" } ] },
                  "loss": "binary-cross-entropy",
                  "training": { "epochs": 2 } }
                """.formatted(page.group(1)));
        StringBuilder rows = new StringBuilder("plan,age,joined,newsletter,left\n");
        for (int row = 0; row < 24; row++) {
            rows.append("basic,plus,gold".split(",")[row % 11 == 10 ? 2 : row % 2] + ","
                    + (row % 5 == 0 ? "" : 20 + row)
                    + "," + (1 + row) + ".3.2025," + (row % 3 == 0 ? "yes" : "no") + "," + (row % 4 == 0 ? "y" : "n")
                    + "\n");
        }
        Files.writeString(folder.resolve("data.csv"), rows);

        Launcher nn = Launcher.in(folder);
        nn.succeed("train", "--config", "c.json", "--data", "data.csv", "--out", "m.nn");

        assertThat(nn.succeed("inspect", "m.nn").out())
                .contains("category of 2 (basic, plus); unseen: rare")
                .containsPattern("age +number; missing: median \\(\\d+\\) with indicator")
                .containsPattern("joined +date-time, day-month-year \\(year, month\\)")
                .containsPattern("newsletter +boolean");
    }
}
