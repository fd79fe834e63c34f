// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/nn} itself: which Java it takes, and what it passes on. */
class LauncherTest {
    private static final int FAKE_EXIT = 42;

    @TempDir
    private Path folder;

    private Launcher nn;

    @BeforeEach
    void start() {
        nn = Launcher.in(folder);
    }

    @Test
    void nnJavaOptsReachTheJvmWordByWord() throws IOException, InterruptedException {
        Nn run = nn.with("NN_JAVA_OPTS", "-Xmx77m -XshowSettings:vm").run("--version");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("Max. Heap Size: 77.00M");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void javaHomeWinsOverThePath() throws IOException, InterruptedException {
        fakeJava();

        assertThat(nn.with("PATH", fakeFirst()).run("--version").exit()).isZero();
        assertThat(nn.with("JAVA_HOME", folder.toString()).run("--version").exit())
                .isEqualTo(FAKE_EXIT);
        assertThat(nn.with("JAVA_HOME", "")
                        .with("PATH", fakeFirst())
                        .run("--version")
                        .exit())
                .isEqualTo(FAKE_EXIT);
    }

    @Test
    void aJavaHomeWithoutJavaAndAJavaThatIsTooOldAreWrongUsage() throws IOException, InterruptedException {
        Nn empty = nn.with("JAVA_HOME", folder.toString()).run("--version");
        fakeJava();
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Nn old = nn.with("JAVA_HOME", folder.toString()).run("--version");

        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.error()).startsWith("error: JAVA_HOME is " + folder);
        assertThat(empty.err()).contains("hint: ");
        assertThat(old.exit()).isEqualTo(2);
        assertThat(old.error()).startsWith("error: nn needs Java 17 or newer, found 11");
    }

    @Test
    void itWorksThroughASymbolicLinkAndPassesOnWhateverTheArgumentsHold() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Launcher.file());
        Files.writeString(folder.resolve("a \"b\" $c *.csv"), Sample.BINARY.csv());

        Nn run = nn.runCommand(List.of(
                link.toString(), "new", "--data", "a \"b\" $c *.csv", "--target", "kind", "--out", "my config"));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("my config")).content().contains("sigmoid");
    }

    private void fakeJava() throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit " + FAKE_EXIT + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private String fakeFirst() {
        return folder.resolve("bin") + java.io.File.pathSeparator + System.getenv("PATH");
    }
}
