// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/**
 * Cuts bytes into rows and cells, as RFC 4180 and {@link dev.nn4j.io.CsvRows} have them. What is at fault, or rare, it does
 * not judge but leaves: it stops before the row. For one thread.
 */
final class RowScanner {
    /** Sets of bytes: those that a cell goes on with, and all others by what they mean. */
    private static final byte PLAIN = 0;

    private static final byte SEPARATOR = 1;
    private static final byte LINE_FEED = 2;
    private static final byte CARRIAGE_RETURN = 3;
    private static final byte CONTROL = 4;
    private static final byte LEAD = 5;

    private static final int NOT_HERE = -1;
    private static final int BYTES = 1 << Byte.SIZE;
    private static final int DELETE = 0x7F;
    private static final byte NO_BREAK_LEAD = (byte) 0xC2;
    private static final byte NO_BREAK_LAST = (byte) 0xA0;

    private final byte[] kinds = new byte[BYTES];
    private byte[] bytes = new byte[0];
    private int to;
    private boolean atEnd;
    private ScannedRows rows = new ScannedRows(bytes);
    private int at;
    private long line;
    /** Where the row that is being read begins, how many line ends its quotes hold, and whether a cell holds anything. */
    private int rowFrom;

    private int linesWithin;
    private boolean filled;
    private boolean odd;

    /** Of rows whose cells this separates. */
    RowScanner(char separator) {
        for (int b = 0; b < BYTES; b++) {
            boolean control = b < ' ' && b != '\t' || b == DELETE;
            kinds[b] = control ? CONTROL : b > DELETE ? LEAD : PLAIN;
        }
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = CARRIAGE_RETURN;
        kinds[separator] = SEPARATOR;
    }

    /** Whether a separator is for it: one byte, and nothing that means something else. */
    static boolean takes(char separator) {
        return separator >= ' ' && separator < DELETE && separator != '"' || separator == '\t';
    }

    /**
     * Finds the rows that end before {@code end}, or, at the end of the text, there.
     *
     * @param text which is looked at behind its end: it needs a byte more, which is overwritten
     * @param firstLine at which {@code from} is
     */
    ScannedRows scan(byte[] text, int from, int end, boolean isAtEnd, long firstLine) {
        bytes = text;
        to = end;
        atEnd = isAtEnd;
        at = from;
        line = firstLine;
        odd = false;
        rows = rows.another(text);
        text[end] = '\n'; // a cell need not look for the end
        boolean found = at < to;
        while (found) {
            found = row() && at < to;
        }
        return rows;
    }

    /** Where the first byte is that belongs to none of the rows. */
    int end() {
        return at;
    }

    /** The line there. */
    long line() {
        return line;
    }

    /** Whether a row is there that is not for a scan; else it only goes on behind the end. */
    boolean isOdd() {
        return odd;
    }

    /** Reads a row or an empty line; false, and nothing is read, if it does not end here or is odd. */
    private boolean row() {
        rowFrom = at;
        linesWithin = 0;
        filled = false;
        boolean empty = bytes[at] == '\n' || bytes[at] == '\r';
        int cellEnd = empty ? at : cells();
        int next = cellEnd == NOT_HERE ? NOT_HERE : behindLineEnd(cellEnd);
        if (next == NOT_HERE) {
            rows.dropRow();
            at = rowFrom;
            return false;
        }
        if (!empty) {
            rows.endRow(line, !filled);
        }
        line += 1L + linesWithin;
        at = next;
        return true;
    }

    /** Reads the cells of a row; gives the place of its line end. */
    private int cells() {
        int from = at;
        while (true) {
            int end = bytes[from] == '"' && from < to ? quoted(from) : unquoted(from);
            if (end == NOT_HERE || rows.cellsOfRow() > RowCollector.MOST_CELLS) {
                odd |= end != NOT_HERE;
                return NOT_HERE;
            }
            if (end == to || kinds[bytes[end] & 0xFF] != SEPARATOR) {
                return end;
            }
            from = end + 1;
        }
    }

