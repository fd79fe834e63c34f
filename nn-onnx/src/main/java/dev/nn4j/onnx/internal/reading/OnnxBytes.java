// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.internal.file.RegularFile;
import dev.nn4j.io.internal.model.Faults;
import dev.nn4j.io.internal.model.FileKind;
import dev.nn4j.onnx.internal.proto.ModelProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the message of an ONNX file; its tensors stay where they lie in the file's bytes. */
public final class OnnxBytes {
    /** protobuf's own limit. */
    public static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    /**
     * A file that was read.
     *
     * @param model what is in it
     * @param bytes its size
     */
    public record Content(ModelProto model, long bytes) {}

    private OnnxBytes() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws ModelFormatException if it is no ONNX file; the message does not name the file
     */
    public static Content read(Path file) throws IOException {
        try (FileChannel channel = RegularFile.open(file)) {
            long size = channel.size();
            Faults.require(size <= MOST_BYTES, "has " + size + " bytes; an ONNX file has at most " + MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // a read may give fewer bytes than asked for
            }
            byte[] content = bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
            return new Content(parse(content), content.length);
        }
    }

    /** The message of these bytes, which must not change afterwards. */
    static ModelProto parse(byte[] bytes) throws IOException {
        FileKind.requireNoOtherThanOnnx(Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.PREFIX_BYTES)));
        try {
            OnnxScan.requireModest(bytes, ModelProto.getDescriptor());
            CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            in.enableAliasing(true);
            in.setRecursionLimit(OnnxScan.MOST_NESTING);
            ModelProto model = ModelProto.parseFrom(in);
            if (!model.hasGraph()) {
                throw new ModelFormatException(Reason.NOT_A_MODEL, "is not an ONNX model; it has no graph");
            }
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw Faults.corrupt("is damaged, or not an ONNX model: " + e.getMessage());
        }
    }
}
