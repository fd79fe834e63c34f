// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * By what a file is seen to have changed.
 *
 * @param bytes how many it has
 * @param modified when it was written
 * @param key what the file system calls it; empty if it does not say
 */
record FileStamp(long bytes, FileTime modified, String key) {
    /** Of a file as it is now; nothing if there is none. */
    static Optional<FileStamp> of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(found.size(), found.lastModifiedTime(), String.valueOf(found.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
