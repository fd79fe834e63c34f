// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a section before any object is made of it. protobuf merges what is there twice and drops what has the
 * wrong wire type, both in silence; here they are refused, and the number of fields is bounded.
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
        Set<Integer> seen = new HashSet<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Faults.require(
                    --fieldsLeft >= 0,
                    "its metadata has more than " + Format.MOST_METADATA_FIELDS + " fields, the most allowed");
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field != null) {
                requireWireType(field, WireFormat.getTagWireType(tag));
                Faults.require(
                        field.isRepeated() || seen.add(identity(field)),
                        type.getName() + ": " + field.getName() + " is there twice");
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

    private static void requireWireType(FieldDescriptor field, int found) {
        int expected = field.isPacked()
                ? WireFormat.WIRETYPE_LENGTH_DELIMITED
                : field.getLiteType().getWireType();
        Faults.require(
                found == expected,
                field.getContainingType().getName() + ": " + field.getName() + " has wire type " + found
                        + ", the schema says " + expected);
    }

    /** Fields of one oneof exclude each other, so they count as one. */
    private static int identity(FieldDescriptor field) {
        return field.getRealContainingOneof() == null
                ? field.getNumber()
                : -1 - field.getRealContainingOneof().getIndex();
    }
}
