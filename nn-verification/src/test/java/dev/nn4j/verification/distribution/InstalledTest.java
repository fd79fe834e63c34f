// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nn4j.verification.Nn;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nn as users have it: copied, moved, linked, shared, cut short; with the class data that it keeps for faster starts. */
class InstalledTest {
    private static final int MOST_ATTEMPTS = 20;

    /** An install that has been used, so that it holds class data. */
    @TempDir
    private static Path used;

    @TempDir
    private Path directory;

    private Path work;

    @BeforeAll
    static void useAnInstall() throws IOException, InterruptedException {
        Installed.at(Installed.fresh(used.resolve("nn")), used).succeed("--version");
        assertThat(kept(used.resolve("nn/cache"), ".archive")).isNotEmptyFile();
    }

    @BeforeEach
    void aFolderToWorkIn() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
    }

    @Test
    void copiedWhileTheOriginalIsThere() throws IOException, InterruptedException {
        Installed copy = Installed.at(Installed.copy(used.resolve("nn"), directory.resolve("copy")), work);
        copy.doesEverything();
        assertThat(Files.readString(kept(directory.resolve("copy/cache"), ".note")))
                .startsWith(directory.resolve("copy").toRealPath() + "\n");
    }

    @Test
    void copiedToWhereNoClassDataCanBeMade() throws IOException, InterruptedException {
        Path copy = Installed.copy(used.resolve("nn"), directory.resolve("copy"));
        Path cksum = Files.createDirectory(directory.resolve("tools")).resolve("cksum");
        Files.writeString(cksum, "#!/bin/sh\nexit 1\n");
        assertThat(cksum.toFile().setExecutable(true)).isTrue();
        Installed.at(copy, work)
                .with("PATH=" + cksum.getParent() + ":" + System.getenv("PATH"))
                .startsAndReads();
    }

    @Test
    void movedAndLinked() throws IOException, InterruptedException {
        Path copy = Installed.copy(used.resolve("nn"), directory.resolve("copy"));
        Path moved = Files.move(copy, directory.resolve("moved"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), moved);
        Installed.at(moved, work).startsAndReads();
        Installed.at(link, work).starts();
        Files.delete(link); // JUnit warns of links that lead out of its directory
    }

    @Test
    void whereNothingCanBeWrittenWithAndWithoutClassData() throws IOException, InterruptedException {
        Path fresh = Installed.fresh(directory.resolve("fresh"));
        List<String> asUsed = names(used.resolve("nn"));
        List<String> asBuilt = names(fresh);
        readOnly(used.resolve("nn")).startsAndReads();
        readOnly(fresh).startsAndReads();
        assertThat(names(used.resolve("nn"))).isEqualTo(asUsed);
        assertThat(names(fresh)).isEqualTo(asBuilt);
    }

    @Test
    void aCopyWithTheClassDataOfAnotherPlaceThatCannotBeWritten() throws IOException, InterruptedException {
        readOnly(Installed.copy(used.resolve("nn"), directory.resolve("copy"))).startsAndReads();
    }

    @Test
    void whereTheCacheHasNoRoomOrIsNoDirectory() throws IOException, InterruptedException {
        Path home = Installed.fresh(directory.resolve("nn"));
        Path file = Files.writeString(directory.resolve("file"), "mine");
        Installed.at(home, work).with("NN_CACHE=" + file).startsAndReads();
        assertThat(file).hasContent("mine");

        assumeTrue(Installed.canHaveViews(), "who runs the tests may mount nothing");
        Path small = Files.createDirectory(directory.resolve("small"));
        for (String size : List.of("16k", "1m")) {
            Installed.at(home, work)
                    .with("NN_CACHE=" + small)
                    .whereOnly("mount -t tmpfs -o size=" + size + " none '" + small + "'")
                    .starts();
        }
    }

    /** Not by permissions alone, which do not count for root. */
    private Installed readOnly(Path home) throws IOException, InterruptedException {
        assumeTrue(Installed.canHaveViews(), "who runs the tests may mount nothing");
        return Installed.at(home, work)
                .whereOnly("mount --bind '%1$s' '%1$s'; mount -o remount,bind,ro '%1$s'".formatted(home));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** Each keeps what short commands take. */
    @Test
    void twoInstallsThatShareACache() throws IOException, InterruptedException {
        Path cache = directory.resolve("cache");
        Path other = Installed.fresh(directory.resolve("other"));
        for (Path home : List.of(used.resolve("nn"), other, used.resolve("nn"))) {
            new Installed(home, work, List.of("NN_CACHE=" + cache)).starts();
        }
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files.filter(file -> file.toString().endsWith(".archive")))
                    .hasSize(2);
        }
    }

    @Test
    void inALocaleWithoutUmlautsAndAFolderWithThem() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(directory.resolve("größe"));
        Installed nn = Installed.at(Archives.untar(folder), work).with("LC_ALL=C", "LANG=");
        nn.startsAndReads();
        Files.writeString(work.resolve("größe.csv"), "länge,größe\n1,klein\n2,groß\n3,groß\n4,klein\n");
        Files.writeString(work.resolve("wörter"), "--data größe.csv --target größe # Bemerkung ü\n");
        Nn written = nn.succeed("new", "@wörter");
        assertThat(written.out()).contains("\"größe\"");
    }

    @Test
    void unpackedFromTheZip() throws IOException, InterruptedException {
        Installed.at(Archives.unzip(Files.createDirectory(directory.resolve("zip"))), work)
                .startsAndReads();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "empty", "longer"})
    void anArchiveThatIsNotWhatItWasIsMadeAnew(String how) throws IOException, InterruptedException {
        Path home = used.resolve("spoilt");
        if (!Files.exists(home)) { // who has made an archive anew leaves a whole one to the next
            Installed.copy(used.resolve("nn"), home);
        }
        Installed nn = Installed.at(home, work);
        nn.succeed("--version");
        Path archive = kept(home.resolve("cache"), ".archive");
        byte[] whole = Files.readAllBytes(archive);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        spoil(archive, how);

        assertThat(nn.succeed("--version").out()).startsWith("nn ");
        assertThat(nn.succeed("new", "--template", "binary").out()).contains("\"network\"");
        assertThat(archive).isNotEmptyFile();
        assertThat(Files.size(archive)).isBetween(whole.length / 2L, whole.length * 2L);
    }

    @Test
    void afterAFirstRunThatWasKilledTheNextMakesTheArchive() throws IOException, InterruptedException {
        Path home = killedInItsFirstRun();
        Path cache = home.resolve("cache");

        Installed nn = Installed.at(home, work);
        nn.succeed("--version");
        assertThat(kept(cache, ".archive")).isNotEmptyFile();
        assertThat(keptAll(cache, ".making")).isEmpty();
    }

    /** Again and again, until one is not faster than who kills it. */
    private Path killedInItsFirstRun() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Path home = Installed.fresh(directory.resolve("nn" + attempt));
            ProcessBuilder first = new ProcessBuilder(home.resolve("bin/nn").toString(), "--version");
            first.environment().put("JAVA_HOME", System.getProperty("java.home"));
            first.environment().remove("NN_CACHE");
            Process process = first.redirectErrorStream(true).start();
            while (process.isAlive() && !isMakingAnArchive(home)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            process.destroyForcibly().waitFor();
            if (isMakingAnArchive(home)) {
                return home;
            }
        }
        throw new AssertionError("no archive was being made in any of " + MOST_ATTEMPTS + " first runs");
    }

    private static boolean isMakingAnArchive(Path home) throws IOException {
        Path cache = home.resolve("cache");
        return Files.exists(cache) && !keptAll(cache, ".making").isEmpty();
    }

    @Test
    void aJarOfTheSameNameAndAnotherContentEndsAnArchive() throws IOException, InterruptedException {
        Path home = Installed.copy(used.resolve("nn"), directory.resolve("nn"));
        Installed nn = Installed.at(home, work);
        nn.succeed("--version");
        String before = Files.readString(kept(home.resolve("cache"), ".note"));
        Path jar = kept(home.resolve("lib"), "nn-losses");
        rewrite(jar);
        nn.starts();
        assertThat(Files.readString(kept(home.resolve("cache"), ".note"))).isNotEqualTo(before);
    }

    @Test
    void whatTheEnvironmentGivesEveryJvmIsNotAnnounced() throws IOException, InterruptedException {
        Installed nn = Installed.at(used.resolve("nn"), work)
                .with("JAVA_TOOL_OPTIONS=-Xmx300m", "JDK_JAVA_OPTIONS=-Dx=*", "_JAVA_OPTIONS=-Xms10m");
        assertThat(nn.succeed("--version").err()).isEmpty();
    }

    @Test
    void withoutAHomeATerminalOrStdin() throws IOException, InterruptedException {
        Path launcher = used.resolve("nn/bin/nn");
        for (String line : List.of(
                "env -i PATH=\"$PATH\" JAVA_HOME=\"$JAVA_HOME\" '" + launcher + "' --version <&-",
                "CDPATH=/ HOME=/nowhere TMPDIR=/nowhere '" + launcher + "' --version",
                "umask 777; '" + launcher + "' --version")) {
            Nn run = Nn.run(work, List.of("sh", "-c", line));
            assertThat(run.exit()).as("%s: %s", line, run.err()).isZero();
            assertThat(run.out()).startsWith("nn ");
            assertThat(run.err()).isEmpty();
        }
    }

    private static void spoil(Path archive, String how) throws IOException {
        switch (how) {
            case "cut" -> {
                try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
            case "empty" -> Files.write(archive, new byte[0]);
            default -> Files.write(archive, new byte[4096], StandardOpenOption.APPEND);
        }
    }

    /** Gives a jar another checksum and the same classes: a comment at its end. */
    private static void rewrite(Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length - 2] = 1; // the comment's length
        Files.write(jar, bytes);
        Files.write(jar, new byte[] {'x'}, StandardOpenOption.APPEND);
    }

    private static Path kept(Path folder, String part) throws IOException {
        List<Path> files = keptAll(folder, part);
        assertThat(files).as(part).isNotEmpty();
        return files.get(0);
    }

    private static List<Path> keptAll(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .toList();
        }
    }
}
