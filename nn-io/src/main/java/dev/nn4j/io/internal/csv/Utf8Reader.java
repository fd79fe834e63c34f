// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
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
import org.jspecify.annotations.Nullable;

/**
 * Decodes UTF-8 strictly and bounds the length of a row. What is wrong with a text is told where it stands: behind all that
 * comes before it, however much is decoded at once.
 */
final class Utf8Reader extends Reader {
    /** The most characters in a row; beyond that a quote is not closed, or it is no CSV. */
    static final int MOST_ROW_CHARS = 1 << 22;

    private static final int BUFFER_SIZE = 1 << 16;
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Unpacked text;
    private final CellPlace place;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long bytesLeft;
    private boolean atEnd;
    private boolean begun;
    /** What stands behind the characters that are there. */
    private @Nullable DataException fault;

    /**
     * Reads at most this many bytes: a file that grows meanwhile is read as it was.
     *
     * @param place at which they begin
     * @param begun whether text was read before them
     */
    Utf8Reader(Unpacked text, CellPlace place, long mostBytes, boolean begun) {
        this.text = text;
        this.place = place;
        this.begun = begun;
        // what is packed says itself where it ends
        this.bytesLeft = text.isPacked() ? Long.MAX_VALUE : mostBytes;
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
        return some;
    }

    @Override
    public void close() throws IOException {
        text.bytes().close();
    }

    /** Decodes some more; false at the end. */
    private boolean fill() throws IOException {
        if (fault != null) {
            throw fault;
        }
        if (atEnd) {
            return false;
        }
        readBytes();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        chars.flip();
        scan();
        if (result.isError() && fault == null) {
            fault = new DataException(place.here(), "is not UTF-8 text here; save the file as UTF-8");
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
            throw new DataException(place.ofLine(), text.damaged());
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
            throw new DataException(place.ofLine(), "looks like UTF-16; save the file as UTF-8");
        }
    }

    /** Keeps of the characters those before the first fault, without byte order marks of files that were joined. */
    private void scan() {
        int kept = 0;
        for (int i = 0; i < chars.limit() && fault == null; i++) {
            char c = chars.get(i);
            if (c == BYTE_ORDER_MARK && place.isAtRowStart()) {
                if (!place.isBehindCarriageReturn()) {
                    continue;
                }
                c = '\n'; // for FastCSV: a line feed behind the mark ends a line of its own
            }
            fault = faultOf(c);
            if (fault == null) {
                chars.put(kept++, c);
                place.pass(c);
            }
        }
        chars.limit(kept);
    }

    private @Nullable DataException faultOf(char c) {
        if (Character.isISOControl(c) && c != '\t' && !CellPlace.isLineEnd(c)) {
            return control(c);
        }
        return place.rowChars() == MOST_ROW_CHARS && !place.endsRow(c) ? tooLong() : null;
    }

    /** Control characters are no data and could write to a terminal. */
    private DataException control(char c) {
        String code = String.format(Locale.ROOT, "U+%04X", (int) c);
        return new DataException(
                place.here(), "holds the control character " + code + "; is this a text file? Remove it");
    }

    private DataException tooLong() {
        return new DataException(
                place.ofRow(),
                "the row that begins here has more than " + MOST_ROW_CHARS
                        + " characters; close its quotes, or split the row");
    }
}
