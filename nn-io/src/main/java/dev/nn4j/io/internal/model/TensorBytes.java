// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A tensor's values as little-endian bytes, a chunk at a time. */
final class TensorBytes {
    private static final int CHUNK_BYTES = 1 << 16;

    private final TensorValues values;
    private final int chunkValues;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    TensorBytes(TensorValues values) {
        this.values = values;
        this.chunkValues = CHUNK_BYTES / values.valueBytes();
    }

    int crc32() {
        CRC32 crc = new CRC32();
        for (int at = 0; at < values.count(); at += chunkValues) {
            crc.update(chunk.array(), 0, fill(at));
        }
        return (int) crc.getValue();
    }

    void writeTo(OutputStream out) throws IOException {
        for (int at = 0; at < values.count(); at += chunkValues) {
            out.write(chunk.array(), 0, fill(at));
        }
    }

    private int fill(int at) {
        int some = Math.min(values.count() - at, chunkValues);
        values.copyTo(chunk.clear(), at, some);
        return some * values.valueBytes();
    }
}
