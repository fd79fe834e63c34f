// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.table.WordArray;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.file.Uninterrupted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A folder for files that nobody is to see. Where the system lets an open file lose its name, they lose it at once: then
 * even a process that is killed leaves nothing behind. Else they go when they are closed.
 *
 * @param folder where the room is
 */
public record ScratchFolder(Path folder) {
    /** So few words are left in the heap. */
    private static final int FEW_WORDS = 1 << 14;

    private static final int CHUNK_BYTES = 1 << 20;

    /** The system's folder for temporary files. */
    public static ScratchFolder ofSystem() {
        return new ScratchFolder(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The folder that a file is in. */
    public static ScratchFolder beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? ofSystem() : new ScratchFolder(folder);
    }

    /** A new file to write and read. */
    public FileChannel open() throws IOException {
        Path file = folder.resolve("nn-" + UUID.randomUUID() + ".tmp");
        try {
            return FileChannel.open(
                    file,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Names the folder in a fault of such a file. */
    IOException fault(IOException fault) {
        return FileFaults.of(
                folder,
                "a temporary file cannot be written here: "
                        + FileFaults.of(folder, fault).getReason()
                        + "; make room, or let the system property java.io.tmpdir name another folder");
    }

    /** Writes to such a file, buffered; closing it does nothing. */
    public OutputStream writing(FileChannel file) {
        OutputStream out = Channels.newOutputStream(file);
        return new BufferedOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        write(new byte[] {(byte) value}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int count) throws IOException {
                        try {
                            out.write(bytes, from, count);
                        } catch (IOException e) {
                            throw fault(e);
                        }
                    }
                },
                CHUNK_BYTES);
    }

    /** Zeros; the room is taken now, because a disk that is found full later ends the process. */
    WordArray newWords(long count) {
        if (count <= FEW_WORDS) {
            return WordArray.inHeap(count);
        }
        try {
            return Uninterrupted.get(() -> mapped(count));
        } catch (IOException e) {
            throw new UncheckedIOException(fault(e));
        }
    }

    private WordArray mapped(long count) throws IOException {
        try (FileChannel file = open()) {
            ByteBuffer zeros = ByteBuffer.allocate(CHUNK_BYTES);
            long left = count * Integer.BYTES;
            while (left > 0) {
                zeros.clear().limit((int) Math.min(left, CHUNK_BYTES));
                while (zeros.hasRemaining()) {
                    left -= file.write(zeros);
                }
            }
            return MappedWords.map(file, MapMode.READ_WRITE, 0, count);
        }
    }
}
