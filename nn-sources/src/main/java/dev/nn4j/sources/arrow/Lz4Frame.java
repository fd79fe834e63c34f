// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Unpacks a frame of LZ4 (<i>LZ4 Frame Format</i> 1.6.4). Blocks may refer to what earlier ones gave, as Arrow's C++ library
 * writes them; aircompressor unpacks only such as stand alone. Checksums are skipped: lengths and offsets are all checked.
 */
final class Lz4Frame {
    private static final int MAGIC = 0x184D2204;
    private static final int VERSION = 0x40;
    private static final int VERSION_MASK = 0xC0;
    private static final int BLOCK_CHECKSUMS = 0x10;
    private static final int CONTENT_SIZE = 0x08;
    private static final int DICTIONARY = 0x01;
    private static final int STORED = 0x8000_0000;
    private static final int LONG_RUN = 15;
    private static final int LEAST_MATCH = 4;
    /** A byte of a block gives at most so many. */
    private static final int MOST_TO_A_BYTE = 255;

    private final ByteBuffer packed;
    private final byte[] unpacked;
    private int filled;

    /**
     * A frame.
     *
     * @param packed in little-endian order
     * @param length of what it holds
     */
    Lz4Frame(ByteBuffer packed, int length) {
        if (length > (long) packed.remaining() * MOST_TO_A_BYTE) {
            throw new DamagedException("says that " + packed.remaining() + " bytes of LZ4 hold " + length
                    + ", which is more than they can");
        }
        this.packed = packed;
        this.unpacked = new byte[length];
    }

    byte[] unpacked() {
        try {
            boolean haveChecksums = header();
            for (int size = packed.getInt(); size != 0; size = packed.getInt()) {
                block(size);
                if (haveChecksums) {
                    packed.getInt();
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            DamagedException damaged = new DamagedException("has LZ4 data that are damaged");
            damaged.initCause(e);
            throw damaged;
        }
        return filled == unpacked.length ? unpacked : Arrays.copyOf(unpacked, filled);
    }

    /** Whether its blocks have checksums. */
    private boolean header() {
        if (packed.getInt() != MAGIC) {
            throw new DamagedException("has a buffer that is no frame of LZ4");
        }
        int flags = packed.get();
        if ((flags & VERSION_MASK) != VERSION || (flags & DICTIONARY) != 0) {
            throw new DamagedException("has a frame of LZ4 that needs a dictionary or a later version");
        }
        packed.get(); // the largest block, which the length before the frame makes needless
        if ((flags & CONTENT_SIZE) != 0) {
            packed.getLong();
        }
        packed.get(); // the header's checksum
        return (flags & BLOCK_CHECKSUMS) != 0;
    }

    private void block(int size) {
        if ((size & STORED) != 0) {
            literals(size & ~STORED);
            return;
        }
        int end = Math.addExact(packed.position(), size);
        while (packed.position() < end) {
            int token = packed.get() & 0xFF;
            literals(run(token >>> 4));
            if (packed.position() < end) { // the last sequence has literals alone
                int distance = packed.getShort() & 0xFFFF;
                match(distance, run(token & LONG_RUN) + LEAST_MATCH);
            }
        }
    }

    /** A length of 15 goes on in bytes, up to one that is not 255. */
    private int run(int length) {
        int run = length;
        if (length == LONG_RUN) {
            int more;
            do {
                more = packed.get() & 0xFF;
                run = Math.addExact(run, more);
            } while (more == 0xFF);
        }
        return run;
    }

    private void literals(int count) {
        packed.get(unpacked, filled, count);
        filled += count;
    }

    /** What is copied may still be growing: byte by byte. */
    private void match(int distance, int count) {
        if (distance == 0 || distance > filled || count > unpacked.length - filled) {
            throw new IllegalArgumentException("a match from outside");
        }
        for (int i = 0; i < count; i++) {
            unpacked[filled] = unpacked[filled - distance];
            filled++;
        }
    }
}
