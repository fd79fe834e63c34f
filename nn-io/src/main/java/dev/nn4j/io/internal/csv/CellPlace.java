// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException.Location;

/** The place that a text has been read up to: follows its characters from cell to cell, as RFC 4180 has them. */
final class CellPlace {
    /** What the next character belongs to. */
    private enum Within {
        CELL_START,
        UNQUOTED,
        QUOTED,
        /** Behind a quote of a quoted cell: another one would write it twice. */
        BEHIND_QUOTE
    }

    private final String source;
    private final char separator;
    private Within within = Within.CELL_START;
    private long line;
    private long rowLine;
    private int rowChars;
    private int column = 1;
    private char before = '\n';

    /** At the start of a row. */
    CellPlace(String source, char separator, long line) {
        this.source = source;
        this.separator = separator;
        this.line = line;
        this.rowLine = line;
    }

    /** The line, and which cell of its row. */
    Location here() {
        return new Location(source, line, column);
    }

    /** The line as a whole. */
    Location ofLine() {
        return new Location(source, line, 1);
    }

    /** Where the row begins. */
    Location ofRow() {
        return new Location(source, rowLine, 1);
    }

    /** The characters of the row so far. */
    int rowChars() {
        return rowChars;
    }

    boolean isAtRowStart() {
        return rowChars == 0;
    }

    /** Whether a line feed here would belong to the line end before it. */
    boolean isBehindCarriageReturn() {
        return before == '\r';
    }

    /** Whether this character, if it comes next, ends the row. */
    boolean endsRow(char c) {
        return isLineEnd(c) && within != Within.QUOTED;
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Goes behind a character. */
    void pass(char c) {
        boolean endsRow = endsRow(c);
        line += isLineEnd(c) && !(c == '\n' && before == '\r') ? 1 : 0;
        before = c;
        if (endsRow) {
            startRow();
            return;
        }
        rowChars++;
        column += c == separator && within != Within.QUOTED ? 1 : 0;
        within = behind(c);
    }

    private void startRow() {
        within = Within.CELL_START;
        rowLine = line;
        rowChars = 0;
        column = 1;
    }

    private Within behind(char c) {
        if (within == Within.QUOTED) {
            return c == '"' ? Within.BEHIND_QUOTE : Within.QUOTED;
        }
        if (c == separator) {
            return Within.CELL_START;
        }
        return c == '"' && within != Within.UNQUOTED ? Within.QUOTED : Within.UNQUOTED;
    }
}
