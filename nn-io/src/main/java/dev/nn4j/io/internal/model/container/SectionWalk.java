// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.proto.ModelFile;
import dev.nn4j.io.internal.protobuf.Descriptors.FieldDescriptor;
import dev.nn4j.io.internal.protobuf.WireFormat;
import java.io.IOException;

/** Goes through the top-level fields of a file and holds them to their order. */
public final class SectionWalk {
    private static final int AT_END = Integer.MAX_VALUE;

    private final BodyReader body;
    private int wireType;
    private int field = ModelFile.MAGIC_FIELD_NUMBER;

    public SectionWalk(BodyReader body) {
        this.body = body;
    }

    /** Reads the next tag; false at the end of the body. */
    public boolean next() throws IOException {
        if (body.remaining() == 0) {
            field = AT_END;
            return false;
        }
        long tag = body.readVarint();
        long number = tag >>> 3;
        Faults.require(isAllowed(number, (int) tag & 7), "its section " + number + " is unknown to this version");
        Faults.require(
                number > field || (number == field && number == ModelFile.TENSORS_FIELD_NUMBER),
                number == field
                        ? "its section " + name(number) + " is there twice"
                        : "its section " + name(number) + " comes after " + name(field) + "; sections must ascend");
        field = (int) number;
        wireType = (int) tag & 7;
        return true;
    }

    /** The number of the field whose tag was read. */
    public int field() {
        return field;
    }

    /** Its length. */
    public long length() throws IOException {
        return body.readLength();
    }

    /** Leaves out the sections that a reader need not know. */
    public void skipToEnd() throws IOException {
        while (field != AT_END) {
            skip();
            next();
        }
    }

    private void skip() throws IOException {
        switch (wireType) {
            case WireFormat.WIRETYPE_VARINT -> body.readVarint();
            case WireFormat.WIRETYPE_FIXED32 -> body.skip(Integer.BYTES);
            case WireFormat.WIRETYPE_FIXED64 -> body.skip(Long.BYTES);
            case WireFormat.WIRETYPE_LENGTH_DELIMITED -> body.skip(length());
            default -> throw Faults.corrupt("its section " + field + " has the unknown wire type " + wireType);
        }
    }

    private static String name(long number) {
        FieldDescriptor known = ModelFile.getDescriptor().findFieldByNumber((int) number);
        return known == null ? Long.toString(number) : known.getName();
    }

    private static boolean isAllowed(long number, int wireType) {
        if (number >= Format.FIRST_SKIPPED_SECTION && number <= Format.LAST_SKIPPED_SECTION) {
            return true;
        }
        boolean known = (number >= ModelFile.ENVELOPE_FIELD_NUMBER && number <= ModelFile.PROVENANCE_FIELD_NUMBER)
                || number == ModelFile.TENSORS_FIELD_NUMBER;
        return known && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
