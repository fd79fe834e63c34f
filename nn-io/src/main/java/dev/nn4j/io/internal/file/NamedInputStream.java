// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names the file in every fault of reading it: a device that fails says where. */
public final class NamedInputStream extends InputStream {
    private final Path file;
    private final InputStream in;

    /** Reads from {@code in}, which reads the file. */
    public NamedInputStream(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The bytes of a file. */
    public static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw FileFaults.of(file, "is a folder, not a file");
        }
        try {
            return new NamedInputStream(file, Files.newInputStream(file));
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            return in.read(into, from, count);
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
