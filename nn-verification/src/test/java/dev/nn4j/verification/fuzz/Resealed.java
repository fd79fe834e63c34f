// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.fuzz;

import dev.nn4j.io.internal.proto.Footer;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Makes checksums and lengths of an edited file right, so that they hide nothing behind them. */
public final class Resealed {
    private static final long MAGIC = 0x1A4C45444F4D4E4EL;

    private Resealed() {}

    /**
     * The file's bytes.
     *
     * @param truthful whether the envelope shall count the tensors that are there; else it stays as it was edited
     */
    public static byte[] bytes(ModelFile.Builder file, boolean truthful) {
        ModelFile.Builder sealed = file.clone().clearFooter();
        long tensorBytes = 0;
        for (Tensor.Builder tensor : sealed.getTensorsBuilderList()) {
            tensor.setCrc32(crc32(tensor.getData()));
            tensorBytes += tensor.getData().size();
        }
        if (truthful) {
            sealed.getEnvelopeBuilder().setTensorCount(sealed.getTensorsCount()).setTensorBytes(tensorBytes);
        }
        return withFooter(body(sealed));
    }

    /** A body and the footer that belongs to it. */
    public static byte[] withFooter(byte[] body) {
        Footer footer = Footer.newBuilder()
                .setBodyLength(body.length)
                .setSha256(ByteString.copyFrom(sha256(body)))
                .setEndMagic(~MAGIC)
                .build();
        byte[] tail = ModelFile.newBuilder().setFooter(footer).build().toByteArray();
        return ByteString.copyFrom(body).concat(ByteString.copyFrom(tail)).toByteArray();
    }

    /** The length's own size does not change with its value: it takes eight bytes, and is never zero. */
    private static byte[] body(ModelFile.Builder file) {
        file.setMagic(MAGIC).getEnvelopeBuilder().setBodyLength(1);
        file.getEnvelopeBuilder().setBodyLength(file.build().getSerializedSize());
        return file.build().toByteArray();
    }

    private static int crc32(ByteString data) {
        CRC32 crc = new CRC32();
        crc.update(data.toByteArray());
        return (int) crc.getValue();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
