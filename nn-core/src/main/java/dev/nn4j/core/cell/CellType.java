// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

/**
 * How the cells of a column are read.
 *
 * @param content what is kept of them
 * @param format how numbers are written; plain where there are none
 * @param marks which cells hold no number; the usual ones where there are none
 * @since 0.1.0
 */
public record CellType(Content content, NumberFormat format, MissingMarks marks) {
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

    /** Rejects a number format on a column that is not numeric. */
    public CellType {
        if (!format.isPlain() && content != Content.NUMBER && content != Content.NUMBER_OR_MISSING) {
            throw new IllegalArgumentException("cell type: only numbers have a format, got " + format);
        }
        if (!marks.isUsual() && content != Content.NUMBER && content != Content.NUMBER_OR_MISSING) {
            throw new IllegalArgumentException("cell type: only of numbers marks are read, got " + marks);
        }
    }

    /** What is kept of a column, by the usual marks. */
    public CellType(Content content, NumberFormat format) {
        this(content, format, MissingMarks.usual());
    }

    /** Numbers of this format. */
    public static CellType numbers(NumberFormat format) {
        return format.isPlain() ? NUMBER : new CellType(Content.NUMBER, format);
    }

    /** The same numbers, of which some may be missing. */
    public CellType orMissing() {
        return new CellType(Content.NUMBER_OR_MISSING, format, marks);
    }

    /** The same, where these marks say that there is no number; texts are kept whatever they say. */
    public CellType withMarks(MissingMarks others) {
        return isNumber() && !others.equals(marks) ? new CellType(content, format, others) : this;
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
