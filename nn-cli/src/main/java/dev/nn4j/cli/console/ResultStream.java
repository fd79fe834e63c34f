// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** stdout: tells a reader that went away from an output that cannot be written. */
final class ResultStream extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    ResultStream(OutputStream out) {
        super(out);
    }

    /** Why something could not be written: who writes by way of a {@link java.io.PrintWriter} is not told. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** The process owns stdout; who writes to it only flushes. */
    @Override
    public void close() throws IOException {
        flush();
    }

    /** Java has no type for a broken pipe: the message is all there is (Unix, then Windows). */
    private IOException explained(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean readerGone = message.contains("broken pipe") || message.contains("pipe is being closed");
        IOException explained = readerGone ? new ClosedOutput(e) : new IOException("stdout: " + e.getMessage(), e);
        failure = failure.or(() -> Optional.of(explained));
        return explained;
    }
}
