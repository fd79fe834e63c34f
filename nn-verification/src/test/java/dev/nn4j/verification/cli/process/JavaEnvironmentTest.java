// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import dev.nn4j.verification.cli.Launcher;
import dev.nn4j.verification.cli.Sample;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java {@code nn} takes, and what it passes on to it. */
class JavaEnvironmentTest {
    private static final int FAKE_EXIT = 42;

    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void aJavaThatOnlyEnds() throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit " + FAKE_EXIT + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        nn = Launcher.in(folder);
    }

    @Test
    void nnJavaOptsReachTheJvmWordByWord() throws IOException, InterruptedException {
        Nn run = nn.with("NN_JAVA_OPTS", "-Xmx77m -XshowSettings:vm").run("--version");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("Max. Heap Size: 77.00M");
        assertThat(run.out().lines()).hasSize(2);
    }

    /** What the JVM says of a recording would stand among the results. */
    @Test
    void aRecordingLeavesStdoutToTheResults() throws IOException, InterruptedException {
        Nn run = nn.with("NN_JAVA_OPTS", "-XX:StartFlightRecording:filename=nn.jfr")
                .run("--version");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.messages()).isEmpty();
        assertThat(folder.resolve("nn.jfr")).isNotEmptyFile();
    }

    @Test
    void javaHomeWinsOverThePath() throws IOException, InterruptedException {
        Launcher fakeOnPath = nn.with("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));

        assertThat(fakeOnPath.run("--version").exit()).isZero();
        assertThat(nn.with("JAVA_HOME", folder.toString()).run("--version").exit())
                .isEqualTo(FAKE_EXIT);
    }

    @Test
    void withoutJavaHomeTheJavaOnThePathIsTaken() throws IOException, InterruptedException {
        Launcher fakeOnPath = nn.with("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));

        assertThat(fakeOnPath.with("JAVA_HOME", "").run("--version").exit()).isEqualTo(FAKE_EXIT);
    }

    @Test
    void namesOfFilesMayHoldWhatAShellTakesForItself() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a \"b\" $c *.csv"), Sample.BINARY.csv());

        nn.succeed("new", "--data", "a \"b\" $c *.csv", "--target", "kind", "--out", "my config");

        assertThat(folder.resolve("my config")).content().contains("sigmoid");
    }
}
