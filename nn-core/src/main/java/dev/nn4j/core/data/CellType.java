// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/**
 * How the cells of a column are read.
 *
 * @param content what is kept of them
 * @param format how numbers are written; plain where there are none
 */
public record CellType(Content content, NumberFormat format) {
    /** A number, kept as a float. */
    public static final CellType NUMBER = new CellType(Content.NUMBER, NumberFormat.PLAIN);

    /** A number, or NaN where the cell says that there is none. */
    public static final CellType NUMBER_OR_MISSING = new CellType(Content.NUMBER_OR_MISSING, NumberFormat.PLAIN);

    /** A text, kept as it stands. */
    public static final CellType TEXT = new CellType(Content.TEXT, NumberFormat.PLAIN);

    /** Not read at all. */
    public static final CellType SKIPPED = new CellType(Content.SKIPPED, NumberFormat.PLAIN);

    /** What is kept of a column. */
    public enum Content {
        /** Floats. */
        NUMBER,
        /** Floats, NaN where there is none. */
        NUMBER_OR_MISSING,
        /** Texts. */
        TEXT,
        /** Nothing. */
        SKIPPED
    }

    /** Refuses a format of what are no numbers. */
    public CellType {
        if (!format.isPlain() && content != Content.NUMBER && content != Content.NUMBER_OR_MISSING) {
            throw new IllegalArgumentException("cell type: only numbers have a format, got " + format);
        }
    }

    /** Numbers of this format. */
    public static CellType numbers(NumberFormat format) {
        return format.isPlain() ? NUMBER : new CellType(Content.NUMBER, format);
    }

    /** The same numbers, of which some may be missing. */
    public CellType orMissing() {
        return new CellType(Content.NUMBER_OR_MISSING, format);
    }

    /** Whether floats are kept. */
    public boolean isNumber() {
        return content == Content.NUMBER || content == Content.NUMBER_OR_MISSING;
    }

    /** Whether nothing is kept. */
    public boolean isSkipped() {
        return content == Content.SKIPPED;
    }

    /** Whether texts are kept. */
    public boolean isText() {
        return content == Content.TEXT;
    }
}
