// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * stderr and the line at its end that is drawn again and again. Whatever is written by others finds that line erased first,
 * so that the two never stand in one; the next drawing brings it back.
 */
final class StatusLine extends OutputStream {
    /** ANSI: to the start of the line, and clear to its end. */
    private static final byte[] ERASE = "\r\033[K".getBytes(StandardCharsets.US_ASCII);

    private final PrintStream err;
    private boolean drawn;
    private boolean atLineStart = true;

    StatusLine(PrintStream err) {
        this.err = err;
    }

    /** Draws a line in the place of the last; not in the middle of somebody's line. */
    synchronized void draw(String line) {
        if (atLineStart) {
            err.write(ERASE, 0, ERASE.length);
            err.print(line);
            err.flush();
            drawn = true;
        }
    }

    /** Takes the line away. */
    synchronized void erase() {
        if (drawn) {
            err.write(ERASE, 0, ERASE.length);
            err.flush();
            drawn = false;
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (length > 0) {
            erase();
            err.write(bytes, offset, length);
            atLineStart = bytes[offset + length - 1] == '\n';
        }
    }

    @Override
    public void flush() {
        err.flush();
    }
}
