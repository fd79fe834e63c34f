// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --quiet}, {@code --verbose}, {@code NO_COLOR}, and what is told where there is no terminal. */
class QuietVerboseColourTest {
    private static final String ESCAPE = "\033";
    private static final Object[] TRAIN = {"train", "--config", "config.json", "--data", "data.csv"};

    @TempDir
    private static Path folder;

    private final Launcher nn = Launcher.in(folder);

    @BeforeAll
    static void write() throws IOException {
        Sample.MULTICLASS.writeTo(folder);
    }

    private static Object[] train(Object... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(TRAIN), java.util.Arrays.stream(more))
                .toArray();
    }

    @Test
    void withoutATerminalProgressIsAPlainLineNowAndThen() throws IOException, InterruptedException {
        Nn run = nn.succeed(train());

        assertThat(run.err()).doesNotContain(ESCAPE, "\r");
        assertThat(run.messages())
                .anySatisfy(line -> assertThat(line).matches("epoch 1/40  loss [0-9.]+  accuracy [0-9.]+  .*"))
                .anySatisfy(line -> assertThat(line).startsWith("epoch 40/40  loss "))
                .hasSizeLessThan(20);
    }

    @Test
    void quietLeavesResultsOnly() throws IOException, InterruptedException {
        Nn run = nn.succeed(train("--quiet"));

        assertThat(run.messages()).isEmpty();
        assertThat(run.out()).contains("classification report", "epochs");
    }

    @Test
    void quietStillTellsErrors() throws IOException, InterruptedException {
        Nn run = nn.run("--quiet", "inspect", "none.nn");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.messages()).containsExactly("error: none.nn: there is no such file or folder");
    }

    @Test
    void verboseTellsEveryEpoch() throws IOException, InterruptedException {
        Nn run = nn.succeed(train("--verbose"));

        assertThat(run.messages()).filteredOn(line -> line.startsWith("epoch ")).hasSize(40);
    }

    @Test
    void onlyVerboseShowsWhereAnErrorComesFrom() throws IOException, InterruptedException {
        assertThat(nn.run("inspect", "none.nn").err()).doesNotContain("\tat ");
        assertThat(nn.run("inspect", "none.nn", "--verbose").messages())
                .first()
                .isEqualTo("error: none.nn: there is no such file or folder");
        assertThat(nn.run("inspect", "none.nn", "--verbose").err()).contains("\tat dev.nn4j.");
    }

    @Test
    void quietAndVerboseContradictEachOther() throws IOException, InterruptedException {
        assertThat(nn.run("--quiet", "plugins", "--verbose").exit()).isEqualTo(2);
    }

    /** The launcher tells the JVM by this property whether stderr is a terminal. */
    @Test
    void onATerminalProgressMovesUnlessNoColorIsSet() throws IOException, InterruptedException {
        Launcher terminal = nn.with("NN_JAVA_OPTS", "-Dnn.stderr.terminal=true").with("TERM", "xterm");

        assertThat(terminal.succeed(train()).err()).contains(ESCAPE, "rows/s");
        assertThat(terminal.with("NO_COLOR", "1").succeed(train()).err())
                .doesNotContain(ESCAPE)
                .contains("epoch 40/40");
    }
}
