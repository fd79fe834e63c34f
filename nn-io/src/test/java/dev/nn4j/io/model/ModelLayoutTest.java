// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.io.TestModels;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other readers may rely on, byte by byte. */
class ModelLayoutTest {
    private static final int FOOTER_BYTES = 55;

    @TempDir
    Path folder;

    private byte[] bytes;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("model.nn");
        dev.nn4j.io.ModelFile.write(TestModels.binary(), file);
        bytes = Files.readAllBytes(file);
    }

    @Test
    void aFileStartsWithTheMagic() {
        assertThat(Arrays.copyOf(bytes, 9)).isEqualTo(HexFormat.of().parseHex("094e4e4d4f44454c1a"));
    }

    @Test
    void theLast55BytesAreTheFooter() throws GeneralSecurityException {
        int body = bytes.length - FOOTER_BYTES;
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, body));
        ByteBuffer footer = ByteBuffer.allocate(FOOTER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        footer.put(HexFormat.of().parseHex("fa7f34"))
                .put((byte) 0x09)
                .putLong(body)
                .put((byte) 0x12)
                .put((byte) 32)
                .put(sha256)
                .put((byte) 0x19)
                .putLong(~0x1A4C45444F4D4E4EL);

        assertThat(Arrays.copyOfRange(bytes, body, bytes.length)).isEqualTo(footer.array());
    }

    @Test
    void topLevelFieldsAscend() throws IOException {
        List<Integer> fields = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            fields.add(tag >>> 3);
            in.skipField(tag);
        }
        assertThat(fields).containsExactly(1, 2, 3, 4, 6, 7, 10, 10, 10, 10, 10, 10, 10, 2047);
    }

    @Test
    void theFileIsOneMessageForAnyProtobufRuntime() throws IOException {
        ModelFile file = ModelFile.parseFrom(bytes);

        assertThat(file.getTensorsList().stream().map(Tensor::getName))
                .containsExactly("l0/weight", "l0/bias", "l2/weight", "l2/bias", "pre/shift", "pre/scale", "golden/y");
        assertThat(file.getTensors(0).getDimsList()).containsExactly(3L, 4L);
        assertThat(file.getEnvelope().getBodyLength()).isEqualTo(bytes.length - FOOTER_BYTES);
        assertThat(file.getEnvelope().getTensorBytes())
                .isEqualTo(file.getTensorsList().stream()
                        .mapToLong(tensor -> tensor.getData().size())
                        .sum());
        assertThat(file.getNetwork().getLayers(0).getActivation().getId()).isEqualTo("leaky-relu");
        assertThat(file.getNetwork().getLayers(0).getActivation().getProvider()).isEqualTo("nn4j");
        assertThat(file.getNetwork().getLayers(0).getActivation().getParams(0).getF64())
                .isEqualTo(0.25);
    }

    @Test
    void tensorsAreLittleEndianFloatsWithTheirCrc() throws IOException {
        Tensor weights = ModelFile.parseFrom(bytes).getTensors(0);
        ByteBuffer data = ByteBuffer.wrap(weights.getData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 crc = new CRC32();
        crc.update(weights.getData().toByteArray());

        assertThat(weights.getCrc32()).isEqualTo((int) crc.getValue());
        assertThat(data.getFloat(4)).isEqualTo(TestModels.binary().network().parameters()[1]);
    }

    @Test
    void theSameModelIsTheSameBytes() throws IOException {
        Path again = folder.resolve("again.nn");
        dev.nn4j.io.ModelFile.write(TestModels.binary(), again);

        assertThat(Files.readAllBytes(again)).isEqualTo(bytes);
    }

    @Test
    void theSchemaIsPublishedInTheJar() throws IOException {
        try (InputStream schema = ModelFile.class.getResourceAsStream("/META-INF/nn4j/nn-model.proto")) {
            assertThat(schema).isNotNull();
            assertThat(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("message ModelFile {");
        }
    }
}
