// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.tensorboard;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Records as TFRecord frames them: the length (uint64, little-endian), its masked CRC-32C, the bytes, their masked CRC-32C.
 * See "TFRecords format details" in TensorFlow's guide.
 */
final class EventFile implements Closeable, Flushable {
    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;

    private final OutputStream out;

    EventFile(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    void write(byte[] event) throws IOException {
        byte[] length = little(Long.BYTES).putLong(event.length).array();
        out.write(length);
        out.write(checksum(length));
        out.write(event);
        out.write(checksum(event));
    }

    /** The checksum is turned and moved, so that checksums of data that hold checksums stay good ones. */
    private static byte[] checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        int masked = Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
        return little(Integer.BYTES).putInt(masked).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
