// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher takes every example, cut to two epochs here, and the model it writes can be evaluated. */
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
        Nn trained = nn(
                directory,
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
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(Files.readAllLines(directory.resolve("h.csv"))).hasSize(3);

        Nn evaluated = nn(directory, "evaluate", "--model", "m.nn", "--data", example(test));
        assertThat(evaluated.exit()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).isNotBlank();
    }

    private static String example(String file) {
        return Built.examples().resolve(file).toString();
    }

    private static Nn nn(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of(Built.distribution().resolve("bin/nn").toString()));
        command.addAll(List.of(arguments));
        return Nn.run(directory, command);
    }
}
