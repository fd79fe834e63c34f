// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.internal.model.codec.PreprocessingCodec;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.proto.Preprocessing;
import dev.nn4j.io.internal.protobuf.InvalidProtocolBufferException;

/** A schema as the model file has it, for files of other formats that are to be read back. */
public final class SchemaBytes {
    private SchemaBytes() {}

    /** The message's bytes. */
    public static byte[] of(Schema schema) {
        return PreprocessingCodec.encode(schema).toByteArray();
    }

    /**
     * The schema that was written.
     *
     * @throws dev.nn4j.api.ModelFormatException if these are no such bytes
     */
    public static Schema read(byte[] bytes) {
        try {
            return PreprocessingCodec.schema(Preprocessing.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw Faults.corrupt("its schema is damaged: " + e.getMessage());
        }
    }
}
