// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.Descriptors.Descriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.nn4j.io.internal.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a section before any object is made of it. protobuf merges what is there twice and drops what has the
 * wrong wire type, both in silence; here they are refused, and the number of fields is bounded. There may be many fields,
 * so nothing is made for one that is right, not even the words that would refuse it.
 */
final class SectionScan {
    private final CodedInputStream in;
    private int fieldsLeft;

    private SectionScan(CodedInputStream in, int fieldsLeft) {
        this.in = in;
        this.fieldsLeft = fieldsLeft;
    }

    /**
     * Scans a section.
     *
     * @param mostFields how many fields it may have, those of its messages included
     * @return how many fields are left of that
     */
    static int scan(byte[] section, Descriptor type, int mostFields) throws IOException {
        SectionScan scan = new SectionScan(CodedInputStream.newInstance(section), mostFields);
        scan.message(type);
        return scan.fieldsLeft;
    }

    private void message(Descriptor type) throws IOException {
        long seen = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (--fieldsLeft < 0) {
                throw Faults.corrupt(
                        "its metadata has more than " + Format.MOST_METADATA_FIELDS + " fields, the most allowed");
            }
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field != null) {
                requireWireType(field, WireFormat.getTagWireType(tag));
                if (!field.isRepeated()) {
                    requireFirst(seen, field);
                    seen |= bit(field);
                }
            }
            value(field, tag);
        }
    }

    private void value(@Nullable FieldDescriptor field, int tag) throws IOException {
        int wireType = WireFormat.getTagWireType(tag);
        Faults.require(
                wireType != WireFormat.WIRETYPE_START_GROUP && wireType != WireFormat.WIRETYPE_END_GROUP,
                "it holds a group, which the format does not have");
        if (field == null || field.getJavaType() != JavaType.MESSAGE) {
            in.skipField(tag);
            return;
        }
        int limit = in.pushLimit(in.readRawVarint32());
        message(field.getMessageType());
        in.popLimit(limit);
    }

    private static void requireFirst(long seen, FieldDescriptor field) {
        if ((seen & bit(field)) != 0) {
            throw Faults.corrupt(field.getContainingType().getName() + ": " + field.getName() + " is there twice");
        }
    }

    private static void requireWireType(FieldDescriptor field, int found) {
        int expected = field.isPacked()
                ? WireFormat.WIRETYPE_LENGTH_DELIMITED
                : field.getLiteType().getWireType();
        if (found != expected) {
            throw Faults.corrupt(field.getContainingType().getName() + ": " + field.getName() + " has wire type "
                    + found + ", the schema says " + expected);
        }
    }

    /**
     * One of 64, which no message comes near to: fields from below, oneofs, whose fields exclude each other, from above.
     */
    private static long bit(FieldDescriptor field) {
        return field.getRealContainingOneof() == null
                ? 1L << field.getIndex()
                : Long.MIN_VALUE >>> field.getRealContainingOneof().getIndex();
    }
}
