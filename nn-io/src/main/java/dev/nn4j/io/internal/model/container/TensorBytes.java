// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.model.stored.TensorValues;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A tensor's values as little-endian bytes, a chunk at a time. The chunk is held only while bytes are made of it: a file may
 * have a hundred thousand tensors.
 */
final class TensorBytes {
    private static final int CHUNK_BYTES = 1 << 16;

    private final TensorValues values;
    private final int chunkValues;

    TensorBytes(TensorValues values) {
        this.values = values;
        this.chunkValues = Math.min(CHUNK_BYTES / values.valueBytes(), Math.max(1, values.count()));
    }

    int crc32() {
        CRC32 crc = new CRC32();
        ByteBuffer chunk = ByteBuffer.allocate(chunkBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.count(); at += chunkValues) {
            crc.update(chunk.array(), 0, fill(chunk, at));
        }
        return (int) crc.getValue();
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(chunkBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.count(); at += chunkValues) {
            out.write(chunk.array(), 0, fill(chunk, at));
        }
    }

    private int chunkBytes() {
        return chunkValues * values.valueBytes();
    }

    private int fill(ByteBuffer chunk, int at) {
        int some = Math.min(values.count() - at, chunkValues);
        values.copyTo(chunk.clear(), at, some);
        return some * values.valueBytes();
    }
}
