// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes rows of cells: UTF-8, commas, lines that end with LF, quotes where they are needed. */
public final class RowWriter implements Closeable {
    private static final int HELD_BYTES = 1 << 13;
    /** No character takes more, and of an escaped quote there are two. */
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private static final int QUOTES = 2;
    private static final int END_OF_ASCII = 0x80;

    private final OutputStream out;
    private byte[] bytes = new byte[2 * HELD_BYTES];
    private int length;
    private boolean isFirst;

    /**
     * Writes to this stream; closing closes it.
     *
     * @param isFirst whether a reader meets the first row before all others
     */
    public RowWriter(OutputStream out, boolean isFirst) {
        this.out = out;
        this.isFirst = isFirst;
    }

    /** Writes a row. */
    public void write(List<String> cells) throws IOException {
        boolean blank = isBlank(cells);
        for (int field = 0; field < cells.size(); field++) {
            String cell = cells.get(field);
            reserve(cell);
            if (field > 0) {
                bytes[length++] = ',';
            }
            // empty cells that are all of a row would make a blank line, which readers skip
            if (blank && field == 0) {
                bytes[length++] = '"';
                bytes[length++] = '"';
            } else if (isFirst || !appendsPlain(cell)) {
                append(cell, field);
            }
        }
        reserve("");
        bytes[length++] = '\n';
        isFirst = false;
        if (length >= HELD_BYTES) {
            flush();
        }
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Makes room for a cell in quotes, and for what stands before and behind it. */
    private void reserve(String cell) {
        long needed = (long) length + (long) MOST_BYTES_OF_A_CHARACTER * cell.length() + QUOTES + 1;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, 2L * bytes.length)));
        }
    }

    /** Appends a cell if it is letters, digits and the like, as nearly all are; says whether it did. */
    private boolean appendsPlain(String cell) {
        int at = length;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c <= ' ' || c >= END_OF_ASCII || c == '"' || c == ',' || c == '#') {
                return false;
            }
            bytes[at++] = (byte) c;
        }
        length = at;
        return true;
    }

    private void append(String cell, int field) {
        boolean quoted = !cell.isEmpty() && (isSplit(cell, field) || isMistaken(cell));
        byte[] text = cell.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8);
        if (quoted) {
            bytes[length++] = '"';
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        if (quoted) {
            bytes[length++] = '"';
        }
    }

    /** Whether a cell holds what ends cells and rows, or begins a row as comments of other programs begin. */
    private static boolean isSplit(String cell, int field) {
        return cell.indexOf('"') >= 0
                || cell.indexOf(',') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || (field == 0 && cell.charAt(0) == '#');
    }

    /**
     * A reader finds out the separator from the first line, and looks whether another kind of file begins so; blanks around
     * a cell that is not quoted, and marks before it, it takes off everywhere.
     */
    private boolean isMistaken(String cell) {
        return Blanks.areAround(cell)
                || cell.charAt(0) == Utf8Reader.BYTE_ORDER_MARK
                || (isFirst && (Separator.isIn(cell) || ForeignFormat.isBegunBy(cell)));
    }

    /** Hands the stream all that was written so far. */
    public void flush() throws IOException {
        int held = length;
        length = 0;
        out.write(bytes, 0, held);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
