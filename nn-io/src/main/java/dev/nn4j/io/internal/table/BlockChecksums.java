// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Counts the bytes on their way to a file and takes the CRC-32C of each block of them. */
final class BlockChecksums extends OutputStream {
    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private int[] sums = new int[64];
    private int blocks;
    private int inBlock;
    private long count;

    BlockChecksums(OutputStream out) {
        this.out = out;
    }

    /** Bytes that went through. */
    long count() {
        return count;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        count += length;
        int at = from;
        while (at < from + length) {
            int some = Math.min(from + length - at, Layout.BLOCK_BYTES - inBlock);
            crc.update(bytes, at, some);
            at += some;
            inBlock += some;
            if (inBlock == Layout.BLOCK_BYTES) {
                endBlock();
            }
        }
    }

    /** Writes zeros up to where a section may begin. */
    void align() throws IOException {
        write(new byte[(int) (Layout.aligned(count) - count)]);
    }

    /** The checksums of all blocks, the last of which may be short. */
    byte[] sums() {
        if (inBlock > 0) {
            endBlock();
        }
        ByteBuffer bytes = ByteBuffer.allocate(blocks * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(sums, 0, blocks);
        return bytes.array();
    }

    private void endBlock() {
        if (blocks == sums.length) {
            sums = Arrays.copyOf(sums, 2 * blocks);
        }
        sums[blocks++] = (int) crc.getValue();
        crc.reset();
        inBlock = 0;
    }
}
