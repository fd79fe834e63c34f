// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Outputs that cannot be written, or not simply. */
class WritingCasesTest {
    /** Not even by the superuser. */
    private static final Path NEVER_WRITABLE = Path.of("/sys");

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void prepare() throws IOException {
        bench = Bench.in(folder);
    }

    @Test
    void case050_aFullDiskLeavesTheOldFileAndNoOther() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(bench.file("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk),
                "a small disk can be mounted here, which takes the superuser");
        try {
            Path file = Files.writeString(disk.resolve("model.nn"), "old");
            bench.run(
                            "train",
                            "--config",
                            bench.file("config.json"),
                            "--data",
                            bench.file("data.csv"),
                            "--set",
                            "network.layers[0].outputDim=2000",
                            "--quiet",
                            "--out",
                            file)
                    .refused(7, file + ": ");
            assertThat(file).hasContent("old");
            assertThat(disk.toFile().list()).containsExactly("model.nn");
        } finally {
            runs("umount", disk);
        }
    }

    private static boolean runs(Object... words) throws InterruptedException {
        try {
            List<String> command = List.of(words).stream().map(Object::toString).toList();
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @EnabledIf("hasFolderThatCannotBeWritten")
    void case052_aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = NEVER_WRITABLE.resolve("out.nn");
        bench.run("train", "--config", bench.file("config.json"), "--data", bench.file("data.csv"), "--out", file)
                .refused(7, NEVER_WRITABLE.toString());
    }

    static boolean hasFolderThatCannotBeWritten() {
        return Files.isDirectory(NEVER_WRITABLE);
    }

    @Test
    void case053_aFolderIsNoTarget() throws IOException {
        bench.run("train", "--config", bench.file("config.json"), "--data", bench.file("data.csv"), "--out", folder)
                .refused(7, folder + ": is a folder");
    }

    @Test
    void case054_aSymbolicLinkStaysAndItsFileIsReplaced() throws IOException {
        Path link = Files.createSymbolicLink(bench.file("link.nn"), Path.of("old.nn"));

        bench.run("train", "--config", bench.file("config.json"), "--data", bench.file("data.csv"), "--out", link)
                .succeeded();

        assertThat(link).isSymbolicLink();
        assertThat(bench.file("old.nn")).isRegularFile();
        bench.run("verify", bench.file("old.nn")).succeeded();
    }

    @Test
    void case057_anOutputMayReplaceItsOwnInput() throws IOException {
        bench.train("config.json", "data.csv").succeeded();
        Path data = bench.file("data.csv");
        bench.predict("old.nn", "data.csv").succeeded();
        String expected = Files.readString(bench.file("old.csv"));

        bench.run("predict", "--model", bench.file("old.nn"), "--data", data, "--out", data)
                .succeeded();
        assertThat(data).hasContent(expected);

        bench = Bench.in(folder);
        bench.train("config.json", "data.csv").succeeded();
        bench.train("config.json", "data.csv", "--init", bench.file("old.nn")).succeeded();
        bench.run("verify", bench.file("old.nn")).succeeded();
    }

    @Test
    void case057_aModelOverItsDataIsASlip() throws IOException {
        Path data = bench.file("data.csv");
        bench.run("train", "--config", bench.file("config.json"), "--data", data, "--out", data)
                .refused(7, data + ": is read as --data and cannot be written as --out");
    }
}