    /** Reads a cell without quotes, which mean nothing within it; gives the place of what ends it. */
    private int unquoted(int from) {
        int end = from;
        while (true) {
            byte kind;
            while ((kind = kinds[bytes[end] & 0xFF]) == PLAIN) {
                end++;
            }
            if (kind != LEAD && kind != CONTROL || end == to) {
                addTrimmed(from, end);
                return end;
            }
            end = behindCharacter(end);
            if (end == NOT_HERE) {
                return NOT_HERE;
            }
        }
    }

    /** Blanks around a cell without quotes mean nothing. */
    private void addTrimmed(int from, int to) {
        int first = from;
        int end = to;
        for (int blank = blankAt(first, end); blank > 0; blank = blankAt(first, end)) {
            first += blank;
        }
        for (int blank = blankBefore(first, end); blank > 0; blank = blankBefore(first, end)) {
            end -= blank;
        }
        filled |= first < end;
        rows.addCell(first, end);
    }

    /** How many bytes a blank takes here; 0 if there is none. */
    private int blankAt(int from, int end) {
        if (from == end) {
            return 0;
        }
        byte b = bytes[from];
        if (b == ' ' || b == '\t') {
            return 1;
        }
        return b == NO_BREAK_LEAD && bytes[from + 1] == NO_BREAK_LAST ? 2 : 0;
    }

    private int blankBefore(int from, int end) {
        if (from == end) {
            return 0;
        }
        byte b = bytes[end - 1];
        if (b == ' ' || b == '\t') {
            return 1;
        }
        return b == NO_BREAK_LAST && end - from > 1 && bytes[end - 2] == NO_BREAK_LEAD ? 2 : 0;
    }

    /** Reads a cell in quotes; gives the place behind the closing one, which the cell must end at. */
    private int quoted(int quote) {
        int from = quote + 1;
        boolean doubled = false;
        int end = closing(from);
        while (end != NOT_HERE && end + 1 < to && bytes[end + 1] == '"') {
            doubled = true;
            end = closing(end + 2);
        }
        if (end == NOT_HERE || end + 1 == to && !atEnd) {
            return NOT_HERE;
        }
        byte kind = kinds[bytes[end + 1] & 0xFF];
        if (kind == PLAIN || kind == CONTROL || kind == LEAD) {
            odd = true;
            return NOT_HERE;
        }
        filled = true;
        rows.addCell(doubled ? ~from : from, end);
        return end + 1;
    }

    /** The place of the next quote. */
    private int closing(int from) {
        int end = from;
        while (end < to) {
            byte b = bytes[end];
            if (b == '"') {
                return end;
            }
            byte kind = kinds[b & 0xFF];
            if (kind == LEAD || kind == CONTROL) {
                end = behindCharacter(end);
                if (end == NOT_HERE) {
                    return NOT_HERE;
                }
                continue;
            }
            linesWithin += kind == CARRIAGE_RETURN || kind == LINE_FEED && bytes[end - 1] != '\r' ? 1 : 0;
            end++;
        }
        odd |= atEnd; // it is never closed
        return NOT_HERE;
    }

    private int behindCharacter(int from) {
        int end = bytes[from] < 0 ? Utf8Sequence.end(bytes, from, to) : Utf8Sequence.ODD;
        odd |= end == Utf8Sequence.ODD || end == Utf8Sequence.CUT && atEnd;
        return Math.max(end, NOT_HERE);
    }

    /** The place behind a line end, which the text's own end is, too. */
    private int behindLineEnd(int end) {
        if (end == to) {
            return atEnd ? to : NOT_HERE;
        }
        if (bytes[end] == '\r') {
            if (end + 1 == to) {
                return atEnd ? to : NOT_HERE; // a line feed may follow
            }
            return bytes[end + 1] == '\n' ? end + 2 : end + 1;
        }
        return end + 1;
    }
}
