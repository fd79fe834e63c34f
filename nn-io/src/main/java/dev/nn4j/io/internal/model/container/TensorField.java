// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.stored.TensorSpec;
import dev.nn4j.io.internal.model.stored.Tensors;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.proto.Tensor;
import dev.nn4j.io.internal.protobuf.CodedOutputStream;
import dev.nn4j.io.internal.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One tensor as it stands in the file: a few bytes about it, then its data, which is never copied as a whole. */
public final class TensorField {
    private final byte[] head;
    private final TensorBytes data;
    private final long bytes;

    public TensorField(Tensors tensors, TensorSpec spec) throws IOException {
        this.data = new TensorBytes(tensors.of(spec));
        byte[] inner = inner(spec, data.crc32());
        this.head = outer(inner, spec.bytes());
        this.bytes = head.length + spec.bytes();
    }

    public long bytes() {
        return bytes;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        data.writeTo(out);
    }

    /** The message up to its data, the data's tag and length included. */
    private static byte[] inner(TensorSpec spec, int crc32) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        Tensor.newBuilder()
                .setName(spec.name())
                .setDtype(spec.type())
                .addAllDims(spec.dims())
                .setCrc32(crc32)
                .build()
                .writeTo(out);
        out.writeTag(Tensor.DATA_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt64NoTag(spec.bytes());
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] outer(byte[] inner, long dataBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(ModelFile.TENSORS_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt64NoTag(inner.length + dataBytes);
        out.writeRawBytes(inner);
        out.flush();
        return bytes.toByteArray();
    }
}
