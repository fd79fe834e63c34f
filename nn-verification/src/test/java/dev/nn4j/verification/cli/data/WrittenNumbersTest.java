// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers with decimal commas, thousands and units, as offices write them, features and target. */
class WrittenNumbersTest {
    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void start() throws IOException {
        nn = Launcher.optimising(folder);
        StringBuilder flats = new StringBuilder("\ufeffFläche;Anteil;Preis\r\n");
        for (int row = 0; row < 200; row++) {
            int cents = 2_000 + row * 37 % 9_000;
            flats.append(String.format(
                    Locale.ROOT,
                    "%d,%02d;%d%%;%d.%03d,50 €\r\n",
                    cents / 100,
                    cents % 100,
                    row * 7 % 100,
                    10 + cents / 100,
                    row * 13 % 1000));
        }
        Files.writeString(folder.resolve("flats.csv"), flats);
    }

    @Test
    void areLearntPredictedAndEvaluatedWithoutPreparation() throws IOException, InterruptedException {
        assertThat(nn.run("new", "--data", "flats.csv", "--target", "Preis", "--out", "c.json")
                        .messages())
                .containsExactly("Preis: numbers");
        assertThat(folder.resolve("c.json"))
                .content()
                .contains(
                        "\"Fläche\": { \"type\": \"number\", \"decimal\": \",\", \"missing\": \"median\" }",
                        "\"Anteil\": { \"type\": \"number\", \"decimal\": \".\", \"unit\": \"%\", \"missing\": \"median\" }",
                        "\"Preis\": { \"type\": \"number\", \"decimal\": \",\", \"grouping\": \".\", \"unit\": \"€\" }",
                        "mean-squared-error");
        Nn trained = nn.run("train", "--config", "c.json", "--data", "flats.csv", "--out", "m.nn");
        assertThat(trained.messages())
                .contains(
                        "  Anteil: number, written like 1234.5 %; missing: median (49.5)",
                        "Preis: numbers, written like 1.234,5 €");
        assertThat(nn.json("evaluate", "--model", "m.nn", "--data", "flats.csv", "--json")
                        .get("r2")
                        .asDouble())
                .isGreaterThan(0.99);
        assertThat(nn.run("verify", "m.nn").exit()).isZero();

        Files.writeString(folder.resolve("new.csv"), "Anteil\tFläche\n12,5%\t1.000,5\n");
        Nn refused = nn.run("predict", "--model", "m.nn", "--data", "new.csv");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .isEqualTo("error: new.csv:2:2: column 'Fläche' must hold numbers written like '1234,5', got '1.000,5';"
                        + " correct the cell or the column's format");
    }

    @Test
    void withoutAFormatTheCellIsRefusedWithTheRemedy() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("plain.json"), """
                {"data": {"target": "Preis", "ignore": ["Anteil"]}, "loss": "mean-squared-error",
                 "optimizer": {"type": "adam", "learningRate": 0.01},
                 "network": {"layers": [{"outputDim": 1, "activation": "identity"}]}}
                """);
        Nn refused = nn.run("train", "--config", "plain.json", "--data", "flats.csv");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.error())
                .isEqualTo("error: flats.csv:2:1: column 'Fläche' holds '20,00', a number with a decimal comma; write a"
                        + " point instead, or give the column a number format");
    }
}
