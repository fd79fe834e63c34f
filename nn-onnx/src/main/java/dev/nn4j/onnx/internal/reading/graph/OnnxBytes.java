// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.api.ModelFormatException;
import dev.nn4j.api.ModelFormatException.Reason;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.FileKind;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException;
import dev.nn4j.io.internal.protobuf.UnsafeByteOperations;
import dev.nn4j.onnx.internal.proto.ModelProto;
import java.io.IOException;
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
     * Reads the bytes of a file, which must not change afterwards.
     *
     * @throws ModelFormatException if it is no ONNX file; the message does not name the file
     */
    public static Content read(byte[] bytes) throws IOException {
        return new Content(parse(bytes), bytes.length);
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
