// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A buffer before stdout: what fails early has printed nothing. Only {@link #release} lets the rest out. */
final class HeldStream extends BufferedOutputStream {
    private static final int BYTES = 1 << 16;

    HeldStream(OutputStream out) {
        super(out, BYTES);
    }

    @Override
    public synchronized void flush() {}

    @Override
    public void close() {}

    void release() throws IOException {
        super.flush();
    }
}
