// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Gives I/O errors a message that names the file as the user did, and what happened to it. */
public final class FileFaults {
    private FileFaults() {}

    /** The same fault, its message {@code FILE: what}. */
    public static FileSystemException of(Path file, IOException fault) {
        return of(file.toString(), fault);
    }

    /** The same of what is no file but has a name. */
    public static FileSystemException of(String name, IOException fault) {
        FileSystemException named;
        if (fault instanceof NoSuchFileException) {
            named = new NoSuchFileException(name, null, "there is no such file or folder");
        } else if (fault instanceof AccessDeniedException) {
            named = new AccessDeniedException(name, null, "access is denied; check its permissions");
        } else {
            named = new FileSystemException(name, null, words(fault));
        }
        named.initCause(fault);
        return named;
    }

    /** A fault found by looking, not by failing. */
    public static FileSystemException of(Path file, String problem) {
        return new FileSystemException(file.toString(), null, problem);
    }

    private static String words(IOException fault) {
        if (fault instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
    }
}
