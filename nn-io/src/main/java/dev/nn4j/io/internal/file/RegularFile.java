// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Opens what has a size and can be read at any place: no folder, pipe or device. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Opens a regular file for reading.
     *
     * @throws java.nio.file.FileSystemException if it is missing, unreadable or not a regular file
     */
    public static FileChannel open(Path file) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (!attributes.isRegularFile()) {
            // asked before opening, because opening a pipe waits for a writer
            throw FileFaults.of(file, attributes.isDirectory() ? "is a folder, not a file" : "must be a regular file");
        }
        try {
            return FileChannel.open(file, StandardOpenOption.READ);
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }
}
