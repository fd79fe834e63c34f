// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipException;

/** Decodes UTF-8 strictly, naming the line of what is no text, and bounds the length of a row. */
final class Utf8Reader extends Reader {
    /** The most characters in a row; beyond that a quote is not closed, or it is no CSV. */
    static final int MOST_ROW_CHARS = 1 << 22;

    private static final int BUFFER_SIZE = 1 << 16;
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Unpacked text;
    private final String source;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long bytesLeft;
    private boolean atEnd;
    private boolean begun;
    private boolean quoted;
    private long decodedLine;
    private char before = '\n';
    private long rowLine;
    private int rowChars;

    /**
     * Reads at most this many bytes: a file that grows meanwhile is read as it was.
     *
     * @param line at which they begin
     */
    Utf8Reader(Unpacked text, String source, long mostBytes, long line) {
        this.text = text;
        this.source = source;
        this.begun = line > 1;
        this.decodedLine = line;
        this.rowLine = line;
        // what is packed says itself where it ends
        this.bytesLeft = text.isPacked() ? Long.MAX_VALUE : mostBytes;
    }

    /** Tells that a row begins at this line. */
    void beginRow(long line) {
        rowLine = line;
        rowChars = 0;
    }

    /** Whether there is text that was decoded and not been taken. */
    boolean isAtHand() {
        return chars.hasRemaining();
    }

    @Override
    public int read(char[] into, int from, int count) throws IOException {
        while (!chars.hasRemaining()) {
            if (!fill()) {
                return -1;
            }
        }
        int some = Math.min(count, chars.remaining());
        chars.get(into, from, some);
        rowChars += some;
        if (rowChars > MOST_ROW_CHARS) {
            throw new DataException(
                    new Location(source, rowLine, 1),
                    "the row that begins here has more than " + MOST_ROW_CHARS
                            + " characters; close its quotes, or split the row");
        }
        return some;
    }

    @Override
    public void close() throws IOException {
        text.bytes().close();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Decodes some more; false at the end. */
    private boolean fill() throws IOException {
        if (atEnd) {
            return false;
        }
        readBytes();
        chars.compact();
        int from = chars.position();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        chars.flip();
        scan(from);
        if (result.isError()) {
            throw fault("is not UTF-8 text here; save the file as UTF-8");
        }
        // what did not fit the buffer is decoded by the next call
        atEnd = atEnd && !result.isOverflow();
        return true;
    }

    private void readBytes() throws IOException {
        boolean first = !begun;
        bytes.compact();
        int wanted = (int) Math.min(bytes.remaining(), bytesLeft);
        int count = wanted == 0 ? 0 : readSome(wanted);
        if (count > 0) {
            bytes.position(bytes.position() + count);
            bytesLeft -= count;
        }
        atEnd = count < 0 || bytesLeft == 0;
        bytes.flip();
        begun |= count > 0;
        if (first) {
            requireNotUtf16();
        }
    }

    private int readSome(int wanted) throws IOException {
        try {
            return text.bytes().read(bytes.array(), bytes.position(), wanted);
        } catch (ZipException | EOFException e) {
            throw fault(text.damaged());
        }
    }

    private void requireNotUtf16() {
        if (bytes.remaining() < 2) {
            return;
        }
        int first = bytes.get(0) & 0xFF;
        int second = bytes.get(1) & 0xFF;
        boolean marked = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        if (marked || first == 0 || second == 0) {
            throw fault("looks like UTF-16; save the file as UTF-8");
        }
    }

    /**
     * Counts lines, and refuses control characters: they are no data and could write to a terminal. Drops byte order marks
     * at their beginnings: files that were joined have some below the first line, too.
     */
    private void scan(int from) {
        int kept = from;
        for (int i = from; i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == BYTE_ORDER_MARK && isLineEnd(before) && !quoted) {
                continue;
            }
            quoted ^= c == '"';
            chars.put(kept++, c);
            if (c == '\r' || (c == '\n' && before != '\r')) {
                decodedLine++;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\n') {
                throw fault(String.format(
                        Locale.ROOT, "holds the control character U+%04X; is this a text file? Remove it", (int) c));
            }
            before = c;
        }
        chars.limit(kept);
    }

    private DataException fault(String problem) {
        return new DataException(new Location(source, decodedLine, 1), problem);
    }
}
