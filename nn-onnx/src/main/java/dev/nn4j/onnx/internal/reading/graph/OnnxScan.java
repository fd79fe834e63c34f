// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.graph;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.Descriptors.Descriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.nn4j.io.internal.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Counts the fields of a message before any object is made of it: even empty messages cost memory. */
final class OnnxScan {
    /** Enough for 10 000 layers; numbers do not count, they lie packed in one field for each tensor. */
    static final int MOST_FIELDS = 1 << 20;

    static final int MOST_NESTING = 32;

    private final CodedInputStream in;
    private int fieldsLeft = MOST_FIELDS;

    private OnnxScan(CodedInputStream in) {
        this.in = in;
    }

    static void requireModest(byte[] bytes, Descriptor type) throws IOException {
        new OnnxScan(CodedInputStream.newInstance(bytes)).message(type, 0);
    }

    private void message(Descriptor type, int depth) throws IOException {
        Faults.require(
                depth <= MOST_NESTING, "its messages nest more than " + MOST_NESTING + " deep, the most allowed");
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Faults.require(--fieldsLeft >= 0, "has more than " + MOST_FIELDS + " fields, the most allowed");
            int wireType = WireFormat.getTagWireType(tag);
            Faults.require(
                    wireType != WireFormat.WIRETYPE_START_GROUP && wireType != WireFormat.WIRETYPE_END_GROUP,
                    "holds a group, which ONNX does not have");
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (isMessage(field) && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                int limit = in.pushLimit(in.readRawVarint32());
                message(field.getMessageType(), depth + 1);
                in.popLimit(limit);
            } else {
                in.skipField(tag);
            }
        }
    }

    private static boolean isMessage(@Nullable FieldDescriptor field) {
        return field != null && field.getJavaType() == JavaType.MESSAGE;
    }
}
