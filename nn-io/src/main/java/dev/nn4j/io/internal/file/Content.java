// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes that have a number and can be read at any place: a regular file's, or those of an array. */
public abstract class Content implements Closeable {
    private Content() {}

    /** How many there are. */
    public abstract long size() throws IOException;

    /**
     * Reads some from a place on.
     *
     * @return how many, or −1 at the end
     */
    public abstract int read(ByteBuffer into, long at) throws IOException;

    /** The first so many bytes, or all if there are fewer; the size that a device states is not relied on. */
    public final byte[] first(int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && read(bytes, bytes.position()) >= 0) {
            // a read may give fewer bytes than asked for
        }
        byte[] first = new byte[bytes.flip().remaining()];
        bytes.get(first);
        return first;
    }

    /**
     * A regular file, opened for reading.
     *
     * @throws java.nio.file.FileSystemException if it is missing, unreadable or not a regular file
     */
    public static Content of(Path file) throws IOException {
        return new OfFile(file);
    }

    /** A file, which is opened again where the channel closed itself because its thread is interrupted. */
    private static final class OfFile extends Content {
        private final Path file;
        private FileChannel channel;

        OfFile(Path file) throws IOException {
            this.file = file;
            this.channel = RegularFile.open(file);
        }

        @Override
        public long size() throws IOException {
            return Uninterrupted.get(() -> opened().size());
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return Uninterrupted.get(() -> opened().read(into, at));
        }

        private FileChannel opened() throws IOException {
            if (!channel.isOpen()) {
                channel = RegularFile.open(file);
            }
            return channel;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** An array, which is kept. */
    public static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(ByteBuffer into, long at) {
                int some = (int) Math.min(into.remaining(), bytes.length - at);
                if (some <= 0) {
                    return -1;
                }
                into.put(bytes, (int) at, some);
                return some;
            }

            @Override
            public void close() {}
        };
    }
}
