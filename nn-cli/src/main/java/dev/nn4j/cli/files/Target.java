// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.io.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a result goes: a file, or stdout for {@code -}.
 *
 * @param argument as the user gave it
 */
public record Target(String argument) {
    /** Whether this is stdout. */
    public boolean isStandard() {
        return argument.equals("-");
    }

    /** The file, if it is one. */
    public Optional<Path> file() {
        return isStandard() ? Optional.empty() : Optional.of(Path.of(argument));
    }

    /**
     * Finds out early what would fail after long work.
     *
     * @throws IOException if the file cannot be written for a reason that shows already
     */
    public void requireWritable() throws IOException {
        if (isStandard()) {
            return;
        }
        Path file = Path.of(argument);
        if (Files.isDirectory(file)) {
            throw refused("is a folder; name a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return;
        }
        Path folder = Files.isSymbolicLink(file)
                ? file.toRealPath().getParent()
                : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw refused("there is no folder " + folder + "; create it first");
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw refused("the folder " + folder + " cannot be written to; check its permissions");
        }
    }

    /** Writes it: a file whole or not at all. */
    public void write(Console console, AtomicFile.Content content) throws IOException {
        if (isStandard()) {
            HeldStream out = new HeldStream(console.out());
            content.writeTo(out);
            out.release();
        } else {
            AtomicFile.write(Path.of(argument), content);
        }
    }

    private FileSystemException refused(String reason) {
        return new FileSystemException(argument, null, reason);
    }
}
