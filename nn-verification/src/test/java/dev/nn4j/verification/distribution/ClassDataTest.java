// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.verification.Built;
import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/nn} keeps class data for faster starts where it can, and nobody notices but by the clock. */
class ClassDataTest {
    private static final String LOG_SOURCES = "-Xlog:class+load:stderr";

    /** Where a first run has kept what it keeps, and what it said. */
    @TempDir
    private static Path made;

    private static Nn first;

    @TempDir
    private Path directory;

    private Path cache;

    @BeforeAll
    static void aFirstRun() throws IOException, InterruptedException {
        first = version(made, made.resolve("cache"), "");
    }

    /** As the first run has left it: making an archive takes longer than all that is asked of one here. */
    @BeforeEach
    void aCacheAfterAFirstRun() throws IOException, InterruptedException {
        cache = Installed.copy(made.resolve("cache"), directory.resolve("a cache"));
    }

    @Test
    void theFirstRunMakesAnArchiveForThisJavaAndTheNextUsesIt() throws IOException, InterruptedException {
        assertThatItStarts(first);
        assertThat(archives()).singleElement().satisfies(this::isForThisJava);

        Nn second = version(cache, LOG_SOURCES);

        assertThat(second.out()).isEqualTo(version(Path.of("off"), "").out());
        assertThat(sourcesOfMain(second)).allMatch(line -> line.contains("source: shared objects file"));
        assertThat(archives()).hasSize(1);
        assertThat(files()).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenItGoesWithout() throws IOException, InterruptedException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatItStarts(version(file.resolve("cache"), ""));
        assertThat(file).isEmptyFile();
    }

    @Test
    void whileAnotherRunMakesTheArchiveItGoesWithout() throws IOException, InterruptedException {
        Path archive = archives().get(0);
        Files.delete(archive);
        Path making = archive.resolveSibling(archive.getFileName().toString().replace(".archive", ".making"));
        Files.createSymbolicLink(
                making, Path.of(Long.toString(ProcessHandle.current().pid())));
        assertThatItStarts(version(cache, ""));
        assertThat(archives()).isEmpty();
        assertThat(making).isSymbolicLink();
        Files.delete(making); // JUnit warns of links that lead nowhere
    }

    /** As where power failed: pages are lost, size and time are not. */
    @Test
    void anArchiveThatIsDamagedInsideIsMadeAnew() throws IOException, InterruptedException {
        Path archive = archives().get(0);
        FileTime time = Files.getLastModifiedTime(archive);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        byte[] bytes = Files.readAllBytes(archive);
        Arrays.fill(bytes, 1_000_000, bytes.length / 2, (byte) 0);
        Files.write(archive, bytes);
        Files.setLastModifiedTime(archive, time);

        assertThatItStarts(version(cache, ""));
        assertThat(Files.readAllBytes(archives().get(0))).isNotEqualTo(bytes);
        assertThat(sourcesOfMain(version(cache, LOG_SOURCES))).allMatch(line -> line.contains("shared objects file"));
    }

    /** Layers of images and copies change times, and a directory has many names; neither makes other class data. */
    @Test
    void neitherTimesNorTheNameOfTheCacheMakeAnArchiveStale() throws IOException, InterruptedException {
        Path archive = archives().get(0);
        FileTime later =
                FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(3600));
        Files.setLastModifiedTime(archive, later);

        Nn again =
                version(directory.resolve("..").resolve(directory.getFileName()).resolve("a cache"), LOG_SOURCES);

        assertThat(sourcesOfMain(again)).allMatch(line -> line.contains("shared objects file"));
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(later);
    }

    @Test
    void offKeepsNothing() throws IOException, InterruptedException {
        Nn run = version(Path.of("off"), LOG_SOURCES);
        assertThat(sourcesOfMain(run)).noneMatch(line -> line.contains("shared objects file"));
        assertThat(directory.resolve("off")).doesNotExist();
    }

    private Nn version(Path cacheDirectory, String javaOptions) throws IOException, InterruptedException {
        return version(directory, cacheDirectory, javaOptions);
    }

    private static Nn version(Path folder, Path cacheDirectory, String javaOptions)
            throws IOException, InterruptedException {
        Path launcher = Built.distribution().resolve("bin/nn");
        return Nn.run(
                folder,
                List.of(
                        "env",
                        "NN_CACHE=" + cacheDirectory,
                        "NN_JAVA_OPTS=" + javaOptions,
                        launcher.toString(),
                        "--version"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private List<Path> archives() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".archive"))
                .toList();
    }

    private void isForThisJava(Path archive) {
        assertThat(archive.getFileName().toString())
                .startsWith("java-" + System.getProperty("java.version"))
                .endsWith(".archive");
        assertThat(archive).isNotEmptyFile();
    }

    private static List<String> sourcesOfMain(Nn run) {
        List<String> lines = run.err()
                .lines()
                .filter(line -> line.contains(" dev.nn4j.cli.Main source: "))
                .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static void assertThatItStarts(Nn run) {
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("nn " + System.getProperty("nn.version"));
        assertThat(run.err()).isEmpty();
    }
}
