// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A slice of floats as little-endian bytes, a chunk at a time. */
final class FloatBytes {
    private static final int CHUNK_BYTES = 1 << 16;

    private final float[] values;
    private final int from;
    private final int count;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    FloatBytes(float[] values, int from, int count) {
        this.values = values;
        this.from = from;
        this.count = count;
    }

    int crc32() {
        CRC32 crc = new CRC32();
        for (int at = 0; at < count; at += chunk.capacity() / Float.BYTES) {
            crc.update(chunk.array(), 0, fill(at));
        }
        return (int) crc.getValue();
    }

    void writeTo(OutputStream out) throws IOException {
        for (int at = 0; at < count; at += chunk.capacity() / Float.BYTES) {
            out.write(chunk.array(), 0, fill(at));
        }
    }

    private int fill(int at) {
        int some = Math.min(count - at, chunk.capacity() / Float.BYTES);
        chunk.clear().asFloatBuffer().put(values, from + at, some);
        return some * Float.BYTES;
    }
}
