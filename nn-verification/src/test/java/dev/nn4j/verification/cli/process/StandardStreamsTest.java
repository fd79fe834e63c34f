// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** stdin, stdout and {@code -}; {@code @file}. */
class StandardStreamsTest {
    @TempDir
    private static Path folder;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        Sample.MULTICLASS.trainIn(folder);
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void dataOfEveryCommandMayBeStdin() throws IOException, InterruptedException {
        Launcher piped = nn.reading(Sample.MULTICLASS.csv());

        assertThat(piped.succeed("evaluate", "--model", "model.nn", "--data", "-")
                        .out())
                .contains("accuracy");
        assertThat(piped.succeed("predict", "--model", "model.nn", "--data", "-", "--out", "-")
                        .out()
                        .lines())
                .hasSize(Sample.ROWS + 1);
        assertThat(piped.succeed("train", "--config", "config.json", "--data", "-", "--json")
                        .out())
                .startsWith("{");
        assertThat(piped.succeed("train", "--config", "config.json", "--data", "data.csv", "--validation", "-")
                        .out())
                .contains("validation");
        assertThat(piped.succeed("new", "--data", "-", "--target", "kind", "--out", "-")
                        .out())
                .startsWith("{");
    }

    @Test
    void aConfigurationMayBeStdin() throws IOException, InterruptedException {
        Nn run = nn.reading(Sample.MULTICLASS.configuration()).run("train", "--config", "-", "--data", "data.csv");
        Nn bad = nn.reading("{\"dta\": {}}").run("train", "--config", "-", "--data", "data.csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(bad.exit()).isEqualTo(5);
        assertThat(bad.error()).isEqualTo("error: <stdin>: dta: unknown key; did you mean 'data'?");
    }

    @Test
    void aHistoryOnStdoutIsAllThatStdoutHolds() throws IOException, InterruptedException {
        Nn run = nn.succeed(
                "train",
                "--config",
                "config.json",
                "--data",
                "data.csv",
                "--history",
                "-",
                "--set",
                "training.epochs=2");

        assertThat(run.out().lines()).hasSize(3).first().asString().startsWith("epoch,loss,");
        assertThat(run.err()).contains("classification report");
    }

    @Test
    void aPictureOnStdoutIsPng() throws IOException, InterruptedException {
        Nn run = nn.shell("nn train --config config.json --data data.csv --plot - > picture");

        assertThat(run.exit()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("picture"))).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --config config.json --data data.csv --out -",
                "evaluate --model - --data data.csv",
                "predict --model - --data data.csv",
                "inspect -",
                "verify -"
            })
    void aModelNeedsAFile(String line) throws IOException, InterruptedException {
        Nn run = nn.run((Object[]) line.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error()).contains("a model needs a file, got -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --config - --data -",
                "train --config config.json --data - --validation -",
                "train --config config.json --data data.csv --history - --plot -",
                "train --config config.json --data data.csv --history - --json"
            })
    void neitherStreamServesTwice(String line) throws IOException, InterruptedException {
        assertThat(nn.run((Object[]) line.split(" ")).exit()).isEqualTo(2);
    }

    @Test
    void progressAndWarningsStayOffStdout() throws IOException, InterruptedException {
        Nn run = nn.succeed("train", "--config", "config.json", "--data", "data.csv", "--verbose", "--json");

        assertThat(run.out()).startsWith("{").doesNotContain("epoch ");
        assertThat(run.err()).contains("epoch 1/40");
    }

    /** By default the JVM prints such things on stdout. */
    @Test
    void theJvmsOwnMessagesStayOffStdout() throws IOException, InterruptedException {
        Nn run = nn.with("NN_JAVA_OPTS", "-XX:+PrintCommandLineFlags -XX:SharedArchiveFile=none.jsa -Xshare:auto")
                .run("predict", "--model", "model.nn", "--data", "data.csv");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("-XX:+PrintCommandLineFlags");
        assertThat(run.out()).startsWith("prediction\n");
        assertThat(run.out().lines()).hasSize(Sample.ROWS + 1);
    }

    @Test
    void aReaderThatClosesStdoutEarlyEndsNnQuietly() throws IOException, InterruptedException {
        Nn run = nn.shell("nn predict --model model.nn --data data.csv --probabilities | head -n 1");

        assertThat(run.out()).isEqualTo("prediction,p_high,p_low,p_middle\n");
        assertThat(run.messages()).isEmpty();
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDeviceIsAnErrorOfWriting() throws IOException, InterruptedException {
        Nn run = nn.shell("nn predict --model model.nn --data data.csv > /dev/full");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.error()).startsWith("error: stdout: ");
    }

    /** Else a file that the JVM opens takes the place of the stream, and is read or written for it. */
    @Test
    void closedStreamsAreEmptyOnes() throws IOException, InterruptedException {
        Nn empty = nn.shell("nn predict --model model.nn --data - < /dev/null");
        Nn closed = nn.shell("nn predict --model model.nn --data - <&-");
        assertThat(closed.exit()).isEqualTo(empty.exit()).isEqualTo(3);
        assertThat(closed.error()).isEqualTo(empty.error()).startsWith("error: <stdin>:1:1: is empty");

        assertThat(nn.shell("nn predict --model model.nn --data data.csv >&-").exit())
                .isEqualTo(hasFullDevice() ? 7 : 0);
        Nn silent = nn.shell("nn predict --model model.nn --data data.csv <&- 2>&-");
        assertThat(silent.exit()).isZero();
        assertThat(silent.out().lines()).hasSize(Sample.ROWS + 1);
        assertThat(nn.shell("nn predict --model model.nn --data none.csv 2>&-").exit())
                .isEqualTo(
                        nn.shell("nn predict --model model.nn --data none.csv").exit())
                .isNotZero();
    }

    @Test
    void argumentsMayStandInAFile() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("arguments"), "--model model.nn\n--data \"data.csv\"\n# a comment\n--keep id\n");

        assertThat(nn.succeed("predict", "@arguments", "--probabilities").out())
                .startsWith("id,prediction,p_high,p_low,p_middle\nr0,low,");
    }
}
