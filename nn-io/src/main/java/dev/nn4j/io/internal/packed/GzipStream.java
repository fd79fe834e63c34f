// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.packed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip data of any number of members (RFC 1952), each checked by its CRC and length. The JDK's own {@link
 * java.util.zip.GZIPInputStream} takes a damaged header of a later member for the end, and so does it where a pipe has
 * nothing ready just then: rows would be lost without a word.
 */
final class GzipStream extends FilterInputStream {
    private static final int FIRST_MAGIC = 0x1F;
    private static final int SECOND_MAGIC = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    /** Of a header: time, extra flags and system, which say nothing about the data. */
    private static final int SKIPPED_BYTES = 6;

    private static final int BUFFER_BYTES = 1 << 16;

    private final PushbackInputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[BUFFER_BYTES];
    private int filled;
    private boolean atEnd;

    /** Reads the first header. */
    GzipStream(InputStream in) throws IOException {
        this(new PushbackInputStream(in, BUFFER_BYTES));
    }

    private GzipStream(PushbackInputStream in) throws IOException {
        super(in);
        packed = in;
        readHeader(required());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int got = 0;
        while (got == 0 && count > 0 && !atEnd) {
            got = inflate(into, from, count);
            crc.update(into, from, got);
            if (inflater.finished()) {
                endMember();
            }
        }
        return got > 0 || count == 0 ? got : -1;
    }

    @Override
    public int available() {
        return atEnd ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }

    private int inflate(byte[] into, int from, int count) throws IOException {
        try {
            if (inflater.needsInput()) {
                filled = packed.read(input);
                if (filled < 0) {
                    throw new EOFException("gzip data end within a member");
                }
                inflater.setInput(input, 0, filled);
            }
            int got = inflater.inflate(into, from, count);
            if (inflater.needsDictionary()) {
                throw new ZipException("gzip data ask for a dictionary");
            }
            return got;
        } catch (DataFormatException e) {
            throw new ZipException("gzip data are damaged: " + e.getMessage());
        }
    }

    /**
     * Checks what stands behind a member, and goes to the next, if there is one. Zeros are none: tapes pad with them, but a
     * disk that lost the next member shows zeros just so.
     */
    private void endMember() throws IOException {
        int left = inflater.getRemaining();
        packed.unread(input, filled - left, left);
        require(little(4) == crc.getValue(), "a CRC that differs from its data's");
        require(little(4) == (inflater.getBytesWritten() & 0xFFFFFFFFL), "a length that is not its data's");
        int next = packed.read();
        atEnd = next < 0;
        if (!atEnd) {
            crc.reset();
            inflater.reset();
            readHeader(next);
        }
    }

    private void readHeader(int first) throws IOException {
        require(first == FIRST_MAGIC && required() == SECOND_MAGIC, "a damaged header");
        require(required() == DEFLATE, "an unknown way of packing");
        int flags = required();
        require((flags & RESERVED) == 0, "unknown flags");
        packed.skipNBytes(SKIPPED_BYTES);
        if ((flags & EXTRA) != 0) {
            packed.skipNBytes(little(2));
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        if ((flags & HEADER_CRC) != 0) {
            packed.skipNBytes(2);
        }
    }

    private void skipText(boolean present) throws IOException {
        int next = present ? required() : 0;
        while (next != 0) {
            next = required();
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) required() << (Byte.SIZE * i);
        }
        return value;
    }

    private int required() throws IOException {
        int next = packed.read();
        if (next < 0) {
            throw new EOFException("gzip data end early");
        }
        return next;
    }

    private static void require(boolean sound, String problem) throws ZipException {
        if (!sound) {
            throw new ZipException("gzip data have " + problem);
        }
    }
}
