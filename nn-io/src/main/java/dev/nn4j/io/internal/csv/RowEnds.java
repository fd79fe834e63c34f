// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

/** Where rows end in text in which some line ends may stand in quotes. */
final class RowEnds {
    /** Not where a quote may stand, or not closed. */
    static final int MALFORMED = -1;

    private final byte[] bytes;
    private final int to;
    private final boolean last;
    private final byte separator;
    private int at;
    private int end;

    private RowEnds(byte[] bytes, int from, int to, boolean last, byte separator) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
        this.last = last;
        this.separator = separator;
    }

    /**
     * Behind the last whole row of the bytes {@code [from, to)}, which begin with a row; 0 if there is none.
     *
     * @param last whether nothing follows them
     */
    static int lastOf(byte[] bytes, int from, int to, boolean last, byte separator) {
        RowEnds rows = new RowEnds(bytes, from, to, last, separator);
        while (rows.at < to) {
            boolean more = bytes[rows.at] == '"' ? rows.passQuoted() : rows.passPlain();
            if (!more) {
                return rows.end;
            }
        }
        return last ? to : rows.end;
    }

    private boolean passPlain() {
        int i = at;
        while (i < to && bytes[i] != separator && bytes[i] != '\n') {
            i++;
        }
        passMark(i);
        return true;
    }

    /** A mark behind a cell, or the end of all. */
    private void passMark(int i) {
        at = i + 1;
        if (i < to && bytes[i] == '\n') {
            end = at;
        }
    }

    private boolean passQuoted() {
        int i = at + 1;
        while (true) {
            while (i < to && bytes[i] != '"') {
                i++;
            }
            if (i >= to - 1) {
                break;
            }
            if (bytes[i + 1] != '"') {
                return passClosed(i + 1);
            }
            i += 2;
        }
        // the text ends in the cell, or with a quote that may close it
        end = last && i >= to ? MALFORMED : last ? to : end;
        return false;
    }

    private boolean passClosed(int i) {
        int mark = bytes[i] == '\r' ? i + 1 : i;
        boolean isRowEnd = mark < to && bytes[mark] == '\n';
        if (isRowEnd || bytes[i] == separator) {
            passMark(isRowEnd ? mark : i);
            return true;
        }
        end = mark < to || last ? MALFORMED : end;
        return false;
    }
}
