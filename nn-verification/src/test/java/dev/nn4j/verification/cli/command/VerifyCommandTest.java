// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Inside;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nn verify}: a model is whole, or exit 4. */
class VerifyCommandTest {
    @TempDir
    private static Path folder;

    private final Inside nn = Inside.in(folder);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Sample.REGRESSION.trainIn(folder);
    }

    @Test
    void aWholeModelPasses() throws IOException, InterruptedException {
        Nn run = nn.succeed("verify", "model.nn");

        assertThat(run.out()).contains("structure", "checksum", "finite", "golden rows", "bit for bit", "passed");
        assertThat(run.messages()).isEmpty();
    }

    @Test
    void forProgramsItIsOneDocument() throws IOException, InterruptedException {
        JsonNode json = nn.json("verify", "model.nn", "--json");

        assertThat(json.get("passed").asBoolean()).isTrue();
        assertThat(json.get("goldenRows").asInt()).isPositive();
        assertThat(json.get("sha256").asText())
                .isEqualTo(
                        nn.json("inspect", "model.nn", "--json").get("sha256").asText());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.4, 0.6, 0.8, 0.99})
    void oneFlippedBitAnywhereIsFound(double place) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(folder.resolve("model.nn"));
        bytes[(int) (place * bytes.length)] ^= 4;
        Files.write(folder.resolve("flipped.nn"), bytes);

        assertDamaged("flipped.nn");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.999})
    void aModelThatWasCutOffIsFound(double share) throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(folder.resolve("model.nn"));
        Files.write(folder.resolve("cut.nn"), Arrays.copyOf(bytes, (int) (share * bytes.length)));

        assertDamaged("cut.nn");
    }

    @Test
    void whatIsNoModelIsSaidToBeNone() throws IOException, InterruptedException {
        assertDamaged("data.csv");
    }

    private void assertDamaged(String file) throws IOException, InterruptedException {
        Nn run = nn.run("verify", file);

        assertThat(run.exit()).as(run.err()).isEqualTo(4);
        assertThat(run.error()).startsWith("error: " + file + ": ");
        assertThat(run.out()).doesNotContain("passed");
    }
}
