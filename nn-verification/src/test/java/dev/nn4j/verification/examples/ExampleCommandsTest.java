// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.cli.Inside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** nn takes every example, cut to two epochs here, and the model it writes can be evaluated. By the launcher: ReadmeTest. */
class ExampleCommandsTest {
    @ParameterizedTest
    @CsvSource({
        "breast-cancer/tutorial.json, breast-cancer/train.csv, breast-cancer/test.csv",
        "breast-cancer/best.json, breast-cancer/data.csv, breast-cancer/test.csv",
        "iris/config.json, iris/iris.csv, iris/iris.csv",
        "wine/config.json, wine/wine.csv, wine/wine.csv",
        "digits/config.json, digits/digits.csv, digits/digits.csv",
        "diabetes/config.json, diabetes/diabetes.csv, diabetes/diabetes.csv",
        "nand/config.json, nand/nand.csv, nand/nand.csv",
    })
    void trainsAndEvaluates(String config, String data, String test, @TempDir Path directory)
            throws IOException, InterruptedException {
        Inside nn = Inside.in(directory);
        nn.succeed(
                "train",
                "--config",
                example(config),
                "--data",
                example(data),
                "--out",
                "m.nn",
                "--history",
                "h.csv",
                "--set",
                "training.epochs=2");
        assertThat(Files.readAllLines(directory.resolve("h.csv"))).hasSize(3);
        assertThat(nn.succeed("evaluate", "--model", "m.nn", "--data", example(test))
                        .out())
                .isNotBlank();
    }

    private static Path example(String file) {
        return Built.examples().resolve(file);
    }
}
