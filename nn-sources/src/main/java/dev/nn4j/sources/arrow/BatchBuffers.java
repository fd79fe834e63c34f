// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Hands out the buffers of a batch, unpacked, in the order in which its columns have them. */
final class BatchBuffers {
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final RecordBatch batch;
    private final ByteBuffer body;
    private final BufferPacking packing;
    private int node;
    private int buffer;
    private int view;

    BatchBuffers(@Nullable RecordBatch batch, ByteBuffer body) {
        this.batch = there(batch);
        this.body = body;
        BodyCompression compression = this.batch.compression();
        this.packing = compression == null ? BufferPacking.PLAIN : BufferPacking.of(compression);
    }

    int rows() {
        return count(batch.length(), "rows");
    }

    /** Begins a column. */
    void beginColumn() {
        long length = there(batch.nodes(node++)).length();
        if (length != batch.length()) {
            throw new DamagedException(
                    "has a column of " + length + " values in a batch of " + batch.length() + " rows");
        }
    }

    /** Which values there are; all of them where the batch says nothing. */
    ByteBuffer presence() {
        ByteBuffer bits = next();
        return bits.limit() == 0 ? NONE : atLeast(bits, (rows() + 7L) / 8);
    }

    /** A buffer that has so many bytes, or more. */
    ByteBuffer next(long bytes) {
        return atLeast(next(), bytes);
    }

    /** A buffer of any length. */
    ByteBuffer next() {
        Buffer place = there(batch.buffers(buffer++));
        if (place.offset() < 0 || place.length() < 0 || place.offset() > body.limit() - place.length()) {
            throw new DamagedException("has a buffer of " + place.length() + " bytes at " + place.offset()
                    + " in a batch of " + body.limit());
        }
        ByteBuffer packed =
                body.slice((int) place.offset(), (int) place.length()).order(ByteOrder.LITTLE_ENDIAN);
        return packing.unpacked(packed).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many buffers of text the next column of views has. */
    int nextTexts() {
        return count(batch.variadicBufferCounts(view++), "buffers of text");
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new DamagedException("has a batch that lacks a column");
        }
        return part;
    }

    private static ByteBuffer atLeast(ByteBuffer bytes, long needed) {
        if (bytes.limit() < needed) {
            throw new DamagedException("has " + bytes.limit() + " bytes where values need " + needed);
        }
        return bytes;
    }

    private static int count(long count, String what) {
        if (count < 0 || count > Integer.MAX_VALUE - 1) {
            throw new DamagedException("has a batch of " + count + " " + what + ", and " + (Integer.MAX_VALUE - 1)
                    + " are the most; write it in smaller batches");
        }
        return (int) count;
    }
}
