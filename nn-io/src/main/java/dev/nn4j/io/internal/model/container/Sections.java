// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.format.Format;
import dev.nn4j.io.internal.protobuf.CodedInputStream;
import dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException;
import dev.nn4j.io.internal.protobuf.Message;
import dev.nn4j.io.internal.protobuf.Parser;
import java.io.IOException;

/** Turns the bytes of sections into messages, within one budget for all of them. */
public final class Sections {
    private int fieldsLeft = Format.MOST_METADATA_FIELDS;
    private int bytesLeft = Format.MOST_METADATA_BYTES;

    /**
     * Takes a section's length out of the budget before memory for it is taken.
     *
     * @return the length
     */
    public int claim(long length) {
        Faults.require(
                length <= bytesLeft,
                "its metadata has more than " + Format.MOST_METADATA_BYTES + " bytes, the most allowed");
        bytesLeft -= (int) length;
        return (int) length;
    }

    /** A section as a message of the prototype's type. */
    public <M extends Message> M parse(byte[] section, M prototype) throws IOException {
        String name = prototype.getDescriptorForType().getName();
        try {
            fieldsLeft = SectionScan.scan(section, prototype.getDescriptorForType(), fieldsLeft);
            CodedInputStream in = CodedInputStream.newInstance(section);
            in.setRecursionLimit(Format.MOST_NESTING);
            return parserOf(prototype).parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw Faults.corrupt("its section " + name + " is damaged: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // a message's parser makes messages of its type
    private static <M extends Message> Parser<M> parserOf(M prototype) {
        return (Parser<M>) prototype.getParserForType();
    }
}
