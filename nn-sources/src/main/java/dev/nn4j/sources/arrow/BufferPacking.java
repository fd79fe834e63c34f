// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.CompressionType;

/** How the buffers of a batch are packed, each by itself with its length before it. */
enum BufferPacking {
    PLAIN {
        @Override
        ByteBuffer unpacked(ByteBuffer packed) {
            return packed;
        }

        @Override
        byte[] unpacked(ByteBuffer packed, int length) {
            throw new AssertionError("plain bytes have no length before them");
        }
    },
    LZ4 {
        @Override
        byte[] unpacked(ByteBuffer packed, int length) {
            return new Lz4Frame(packed, length).unpacked();
        }
    },
    ZSTD {
        @Override
        byte[] unpacked(ByteBuffer packed, int length) throws IOException {
            byte[] bytes = new byte[packed.remaining()];
            packed.get(bytes);
            try (InputStream frames = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
                return frames.readNBytes(length); // takes memory as the bytes come
            } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    };

    private static final long NOT_PACKED = -1;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    static BufferPacking of(BodyCompression compression) {
        return switch (compression.codec()) {
            case CompressionType.LZ4_FRAME -> LZ4;
            case CompressionType.ZSTD -> ZSTD;
            default ->
                throw new DamagedException("is packed by codec " + compression.codec()
                        + ", which nn4j does not know; write it uncompressed");
        };
    }

    /** What a buffer holds. */
    ByteBuffer unpacked(ByteBuffer packed) {
        if (packed.limit() == 0) {
            return packed;
        }
        if (packed.limit() < Long.BYTES) {
            throw new DamagedException("has a packed buffer of " + packed.limit() + " bytes");
        }
        long length = packed.getLong(0);
        ByteBuffer rest = packed.slice(Long.BYTES, packed.limit() - Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (length == NOT_PACKED) {
            return rest;
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new DamagedException(
                    "says that a buffer has " + length + " bytes, and " + MOST_BYTES + " are the most");
        }
        return ByteBuffer.wrap(whole(rest, (int) length));
    }

    private byte[] whole(ByteBuffer packed, int length) {
        byte[] bytes;
        try {
            bytes = unpacked(packed, length);
        } catch (IOException e) {
            DamagedException damaged = new DamagedException("has packed data that are damaged: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
        if (bytes.length != length) {
            throw new DamagedException("has " + bytes.length + " bytes in a buffer that is said to have " + length);
        }
        return bytes;
    }

    /** At most so many bytes of what is packed. */
    abstract byte[] unpacked(ByteBuffer packed, int length) throws IOException;
}
