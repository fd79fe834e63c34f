// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.file.NamedOutputStream;
import dev.nn4j.io.internal.file.Uninterrupted;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Replaces a file by a complete new one or not at all. Whoever looks sees the old bytes or the new ones, never a part;
 * what fails half-way leaves the old file as it was and no other behind. Only a process that is killed can leave its
 * temporary file, {@code NAME.….tmp} beside the target. An interrupted thread writes as any other.
 *
 * @since 0.1.0
 */
public final class AtomicFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_LINKS = 40;

    /** Gives the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything; the stream is buffered, and need not be closed.
         *
         * @throws IOException to give up; the target stays as it was
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes the content to a temporary file beside the target, flushes it to the device and moves it into place. A
     * symbolic link stays, and the file it leads to is replaced. What is no regular file, such as a device or a pipe, is
     * written to as it is.
     *
     * @throws IOException if the target is a folder or cannot be written (the message names it), or the content gives up
     */
    public static void write(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw FileFaults.of(target, "is a folder; name a file");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeInPlace(target, content);
            return;
        }
        replace(target, resolved(target), content);
    }

    private static void writeInPlace(Path target, Content content) throws IOException {
        try (OutputStream file = open(target, target, StandardOpenOption.WRITE)) {
            OutputStream out = buffered(target, file);
            content.writeTo(out);
            out.flush();
        }
    }

    private static void replace(Path target, Path file, Content content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream =
                    open(target, temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = buffered(target, stream);
                content.writeTo(out);
                out.flush();
            }
            finish(target, file, temporary);
            move(target, temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A stream, which unlike a channel does not close itself when its thread is interrupted. */
    private static OutputStream open(Path target, Path file, StandardOpenOption... options) throws IOException {
        try {
            return Files.newOutputStream(file, options);
        } catch (IOException e) {
            throw FileFaults.of(target, e);
        }
    }

    private static OutputStream buffered(Path target, OutputStream file) {
        return new BufferedOutputStream(new NamedOutputStream(target, file), BUFFER_BYTES);
    }

    /** Bytes reach the device before the name does, or a crash could leave a name without them. */
    private static void finish(Path target, Path file, Path temporary) throws IOException {
        try {
            flush(temporary, StandardOpenOption.WRITE);
            keepPermissions(file, temporary);
        } catch (IOException e) {
            throw FileFaults.of(target, e);
        }
    }

    private static void flush(Path file, StandardOpenOption access) throws IOException {
        Uninterrupted.get(() -> {
            try (FileChannel channel = FileChannel.open(file, access)) {
                channel.force(true);
            }
            return file;
        });
    }

    private static void keepPermissions(Path file, Path temporary) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView replacement = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (Files.exists(file) && old != null && replacement != null) {
            replacement.setPermissions(old.readAttributes().permissions());
        }
    }

    private static void move(Path target, Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileFaults.of(target, e);
        }
        flushFolder(file);
    }

    /** Makes the new name itself durable; some platforms cannot open a folder, and there it is not needed. */
    private static void flushFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            flush(folder, StandardOpenOption.READ);
        } catch (IOException ignored) {
            // The file is complete and in place; only its survival of a power cut is less certain.
        }
    }

    /** Where a chain of symbolic links leads, whether or not a file is there yet. */
    private static Path resolved(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw FileFaults.of(target, "is a chain of symbolic links without an end");
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw FileFaults.of(target, "is a folder; name a file");
        }
        return file;
    }
}
