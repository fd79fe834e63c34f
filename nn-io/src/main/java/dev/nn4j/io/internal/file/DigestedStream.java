// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.file;

import dev.nn4j.core.compute.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the SHA-256 of the first so many bytes of a stream while they are read; it ends with them. */
public final class DigestedStream extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final MessageDigest digest;
    private long left;

    /** Reads at most this many bytes: a file that grows meanwhile is read as it was. */
    public DigestedStream(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Reads what is left, if that is not cancelled, and gives the digest of all in lower-case hexadecimal. */
    public String sha256(Cancellation cancellation) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (read(buffer, 0, buffer.length) >= 0) {
            cancellation.check(); // the bytes are for their digest only
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int read = left == 0 ? -1 : in.read(into, from, (int) Math.min(count, left));
        if (read > 0) {
            left -= read;
            digest.update(into, from, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
