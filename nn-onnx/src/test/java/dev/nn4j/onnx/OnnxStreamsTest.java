// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX goes through streams and arrays as through files. */
class OnnxStreamsTest {
    private static final Model MODEL =
            OnnxModels.of(ComponentRegistry.standard().activation("tanh"), Task.BINARY, Scaling.STANDARD);

    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseOfTheFile() throws IOException {
        Path file = folder.resolve("model.onnx");
        OnnxFile.write(MODEL, file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxFile.write(
                MODEL, out, OnnxFile.DEFAULT_OPSET, ComponentRegistry.builder().build());
        assertThat(OnnxFile.toBytes(MODEL)).isEqualTo(Files.readAllBytes(file)).isEqualTo(out.toByteArray());
    }

    @Test
    void aNetworkIsTheSameWhereverItIsReadFrom() throws IOException {
        byte[] bytes = OnnxFile.toBytes(MODEL);
        float[] parameters = MODEL.network().parameters();
        assertThat(OnnxFile.read(bytes).model().network().parameters()).containsExactly(parameters);
        assertThat(OnnxFile.read(new ByteArrayInputStream(bytes))
                        .model()
                        .network()
                        .parameters())
                .containsExactly(parameters);
        assertThat(OnnxFile.describe(ByteSource.of(bytes)).bytes()).isEqualTo(bytes.length);
    }

    @Test
    void whatIsCutShortOrTooLongIsRefusedByItsName() {
        byte[] bytes = OnnxFile.toBytes(MODEL);
        assertThatExceptionOfType(ModelFormatException.class)
                .isThrownBy(() -> OnnxFile.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2))))
                .withMessageStartingWith("model: ");
        ByteSource limited =
                ByteSource.of(new ByteArrayInputStream(bytes)).named("upload").atMost(100);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> OnnxFile.read(limited, ComponentRegistry.standard(), Optional.empty()))
                .withMessageStartingWith("upload: has more than 100 bytes");
    }
}
