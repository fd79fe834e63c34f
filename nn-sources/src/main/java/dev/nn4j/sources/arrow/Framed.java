// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import org.apache.arrow.flatbuf.Message;

/**
 * A message.
 *
 * @param header what it says
 * @param body the bytes that its header speaks of, in their order
 */
record Framed(Message header, ByteBuffer body) {
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    /** Its header as one of its type. */
    <T extends Table> T as(T type) {
        if (header.header(type) == null) {
            throw new DamagedException("has a message without a header");
        }
        return type;
    }

    /** As many bytes as one array may have. */
    static int bytes(long length) {
        if (length < 0 || length > MOST_BYTES) {
            throw new DamagedException("has a part of " + length + " bytes, and " + MOST_BYTES
                    + " are the most; write it in smaller batches");
        }
        return (int) length;
    }
}
