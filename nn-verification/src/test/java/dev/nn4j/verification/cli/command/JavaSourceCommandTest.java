// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn export} to a Java class. */
class JavaSourceCommandTest {
    /** Answers data.csv as {@code nn predict --probabilities} does, with the class alone. */
    private static final String PREDICT = """
        package com.acme;

        import java.nio.file.Files;
        import java.nio.file.Path;
        import java.util.List;

        class Predict {
            public static void main(String[] files) throws Exception {
                System.out.println("prediction,p_" + String.join(",p_", Scorer.LABELS));
                List<String> lines = Files.readAllLines(Path.of(files[0]));
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = line.split(",");
                    double[] row = {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])};
                    StringBuilder answer = new StringBuilder(Scorer.label(row));
                    for (float probability : Scorer.predict(row)) {
                        answer.append(',').append(probability);
                    }
                    System.out.println(answer);
                }
            }
        }
        """;

    @TempDir
    private static Path folder;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void train() throws IOException {
        Sample.MULTICLASS.trainIn(folder);
    }

    @Test
    void anExportedClassCompilesByItselfAndAnswersAsPredictDoes() throws IOException, InterruptedException {
        Nn exported = nn.succeed("export", "model.nn", "--out", "Scorer.java", "--package", "com.acme");
        assertThat(exported.out()).isEmpty();
        assertThat(exported.messages()).isEmpty();
        Files.writeString(folder.resolve("Predict.java"), PREDICT);
        Nn compiled = nn.runCommand(List.of(tool("javac"), "-d", "classes", "Scorer.java", "Predict.java"));
        assertThat(compiled.exit()).as(compiled.err()).isZero();

        Nn run = nn.runCommand(List.of(tool("java"), "-cp", "classes", "com.acme.Predict", "data.csv"));

        assertThat(run.out())
                .hasLineCount(Sample.ROWS + 1)
                .isEqualTo(nn.succeed("predict", "--model", "model.nn", "--data", "data.csv", "--probabilities")
                        .out());
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    @Test
    void namesThatAreNotJavasAreWrongUsage() throws IOException, InterruptedException {
        assertRefused(
                nn.run("export", "model.nn", "--out", "my-scorer.java"),
                2,
                "Java source: the file must be named as a class is, such as Scorer.java, got 'my-scorer.java'");
        assertRefused(
                nn.run("export", "model.nn", "--out", "Never.java", "--package", "com.new"),
                2,
                "Java source: the package must be named as in com.example.scoring, got 'com.new'");
    }

    @Test
    void anOptionOfAnotherFormatIsWrongUsage() throws IOException, InterruptedException {
        assertRefused(
                nn.run("export", "model.nn", "--out", "Never.java", "--opset", "17"),
                2,
                "--opset: is for an --out that ends in / or .onnx, got 'Never.java'");
        assertRefused(
                nn.run("export", "model.nn", "--out", "never.onnx", "--package", "com.acme"),
                2,
                "--package: is for an --out that ends in .java, got 'never.onnx'");
    }

    @Test
    void aModelThatIsTooLargeIsRefused() throws IOException, InterruptedException {
        Sample.train(
                folder,
                "large.nn",
                "network.layers[0].outputDim=1100000",
                "training.epochs=1",
                "optimizer={\"type\": \"sgd\", \"learningRate\": 0.01}");

        assertRefused(
                nn.run("export", "large.nn", "--out", "Never.java"),
                4,
                "large.nn: Java source: the weights must be at most 16777216 bytes, the model's is ");
    }

    private static void assertRefused(Nn run, int exit, String words) {
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.error()).startsWith("error: " + words);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("Never.java")).doesNotExist();
        assertThat(folder.resolve("never.onnx")).doesNotExist();
    }
}
