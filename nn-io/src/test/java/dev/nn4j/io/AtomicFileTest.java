// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Cases are numbered in docs/model-format.md. */
class AtomicFileTest {
    private static final int LENGTH = 100_000;

    /** Not even by the superuser. */
    private static final Path NEVER_WRITABLE = Path.of("/sys");

    @TempDir
    Path folder;

    @Test
    void writesANewFileAndReplacesAnOldOne() throws IOException {
        Path file = folder.resolve("out.txt");
        AtomicFile.write(file, out -> out.write('a'));
        assertThat(file).hasContent("a");
        AtomicFile.write(file, out -> out.write("bc".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("bc");
        assertThat(folder.toFile().list()).containsExactly("out.txt");
    }

    @Test
    void contentMayCloseTheStream() throws IOException {
        Path file = folder.resolve("out.txt");
        AtomicFile.write(file, out -> {
            out.write('a');
            out.close();
        });
        assertThat(file).hasContent("a");
    }

    @Test
    void contentThatGivesUpLeavesTheOldFileAndNoOther() throws IOException {
        Path file = folder.resolve("out.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("out.txt");
    }

    @Test
    void theOldFileIsWholeWhileTheNewOneIsWritten() throws IOException {
        Path file = folder.resolve("out.txt");
        Files.writeString(file, "old");
        AtomicFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void case053_aFolderIsRefused() {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder; name a file");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("missing").resolve("out.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": there is no such file or folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void case054_aSymbolicLinkStays() throws IOException {
        Path file = folder.resolve("real.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real.txt"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain.txt"), link);
        AtomicFile.write(chain, out -> out.write('a'));
        AtomicFile.write(link, out -> out.write('b'));

        assertThat(link).isSymbolicLink();
        assertThat(chain).isSymbolicLink();
        assertThat(file).isRegularFile().hasContent("b");
    }

    @Test
    @EnabledIf("hasFolderThatCannotBeWritten")
    void case052_aFolderThatCannotBeWrittenIsRefused() {
        Path file = NEVER_WRITABLE.resolve("out.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(1)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void case055_ofTwoWritersOneLeavesAWholeFileAndNeitherASecond() throws Exception {
        Path file = folder.resolve("out.bin");
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Void>> both = List.of(repeatedly(file, 'a'), repeatedly(file, 'b'));
            for (Future<Void> writer : writers.invokeAll(both)) {
                writer.get();
            }
        } finally {
            writers.shutdown();
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(LENGTH);
        for (byte value : bytes) {
            assertThat(value).isEqualTo(bytes[0]);
        }
        assertThat(folder.toFile().list()).containsExactly("out.bin");
    }

    private static Callable<Void> repeatedly(Path file, char filling) {
        return () -> {
            for (int i = 0; i < 20; i++) {
                AtomicFile.write(file, out -> {
                    for (int at = 0; at < LENGTH; at++) {
                        out.write(filling);
                    }
                });
            }
            return null;
        };
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksThatGoRoundAreRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("link.txt"));
        assertThatThrownBy(() -> AtomicFile.write(link, out -> out.write('a')))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(link.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsOfTheOldFileAreKept() throws IOException {
        Path file = folder.resolve("out.txt");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        AtomicFile.write(file, out -> out.write('a'));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsWrittenToAndStays() throws IOException {
        Path device = Path.of("/dev/null");
        AtomicFile.write(device, out -> out.write('a'));
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    @Test
    @EnabledIf("hasFullDevice")
    void case050_aFullDiskNamesTheFile() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), out -> out.write('a')))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("/dev/full: ");
    }

    static boolean hasFolderThatCannotBeWritten() {
        return Files.isDirectory(NEVER_WRITABLE);
    }

    static boolean hasFullDevice() {
        return Files.exists(Path.of("/dev/full"));
    }
}
