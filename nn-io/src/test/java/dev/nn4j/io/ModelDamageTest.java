// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.io.model.Forgery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no models, or no longer; cases are numbered in docs/model-format.md. */
class ModelDamageTest {
    private static final Path UNREADABLE = Path.of("/proc/self/mem");

    @TempDir
    Path folder;

    private Path file;
    private byte[] sound;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("model.nn");
        ModelFile.write(TestModels.multiLabel(), file);
        sound = Files.readAllBytes(file);
    }

    @Test
    void case001_anEmptyFileIsNoModel() throws IOException {
        assertRefused(new byte[0], Reason.NOT_A_MODEL, "is empty, not an nn4j model");
    }

    @Test
    void case002_oneByteIsTruncatedOrNoModel() throws IOException {
        assertRefused(new byte[] {9}, Reason.CORRUPT, "truncated: has 1 of at least 65 bytes; copy or write it again");
        assertRefused(new byte[] {8}, Reason.NOT_A_MODEL, "is not an nn4j model; it starts with bytes 08");
    }

    @Test
    void case003_textIsNamed() throws IOException {
        assertRefused(
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                Reason.NOT_A_MODEL,
                "is not an nn4j model; it looks like text, perhaps a data file");
    }

    @ParameterizedTest
    @CsvSource({
        "504b030414000000, zip archive",
        "1f8b0800, gzip",
        "80027d7100, pickle",
        "894844460d0a, HDF5",
        "080712077079746f726368, ONNX",
        "7b226c6179657273223a5b5d7d, JSON",
        "deadbeef, starts with bytes DE AD BE EF"
    })
    void case004_otherKindsOfFileAreNamed(String hex, String kind) throws IOException {
        assertThat(refusal(HexFormat.of().parseHex(hex)))
                .hasMessageContaining(kind)
                .extracting(ModelFormatException::reason)
                .isEqualTo(Reason.NOT_A_MODEL);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void case005_aFolderPipeOrDeviceIsNoFile() throws IOException, InterruptedException {
        assertThatThrownBy(() -> ModelFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": is a folder, not a file");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path other : List.of(Path.of("/dev/zero"), pipe)) {
            assertThatThrownBy(() -> ModelFile.read(other))
                    .isInstanceOf(IOException.class)
                    .hasMessage(other + ": must be a regular file");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.nn");
        assertThatThrownBy(() -> ModelFile.read(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": there is no such file or folder");
    }

    /** A file that even the superuser can open and not read. */
    @Test
    @EnabledIf("hasUnreadableFile")
    void case006_anUnreadableFileIsNamed() {
        assertThatThrownBy(() -> ModelFile.read(UNREADABLE))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(UNREADABLE + ": ");
    }

    static boolean hasUnreadableFile() {
        return Files.isRegularFile(UNREADABLE);
    }

    @Test
    void case007_aTruncatedFileIsRefusedWhereverItIsCut() throws IOException {
        for (int length = 0; length < sound.length; length++) {
            assertThat(refusal(Arrays.copyOf(sound, length)).reason())
                    .as("cut to %d bytes", length)
                    .isEqualTo(length == 0 ? Reason.NOT_A_MODEL : Reason.CORRUPT);
        }
        int cut = sound.length - 100;
        assertRefused(
                Arrays.copyOf(sound, cut),
                Reason.CORRUPT,
                "truncated: has " + cut + " of " + sound.length + " bytes; copy or write it again");
    }

    @Test
    void case008_everySingleFlippedBitIsRefused() throws IOException {
        for (int bit = 0; bit < sound.length * 8; bit++) {
            byte[] flipped = sound.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(refusal(flipped)).as("bit %d", bit).isNotNull();
        }
    }

    @Test
    void case009_whatFollowsTheEndIsRefused() throws IOException {
        assertRefused(
                joined(sound, new byte[] {0}),
                Reason.CORRUPT,
                "has 1 bytes behind its end, which is at " + sound.length + "; something was appended");
    }

    @Test
    void case010_twoModelsOneBehindTheOtherAreRefused() throws IOException {
        assertRefused(
                joined(sound, sound),
                Reason.CORRUPT,
                "has " + sound.length + " bytes behind its end, which is at " + sound.length
                        + "; something was appended");
    }

    @Test
    void case011_zerosInATensorAreNamedByItsCrc() throws IOException {
        byte[] zeroed = sound.clone();
        byte[] weights = new Forgery(sound).tensor(0).getData().toByteArray();
        int at = indexOf(zeroed, weights);
        Arrays.fill(zeroed, at, at + weights.length, (byte) 0);

        assertRefused(
                zeroed, Reason.CORRUPT, "tensor 'l0/weight' is damaged: its CRC-32 differs from the one recorded");
    }

    @Test
    void case056_aModelThatIsTooLargeIsRefusedBeforeAnythingIsWritten() throws IOException {
        ModelWriter writer = ModelWriter.of(TestModels.multiLabel(), TestModels.REGISTRY);
        Files.writeString(file, "old");
        assertThatThrownBy(() -> ModelFile.write(writer, file, sound.length - 1))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": would have " + sound.length + " bytes; a model file has at most "
                        + (sound.length - 1) + ": narrow the network");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("model.nn");

        ModelFile.write(writer, file, sound.length);
        assertThat(file).hasBinaryContent(sound);
    }

    /** The file has a hole, so it takes no room. */
    @Test
    void aFileOfMoreThan2GibibytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 31);
        }
        assertThatThrownBy(() -> ModelFile.read(file, TestModels.REGISTRY))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(file + ": has 2147483648 bytes; a model file has at most 2147483647");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private void assertRefused(byte[] bytes, Reason reason, String words) throws IOException {
        ModelFormatException refusal = refusal(bytes);
        assertThat(refusal).hasMessage(file + ": " + words);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    private ModelFormatException refusal(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Throwable thrown = catchThrowable(() -> ModelFile.read(file, TestModels.REGISTRY));
        assertThat(thrown).isInstanceOf(ModelFormatException.class);
        return (ModelFormatException) thrown;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
