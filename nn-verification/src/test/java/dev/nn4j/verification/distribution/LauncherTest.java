// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/nn} starts from wherever it is called and wherever it lies. */
class LauncherTest {
    private static final Path LAUNCHER = Built.distribution().resolve("bin/nn");
    private static final String VERSION = "nn " + System.getProperty("nn.version") + "\n";

    @TempDir
    Path directory;

    @Test
    void startsFromAnotherDirectory() throws IOException, InterruptedException {
        assertThatItStarts(Nn.run(directory, List.of(LAUNCHER.toString(), "--version")));
    }

    /** Named without any directory. */
    @Test
    void startsAsAScriptOfItsOwnFolder() throws IOException, InterruptedException {
        String line = "cd '" + LAUNCHER.getParent() + "' && sh nn --version";
        assertThatItStarts(Nn.run(directory, List.of("sh", "-c", line)));
    }

    @Test
    void startsFromAPathWithSpacesAndOtherLetters() throws IOException, InterruptedException {
        Path odd = Files.createDirectory(directory.resolve("a path with späces"));
        Path unpacked = Archives.untar(odd);
        assertThatItStarts(Nn.run(directory, List.of(unpacked.resolve("bin/nn").toString(), "--version")));
    }

    @Test
    void startsThroughSymbolicLinks() throws IOException, InterruptedException {
        Path absolute = Files.createSymbolicLink(directory.resolve("nn-absolute"), LAUNCHER);
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path relative = Files.createSymbolicLink(bin.resolve("nn"), Path.of("../nn-absolute"));
        assertThatItStarts(Nn.run(directory, List.of(absolute.toString(), "--version")));
        assertThatItStarts(Nn.run(directory, List.of(relative.toString(), "--version")));
        Files.delete(absolute); // JUnit warns of links that lead out of its directory
    }

    @Test
    void withoutACommandItSaysWhatToDo() throws IOException, InterruptedException {
        Nn bare = Nn.run(directory, List.of(LAUNCHER.toString()));
        assertThat(bare.exit()).isEqualTo(2);
        assertThat(bare.out()).isEmpty();
        assertThat(bare.err().lines())
                .containsExactly("error: a command is missing", "hint: 'nn --help' tells how to use it");
    }

    @Test
    void passesOptionsToTheJvm() throws IOException, InterruptedException {
        Nn shown = run("NN_JAVA_OPTS=-Dos.name=Elsewhere -Dos.arch=abacus", "--version");
        assertThat(shown.out()).contains("Elsewhere abacus");
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws IOException, InterruptedException {
        assertThatItHasNoJava();
        Files.createDirectories(directory.resolve("bin/java"));
        assertThatItHasNoJava();
    }

    private void assertThatItHasNoJava() throws IOException, InterruptedException {
        Nn refused = run("JAVA_HOME=" + directory, "--version");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("error: JAVA_HOME is " + directory + ", which has no bin/java\n"
                        + "hint: point JAVA_HOME at a JDK 17 or newer, or unset it\n");
    }

    @Test
    void refusesAJavaThatIsTooOldBeforeStartingIt() throws IOException, InterruptedException {
        Path java =
                Files.createFile(Files.createDirectory(directory.resolve("bin")).resolve("java"));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"someone\"\nJAVA_VERSION=\"11.0.2\"\n");
        Nn refused = run("JAVA_HOME=" + directory, "--version");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("error: nn needs Java 17 or newer, found 11 in " + directory + "\n"
                        + "hint: set JAVA_HOME to a newer JDK\n");
    }

    private Nn run(String variable, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", variable, LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return Nn.run(directory, command);
    }

    private static void assertThatItStarts(Nn started) {
        assertThat(started.exit()).as(started.err()).isZero();
        assertThat(started.out()).startsWith(VERSION);
        assertThat(started.err()).isEmpty();
    }
}
