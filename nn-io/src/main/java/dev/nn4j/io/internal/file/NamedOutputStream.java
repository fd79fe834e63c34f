// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Names the file in every fault of writing it: a full disk says which. */
public final class NamedOutputStream extends OutputStream {
    private final Path file;
    private final OutputStream out;

    /** Writes on to {@code out}, which writes the file. */
    public NamedOutputStream(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }

    /** Does nothing: whoever opened the file still has to flush it to the device. */
    @Override
    public void close() {}
}
