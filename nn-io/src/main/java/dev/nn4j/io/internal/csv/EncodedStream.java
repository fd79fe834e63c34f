// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The characters of a reader as UTF-8, so that text passes the same checks wherever it comes from. */
public final class EncodedStream extends InputStream {
    private static final int BUFFER_SIZE = 1 << 13;

    private final Reader reader;
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE).limit(0);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean atEnd;

    /** Reads this reader; closing closes it. */
    public EncodedStream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        while (!bytes.hasRemaining()) {
            if (atEnd) {
                return -1;
            }
            fill();
        }
        int some = Math.min(count, bytes.remaining());
        bytes.get(into, from, some);
        return some;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Half of a pair of surrogates is no text: the encoder refuses it, at the end too. */
    private void fill() throws IOException {
        chars.compact();
        atEnd = reader.read(chars) < 0;
        chars.flip();
        bytes.clear();
        CoderResult result = encoder.encode(chars, bytes, atEnd);
        if (result.isError()) {
            result.throwException();
        }
        atEnd = atEnd && !result.isOverflow();
        bytes.flip();
    }
}
