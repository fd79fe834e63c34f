// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --threads} and {@code --kernels} change speed, never a bit of any result. */
class ThreadsAndKernelsTest {
    private static final Path DIGITS = Built.examples().resolve("digits");

    @TempDir
    private static Path folder;

    private static JsonNode tensors;
    private static String predictions;

    private final Launcher nn = Launcher.optimising(folder);

    @BeforeAll
    static void trainWithOneThreadAndScalarKernels() throws IOException, InterruptedException {
        tensors = tensorsTrainedWith("reference.nn", "--threads", "1", "--kernels", "scalar");
        predictions = predictionsWith();
    }

    @ParameterizedTest
    @CsvSource({"1, vector", "2, scalar", "7, auto"})
    void trainingGivesTheSameWeights(String threads, String kernels) throws IOException, InterruptedException {
        assertThat(tensorsTrainedWith("model.nn", "--threads", threads, "--kernels", kernels))
                .isEqualTo(tensors);
    }

    @ParameterizedTest
    @CsvSource({"1, scalar", "3, vector"})
    void predictionGivesTheSameProbabilities(String threads, String kernels) throws IOException, InterruptedException {
        assertThat(predictionsWith("--threads", threads, "--kernels", kernels)).isEqualTo(predictions);
    }

    @Test
    void evaluationGivesTheSameFigures() throws IOException, InterruptedException {
        String[] plain = {
            "evaluate",
            "--model",
            "reference.nn",
            "--data",
            DIGITS.resolve("digits.csv").toString(),
            "--json"
        };
        JsonNode expected = nn.json((Object[]) plain);

        assertThat(nn.json((Object[]) and(plain, "--threads", "3", "--kernels", "vector")))
                .isEqualTo(expected);
    }

    @Test
    void whatCannotBeIsWrongUsage() throws IOException, InterruptedException {
        for (String line : new String[] {"--threads 0", "--threads -1", "--threads two", "--kernels fast"}) {
            Nn run = nn.run((Object[]) and(new String[] {"plugins"}, line.split(" ")));
            assertThat(run.exit()).as(line).isEqualTo(2);
            assertThat(run.error()).contains(line.split(" ")[0]);
        }
    }

    private static JsonNode tensorsTrainedWith(String model, String... options)
            throws IOException, InterruptedException {
        Launcher nn = Launcher.optimising(folder);
        String[] train = {
            "train",
            "--config",
            DIGITS.resolve("config.json").toString(),
            "--data",
            DIGITS.resolve("digits.csv").toString(),
            "--set",
            "training.epochs=2",
            "--set",
            "training.batchSize=300",
            "--out",
            model
        };
        nn.succeed((Object[]) and(train, options));
        return nn.json("inspect", model, "--weights", "--json").get("tensors");
    }

    private static String predictionsWith(String... options) throws IOException, InterruptedException {
        String[] predict = {
            "predict",
            "--model",
            "reference.nn",
            "--data",
            DIGITS.resolve("digits.csv").toString(),
            "--probabilities"
        };
        return Launcher.optimising(folder)
                .succeed((Object[]) and(predict, options))
                .out();
    }

    private static String[] and(String[] arguments, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }
}
