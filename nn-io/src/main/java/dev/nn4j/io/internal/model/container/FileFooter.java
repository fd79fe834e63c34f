// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.file.Content;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.proto.Footer;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The last {@value Format#FOOTER_BYTES} bytes of a file.
 *
 * @param bodyBytes bytes before it
 * @param sha256 of those bytes, in lower-case hexadecimal
 */
public record FileFooter(long bodyBytes, String sha256) {
    /** As a message that holds nothing else: its bytes are the footer with tag and length. */
    public byte[] encode() {
        Footer footer = Footer.newBuilder()
                .setBodyLength(bodyBytes)
                .setSha256(ByteString.copyFrom(HexFormat.of().parseHex(sha256)))
                .setEndMagic(~Format.MAGIC)
                .build();
        return ModelFile.newBuilder().setFooter(footer).build().toByteArray();
    }

    public static FileFooter read(Content content, long fileBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Format.FOOTER_BYTES);
        long from = fileBytes - bytes.capacity();
        while (bytes.hasRemaining()) {
            if (content.read(bytes, from + bytes.position()) < 0) {
                throw Faults.corrupt("was cut short while it was read; try again");
            }
        }
        return decode(bytes.array());
    }

    private static FileFooter decode(byte[] bytes) throws IOException {
        int tagAndLength = 3;
        byte[] inner = Arrays.copyOfRange(bytes, tagAndLength, bytes.length);
        FileFooter decoded;
        try {
            Footer footer = Footer.parseFrom(inner);
            decoded = new FileFooter(
                    footer.getBodyLength(),
                    HexFormat.of().formatHex(footer.getSha256().toByteArray()));
        } catch (IOException e) {
            throw Faults.corrupt("its last " + Format.FOOTER_BYTES + " bytes are no footer");
        }
        // one way to write it, so the bytes themselves can be compared
        Faults.require(
                decoded.sha256.length() == 64 && Arrays.equals(decoded.encode(), bytes),
                "its last " + Format.FOOTER_BYTES + " bytes are no footer");
        return decoded;
    }
}
