// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.container;

import dev.nn4j.io.internal.file.Content;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.TensorValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Reads the body of a file from front to back through a small buffer, and takes its digest on the way. */
public final class BodyReader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_VARINT_BYTES = 10;

    private final Content content;
    private final long end;
    private final MessageDigest digest;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long fetched;

    public BodyReader(Content content, long end, MessageDigest digest) {
        this.content = content;
        this.end = end;
        this.digest = digest;
    }

    /** Bytes read so far. */
    long position() {
        return fetched - buffer.remaining();
    }

    /** Bytes still to come. */
    public long remaining() {
        return end - position();
    }

    int readByte() throws IOException {
        ensure(1);
        return buffer.get() & 0xFF;
    }

    /** A base-128 number, least significant digits first. */
    long readVarint() throws IOException {
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            int digit = readByte();
            value |= (long) (digit & 0x7F) << (7 * i);
            if (digit < 0x80) {
                return value;
            }
        }
        throw Faults.corrupt("a number at byte " + position() + " has no end");
    }

    int readFixed32() throws IOException {
        ensure(Integer.BYTES);
        return buffer.getInt();
    }

    /** The length of a field that must end within the body. */
    long readLength() throws IOException {
        long length = readVarint();
        if (length < 0 || length > remaining()) {
            throw Faults.corrupt("a field at byte " + position() + " says it has " + Long.toUnsignedString(length)
                    + " bytes where " + remaining() + " are left");
        }
        return length;
    }

    /** This many bytes; the caller has checked that memory for them may be taken. */
    public byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; ) {
            ensure(1);
            int some = Math.min(count - at, buffer.remaining());
            buffer.get(bytes, at, some);
            at += some;
        }
        return bytes;
    }

    public void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            ensure(1);
            int some = (int) Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + some);
            left -= some;
        }
    }

    /** A tensor's little-endian values, whose bytes also go into the checksum. */
    void readValues(TensorValues into, CRC32 crc) throws IOException {
        int size = into.valueBytes();
        for (int at = 0; at < into.count(); ) {
            ensure(size);
            int some = Math.min(into.count() - at, buffer.remaining() / size);
            ByteBuffer bytes = buffer.slice(buffer.position(), some * size).order(ByteOrder.LITTLE_ENDIAN);
            into.copyFrom(bytes, at, some);
            crc.update(bytes);
            buffer.position(buffer.position() + some * size);
            at += some;
        }
    }

    private void ensure(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return;
        }
        if (remaining() < count) {
            throw Faults.corrupt("ends in the middle of a field, at byte " + end + "; copy or write it again");
        }
        refill(count);
    }

    private void refill(int count) throws IOException {
        buffer.compact();
        int kept = buffer.position();
        buffer.limit((int) Math.min(buffer.capacity(), kept + (end - fetched)));
        while (buffer.position() < count) {
            if (content.read(buffer, fetched + buffer.position() - kept) < 0) {
                throw Faults.corrupt("was cut short while it was read; try again");
            }
        }
        buffer.flip();
        digest.update(buffer.slice(kept, buffer.limit() - kept));
        fetched += buffer.limit() - kept;
    }
}
