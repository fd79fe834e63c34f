// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.KnownTexts;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of a text, block by block as a {@link RowScanner} finds them; from the first row on that it leaves, as
 * {@link CarefulRows} reads them, which know what is wrong and where. For one thread.
 */
final class RowFeed implements Closeable {
    /** Bytes that are scanned together: they are still near the processor when their numbers are read. */
    private static final int BLOCK_BYTES = 1 << 16;
    /** Behind what was read, for the scanner. */
    private static final int SPARE = 1;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Unpacked text;
    private final String source;
    private final KnownTexts known = new KnownTexts();
    private long bytesLeft;
    private boolean atEnd;
    private byte[] buffer = new byte[BLOCK_BYTES];
    /** The bytes from here to there have been read and not been cut into rows. */
    private int from;

    private int to;
    private long line = 1;
    private char separator;
    private @Nullable RowScanner scanner;
    private ScannedRows rows = new ScannedRows(buffer);
    private int next;
    private @Nullable CarefulRows careful;

    /** Reads at most this many bytes: a file that grows meanwhile is read as it was. */
    RowFeed(Unpacked text, String source, long mostBytes) {
        this.text = text;
        this.source = source;
        // what is packed says itself where it ends
        this.bytesLeft = text.isPacked() ? Long.MAX_VALUE : mostBytes;
    }

    /** The first line that is not empty, without its end, or as much of it as is read at once; nothing is consumed. */
    String firstLine() throws IOException {
        boolean more = true;
        while (to < BYTE_ORDER_MARK.length && more) {
            more = fill();
        }
        boolean marked = Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        from = marked ? BYTE_ORDER_MARK.length : 0;
        int end = lineEnd();
        while (end == to && to < BLOCK_BYTES - SPARE && fill()) {
            end = lineEnd();
        }
        return new String(buffer, lineStart(), end - lineStart(), StandardCharsets.UTF_8);
    }

    /** Says what is between cells; to be called before any row is asked for. */
    void separate(char character) {
        separator = character;
        if (RowScanner.takes(character)) {
            scanner = new RowScanner(character);
        }
    }

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException {
        while (careful == null && next == rows.size()) {
            if (atEnd && from == to) {
                return null;
            }
            scan();
        }
        return careful != null && next == rows.size() ? careful.next() : rows.row(next++, known);
    }

    /** How many rows can be had at least without reading. */
    int countAtHand() {
        return rows.size() - next;
    }

    /** Whether a row can be had without reading. */
    boolean isAtHand() {
        return next < rows.size() || careful != null && careful.isAtHand();
    }

    @Override
    public void close() throws IOException {
        text.bytes().close();
    }

    /** Finds rows in what was read, or reads more. */
    private void scan() throws IOException {
        RowScanner finding = scanner;
        if (finding == null) {
            beCareful();
            return;
        }
        rows = finding.scan(buffer, from, to, atEnd, line);
        next = 0;
        from = finding.end();
        line = finding.line();
        if (finding.isOdd()) {
            beCareful();
        } else if (rows.size() == 0 && !atEnd) {
            readOn();
        }
    }

    /** Reads until a line ends: a scan begins with the row, and long rows may come in small pieces. */
    private void readOn() throws IOException {
        boolean ended = false;
        while (!ended && careful == null) {
            int before = to - from;
            if (before >= Utf8Reader.MOST_ROW_CHARS - SPARE) {
                beCareful();
            } else {
                ended = !fill() || lineEndsBehind(from + Math.max(0, before - 1)); // a line feed may lack
            }
        }
    }

    private boolean lineEndsBehind(int begin) {
        for (int i = begin; i < to; i++) {
            if (isLineEnd(buffer[i])) {
                return true;
            }
        }
        return false;
    }

    private void beCareful() {
        InputStream rest = new ByteArrayInputStream(Arrays.copyOfRange(buffer, from, to));
        long bytes = bytesLeft == Long.MAX_VALUE ? bytesLeft : bytesLeft + (to - from);
        Unpacked on = new Unpacked(new SequenceInputStream(rest, text.bytes()), text.beginning(), text.packing());
        careful = new CarefulRows(on, source, bytes, separator, line);
    }

    /** Reads some more; false at the end. */
    private boolean fill() throws IOException {
        makeRoom();
        int wanted = (int) Math.min(buffer.length - SPARE - to, bytesLeft);
        int count = wanted == 0 ? -1 : read(wanted);
        if (count > 0) {
            to += count;
            bytesLeft -= bytesLeft == Long.MAX_VALUE ? 0 : count;
        }
        atEnd = count < 0 || bytesLeft == 0;
        return count > 0;
    }

    private int read(int wanted) throws IOException {
        try {
            return text.bytes().read(buffer, to, wanted);
        } catch (ZipException | EOFException e) {
            throw new DataException(new Location(source, line + lineEnds(), 1), text.damaged());
        }
    }

    /** Rows stay where they were found, so that what follows goes on in an array of its own. */
    private void makeRoom() {
        boolean full = to == buffer.length - SPARE;
        if (from > 0 || full) {
            int rest = to - from;
            int wanted = Math.max(BLOCK_BYTES, 4 * Integer.highestOneBit(rest));
            byte[] room = new byte[Math.min(wanted, Utf8Reader.MOST_ROW_CHARS)];
            System.arraycopy(buffer, from, room, 0, rest);
            buffer = room;
            from = 0;
            to = rest;
        }
    }

    private long lineEnds() {
        long ends = 0;
        for (int i = from; i < to; i++) {
            ends += buffer[i] == '\r' || buffer[i] == '\n' && (i == from || buffer[i - 1] != '\r') ? 1 : 0;
        }
        return ends;
    }

    private int lineEnd() {
        int end = lineStart();
        while (end < to && !isLineEnd(buffer[end])) {
            end++;
        }
        return end;
    }

    private int lineStart() {
        int start = from;
        while (start < to && isLineEnd(buffer[start])) {
            start++;
        }
        return start;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
