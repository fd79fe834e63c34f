// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.compute.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** The last bytes of the file, by which all others are checked. */
final class Footer {
    /** Where its own checksum stands: behind what it covers. */
    static final int CRC_AT = 48;

    private final String file;
    private final FileChannel channel;
    private final ByteBuffer footer;
    private final long fileBytes;

    private Footer(String file, FileChannel channel, long fileBytes, ByteBuffer footer) {
        this.file = file;
        this.channel = channel;
        this.fileBytes = fileBytes;
        this.footer = footer;
    }

    /** The checksum over the blocks' checksums and what of the footer stands before it. */
    static long crc(ByteBuffer sums, ByteBuffer footer) {
        CRC32C crc = new CRC32C();
        crc.update(sums.duplicate());
        crc.update(footer.duplicate().position(0).limit(CRC_AT));
        return crc.getValue();
    }

    /** Reads the footer and checks every byte of the file; that takes long enough to be cancelled. */
    static Footer checked(String file, FileChannel channel, Cancellation cancellation) throws IOException {
        long bytes = channel.size();
        ByteBuffer footer = read(channel, bytes - Layout.FOOTER_BYTES, Layout.FOOTER_BYTES);
        if (footer.getLong(Layout.FOOTER_BYTES - Long.BYTES) != ~Layout.MAGIC || footer.getLong(0) != bytes) {
            throw Layout.damaged(file, "it is cut short, or bytes were added to it");
        }
        Footer found = new Footer(file, channel, bytes, footer);
        found.check(cancellation);
        return found;
    }

    /** The bytes of the directory. */
    ByteBuffer directory() throws IOException {
        return read(channel, directoryFrom(), (int) (sumsFrom() - directoryFrom()));
    }

    long directoryFrom() {
        return footer.getLong(8);
    }

    private long sumsFrom() {
        return footer.getLong(16);
    }

    private void check(Cancellation cancellation) throws IOException {
        long blocks = (sumsFrom() + Layout.BLOCK_BYTES - 1) / Layout.BLOCK_BYTES;
        boolean fits = sumsFrom() > 0
                && sumsFrom() < fileBytes
                && sumsFrom() + blocks * Integer.BYTES + Layout.FOOTER_BYTES == fileBytes
                && directoryFrom() >= Layout.HEADER_BYTES
                && directoryFrom() <= sumsFrom()
                && sumsFrom() - directoryFrom() <= Integer.MAX_VALUE;
        ByteBuffer sums = fits ? read(channel, sumsFrom(), (int) blocks * Integer.BYTES) : ByteBuffer.allocate(0);
        if (!fits || crc(sums, footer) != footer.getLong(CRC_AT)) {
            throw Layout.damaged(file, "its checksums do not match its footer");
        }
        for (int block = 0; block < blocks; block++) {
            cancellation.check();
            long from = (long) block * Layout.BLOCK_BYTES;
            CRC32C crc = new CRC32C();
            crc.update(read(channel, from, (int) Math.min(Layout.BLOCK_BYTES, sumsFrom() - from)));
            if ((int) crc.getValue() != sums.getInt(block * Integer.BYTES)) {
                throw Layout.damaged(file, "the checksum of the bytes from " + from + " on does not match");
            }
        }
    }

    static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all are there
        }
        return bytes.flip();
    }
}
