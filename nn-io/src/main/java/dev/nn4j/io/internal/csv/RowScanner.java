// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Takes the rows of a block apart, one after the other, cells staying the bytes that they are until they are asked for. */
final class RowScanner {
    private static final byte NO_BREAK = (byte) 0xA0;
    private static final byte BEFORE_NO_BREAK = (byte) 0xC2;

    private final byte[] bytes;
    private final int to;
    private final byte separator;
    private int at;
    private long nextLine;

    private long line;
    private int count;
    private boolean blank;
    /** Where cells begin and end, quotes and blanks around them left out. */
    private int[] begins = new int[16];

    private int[] ends = new int[16];
    /** Whether cells have quotes that are written twice. */
    private boolean[] doubled = new boolean[16];

    RowScanner(ByteBlock block, byte separator) {
        this.bytes = block.bytes();
        this.at = block.from();
        this.to = block.to();
        this.separator = separator;
        this.nextLine = block.line();
    }

    /** Goes on to the next row that is not empty; false at the end. */
    boolean next() {
        passEmptyLines();
        if (at >= to) {
            return false;
        }
        line = nextLine;
        count = 0;
        blank = true;
        boolean more = true;
        while (more) {
            if (count == begins.length) {
                grow();
            }
            if (at < to && bytes[at] == '"') {
                quoted();
            } else {
                plain();
            }
            count++;
            more = at < to && bytes[at] == separator;
            at++;
        }
        nextLine++;
        return true;
    }

    private void passEmptyLines() {
        while (at < to && (bytes[at] == '\n' || bytes[at] == '\r')) {
            nextLine += bytes[at] == '\n' ? 1 : 0;
            at++;
        }
    }

    private void plain() {
        int begin = at;
        int i = begin;
        while (i < to && bytes[i] != separator && bytes[i] != '\n') {
            i++;
        }
        at = i;
        int end = i < to && bytes[i] == '\n' && i > begin && bytes[i - 1] == '\r' ? i - 1 : i;
        if (end > begin && (isEdge(bytes[begin]) || isEdge(bytes[end - 1]))) {
            begin = passBlanks(begin, end);
            end = beforeBlanks(begin, end);
        }
        blank &= begin == end;
        begins[count] = begin;
        ends[count] = end;
        doubled[count] = false;
    }

    private void quoted() {
        int i = at + 1;
        blank = false;
        begins[count] = i;
        doubled[count] = false;
        while (true) {
            while (bytes[i] != '"') {
                nextLine += bytes[i] == '\n' ? 1 : 0;
                i++;
            }
            if (i + 1 >= to || bytes[i + 1] != '"') {
                break;
            }
            doubled[count] = true;
            i += 2;
        }
        ends[count] = i;
        at = i + 1 < to && bytes[i + 1] == '\r' ? i + 2 : i + 1;
    }

    /** Whether a byte may be part of a blank. */
    private static boolean isEdge(byte b) {
        return b == ' ' || b == '\t' || b == BEFORE_NO_BREAK || b == NO_BREAK;
    }

    private int passBlanks(int begin, int end) {
        int i = begin;
        while (i < end) {
            if (bytes[i] == ' ' || bytes[i] == '\t') {
                i++;
            } else if (i + 1 < end && bytes[i] == BEFORE_NO_BREAK && bytes[i + 1] == NO_BREAK) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    private int beforeBlanks(int begin, int end) {
        int i = end;
        while (i > begin) {
            if (bytes[i - 1] == ' ' || bytes[i - 1] == '\t') {
                i--;
            } else if (i - 1 > begin && bytes[i - 1] == NO_BREAK && bytes[i - 2] == BEFORE_NO_BREAK) {
                i -= 2;
            } else {
                break;
            }
        }
        return i;
    }

    private void grow() {
        begins = Arrays.copyOf(begins, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
        doubled = Arrays.copyOf(doubled, 2 * count);
    }

    /** Where the row begins, counted from 1. */
    long line() {
        return line;
    }

    /** How many cells it has. */
    int count() {
        return count;
    }

    /** Whether it holds blanks alone, in no quotes. */
    boolean isBlank() {
        return blank;
    }

    byte[] bytes() {
        return bytes;
    }

    int begin(int cell) {
        return begins[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    /** Whether the bytes of a cell are its text. */
    boolean isVerbatim(int cell) {
        return !doubled[cell];
    }

    /** The text of a cell. */
    String text(int cell) {
        String raw = new String(bytes, begins[cell], ends[cell] - begins[cell], StandardCharsets.UTF_8);
        return doubled[cell] ? raw.replace("\"\"", "\"") : raw;
    }

    /** The row as it stands. */
    Row row() {
        String[] cells = new String[count];
        for (int c = 0; c < count; c++) {
            cells[c] = text(c);
        }
        List<String> all = Collections.unmodifiableList(Arrays.asList(cells));
        return new Row(line, all, blank);
    }
}
