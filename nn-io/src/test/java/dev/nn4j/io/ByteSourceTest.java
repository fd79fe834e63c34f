// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models come from streams, arrays and resources as they do from files, and go there. */
class ByteSourceTest {
    private static final Model MODEL = TestModels.mixed();
    private static final byte[] BYTES = ModelFile.toBytes(MODEL);
    private static final ComponentRegistry REGISTRY = TestModels.REGISTRY;

    @TempDir
    Path folder;

    /** Gives a byte at a time, and notes whether it was closed. */
    private static final class SlowStream extends InputStream {
        private final InputStream in;
        boolean closed;

        SlowStream(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            return in.read(into, from, Math.min(count, 1));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Never ends. */
    private static final class Endless extends InputStream {
        long given;

        @Override
        public int read() {
            given++;
            return 9;
        }
    }

    private static byte[] longer(int by) {
        return Arrays.copyOf(BYTES, BYTES.length + by);
    }

    @Test
    void theBytesOfAModelAreThoseOfItsFile() throws IOException {
        Path file = folder.resolve("model.nn");
        ModelFile.write(MODEL, file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(MODEL, out);
        assertThat(BYTES).isEqualTo(Files.readAllBytes(file)).isEqualTo(out.toByteArray());
    }

    @Test
    void aModelIsTheSameWhereverItIsReadFrom() throws IOException {
        assertThat(ModelFile.toBytes(ModelFile.read(BYTES))).isEqualTo(BYTES);
        assertThat(ModelFile.toBytes(ModelFile.read(new ByteArrayInputStream(BYTES))))
                .isEqualTo(BYTES);
        ByteSource named = ByteSource.of(BYTES).named("flowers");
        assertThat(ModelFile.toBytes(ModelFile.read(named, REGISTRY))).isEqualTo(BYTES);
        assertThat(ModelFile.verify(named, REGISTRY).passed()).isTrue();
        assertThat(ModelFile.describe(named).bytes()).isEqualTo(BYTES.length);
        assertThat(named.readAll()).isEqualTo(BYTES);
    }

    @Test
    void aStreamIsReadToItsEndAndLeftOpen() throws IOException {
        SlowStream in = new SlowStream(BYTES);
        assertThat(ModelFile.toBytes(ModelFile.read(in))).isEqualTo(BYTES);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.closed).isFalse();
    }

    @Test
    void whatIsWrittenToAStreamIsFlushedAndTheStreamLeftOpen() throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean[] closed = new boolean[1];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) {
                kept.write(value);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        ModelFile.write(MODEL, out);
        assertThat(kept.toByteArray()).isEqualTo(BYTES);
        assertThat(closed[0]).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 63, 64, 65, 200})
    void aStreamThatIsCutShortIsRefused(int kept) {
        byte[] cut = Arrays.copyOf(BYTES, kept);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelFile.read(new ByteArrayInputStream(cut)))
                .withMessageStartingWith("model: ");
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelFile.read(ByteSource.of(cut).named("cut"), REGISTRY))
                .withMessageStartingWith("cut: ");
    }

    @Test
    void aLastByteMissingAndOneTooManyAreSaid() {
        byte[] cut = Arrays.copyOf(BYTES, BYTES.length - 1);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelFile.read(cut))
                .withMessage("model: truncated: has " + cut.length + " of " + BYTES.length
                        + " bytes; copy or write it again");
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> ModelFile.read(new ByteArrayInputStream(longer(1))))
                .withMessageContaining("has 1 bytes behind its end");
    }

    @Test
    void aStreamWithoutEndIsRefusedBeforeItFillsTheHeap() {
        Endless endless = new Endless();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        ModelFile.read(ByteSource.of(endless).named("socket").atMost(1000), REGISTRY))
                .withMessageStartingWith("socket: has more than 1000 bytes");
        assertThat(endless.given).isLessThanOrEqualTo(1001);
    }

    @Test
    void aLimitHoldsForEverySource() throws IOException {
        Path file = Files.write(folder.resolve("a.nn"), BYTES);
        for (ByteSource source : new ByteSource[] {
            ByteSource.of(file), ByteSource.of(BYTES), ByteSource.of(new ByteArrayInputStream(BYTES))
        }) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> ModelFile.read(source.atMost(BYTES.length - 1), REGISTRY))
                    .withMessageStartingWith(source.name() + ": has more than " + (BYTES.length - 1) + " bytes");
        }
        assertThat(ModelFile.read(ByteSource.of(new ByteArrayInputStream(BYTES)).atMost(BYTES.length), REGISTRY))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSource.of(BYTES).atMost(0));
    }

    @Test
    void aStreamThatFailsIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ModelFile.read(ByteSource.of(broken).named("cache"), REGISTRY))
                .withMessage("cache: connection reset");
    }

    @Test
    void aResourceIsFoundBesideAClassAndFromTheRoot() throws IOException {
        Model golden = ModelFile.readResource(ByteSourceTest.class, "v1-binary.nn");
        assertThat(golden.network().outputWidth()).isEqualTo(1);
        assertThat(ModelFile.readResource(ByteSourceTest.class::getResourceAsStream, "/dev/nn4j/io/v1-binary.nn")
                        .schema())
                .isEqualTo(golden.schema());
    }

    @Test
    void aResourceThatIsNotThereIsSaid() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ModelFile.readResource(ByteSourceTest.class, "iris.nn"))
                .withMessage(
                        "iris.nn: there is no such resource for dev.nn4j.io.ByteSourceTest; a name without a leading"
                                + " / is looked for beside the class");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> ModelFile.readResource(ByteSourceTest.class::getResourceAsStream, "iris.nn"))
                .withMessage("iris.nn: there is no such resource");
    }

    @Test
    void aCheckpointGoesThroughBytesToo() throws IOException {
        byte[] bytes =
                ByteSource.resource(ByteSourceTest.class, "v1-checkpoint.nn").readAll();
        byte[] again = CheckpointFile.toBytes(CheckpointFile.read(bytes));
        assertThat(CheckpointFile.toBytes(CheckpointFile.read(new ByteArrayInputStream(again))))
                .isEqualTo(again);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> CheckpointFile.read(BYTES))
                .withMessageStartingWith("model: ");
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> CheckpointFile.read(Arrays.copyOf(bytes, 300)))
                .withMessageStartingWith("model: truncated");
    }

    @Test
    void anArrayOfManyBuffersIsReadAtEveryPlace() throws IOException {
        byte[] many = new byte[200_000];
        Arrays.fill(many, (byte) 3);
        many[199_999] = 4;
        ByteBuffer into = ByteBuffer.allocate(10);
        try (var content = ByteSource.of(many).open()) {
            assertThat(content.read(into, 199_995)).isEqualTo(5);
            assertThat(into.get(4)).isEqualTo((byte) 4);
            assertThat(content.read(into, 200_000)).isEqualTo(-1);
        }
    }
}
