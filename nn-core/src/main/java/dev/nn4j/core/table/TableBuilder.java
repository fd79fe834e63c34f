// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.text.ArrayLength;
import dev.nn4j.core.internal.text.WholeText;
import dev.nn4j.core.internal.words.GrowingLongs;
import dev.nn4j.core.internal.words.TextCells;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects rows of text cells, parsed as they come, or of typed values into a {@link Table}. Not safe for several threads.
 *
 * @since 0.1.0
 */
public final class TableBuilder {
    private static final int FIRST_CAPACITY = 256;
    /** Room is made for so many more rows at once. */
    private static final int MOST_MORE = 1 << 14;

    private final RowParser parser;
    private final NumberCells[] numbers;
    private final TextCells texts;

    private final RowParser.Row into = new RowParser.Row() {
        @Override
        public void number(int column, double number) {
            numbers[column].set(rows, number);
        }

        @Override
        public void text(int column, String text) {
            put(column, text, false);
        }

        @Override
        public void value(int column, String text) {
            put(column, text, true);
        }
    };

    private final GrowingLongs lines = new GrowingLongs();
    private int capacity;
    private int rows;

    TableBuilder(String source, List<String> names, List<CellType> types) {
        this(new RowParser(source, names, types));
    }

    private TableBuilder(RowParser parser) {
        this.parser = parser;
        this.numbers = new NumberCells[parser.names().size()];
        Arrays.setAll(numbers, column -> new NumberCells());
        this.texts = new TextCells(numbers.length);
    }

    /**
     * An empty builder of the same columns, for a block of rows that {@link #addAll} takes. Another thread may fill it.
     *
     * @since 0.1.0
     */
    public TableBuilder newBlock() {
        return new TableBuilder(parser);
    }

    /**
     * The same for a block of about so many rows, for which there is room from the first one on.
     *
     * @param expected at least 0
     * @since 0.1.0
     */
    public TableBuilder newBlock(int expected) {
        TableBuilder block = newBlock();
        block.reserve(Math.min(expected, ArrayLength.MOST));
        return block;
    }

    /**
     * Adds a row.
     *
     * @param line where it begins in the source, counted from 1
     * @param cells in the order of the columns
     * @throws DataException if the number of cells differs from the header's, or a number cannot be read
     */
    public TableBuilder addRow(long line, List<String> cells) {
        ensureCapacity();
        lines.set(rows, line);
        parser.read(line, cells, into);
        rows++;
        return this;
    }

    /**
     * Adds a row of typed values, which gives what a row of cells gives that hold the same; numbers are not printed and
     * parsed. Messages place it by its number, counted from 1.
     *
     * <ul>
     *   <li>A column of numbers takes any {@link Number}; a boolean, which is 1 or 0; and texts as {@link #addRow} does.
     *   <li>A column of texts, which labels, categories, booleans and dates have, takes texts, enums, characters,
     *       booleans, numbers (of equal ones the text is one: 2 for 2.0) and values of {@code java.time}, of which
     *       an Instant is taken in UTC and others as their clocks show.
     *   <li>Null is a missing value, and so are NaN and an empty {@link java.util.Optional}, which otherwise stands for
     *       what is in it. Of texts, and of them alone, the marks of missing values say so too: the text NONE may be one,
     *       the constant NONE of an enum is not.
     *   <li>A column that is skipped takes anything.
     * </ul>
     *
     * @param row in the order of the columns
     * @throws DataException if there are more or fewer values than columns, or one cannot be used or is missing where
     *     that is an error
     */
    public TableBuilder addValues(Object... row) {
        ensureCapacity();
        lines.set(rows, rows + 1L);
        parser.read(new SourceRow(rows + 1L, Arrays.asList(row)), into);
        rows++;
        return this;
    }

    /**
     * Adds a row of a source.
     *
     * @throws DataException if the number of cells differs from the header's, or a cell cannot be used
     * @since 0.1.0
     */
    public TableBuilder addRow(SourceRow row) {
        ensureCapacity();
        lines.set(rows, row.line());
        parser.read(row, into);
        rows++;
        return this;
    }

    /**
     * Adds a row of typed values by name; other names are left alone.
     *
     * @param row each column's value, null where it is missing
     * @throws DataException as {@link #addValues(Object...)} throws it, or if a column is not there (the nearest name is
     *     given)
     */
    public TableBuilder addValues(Map<String, ?> row) {
        Object[] ordered = new Object[parser.names().size()];
        for (int c = 0; c < ordered.length; c++) {
            if (!parser.types().get(c).isSkipped()) {
                ordered[c] = ValueRows.named(row, parser.names(), c, parser.source(), rows + 1L);
            }
        }
        return addValues(ordered);
    }

    /**
     * Adds the rows of another builder, which stays as it is: the table will be as if they had been added here one by one.
     * Each keeps its line.
     *
     * @param block of the same columns, as {@link #newBlock} gives it; not this builder
     * @throws IllegalArgumentException if it has others
     * @throws DataException if there are more rows than a table in memory can have
     * @since 0.1.0
     */
    public TableBuilder addAll(TableBuilder block) {
        requireSameColumns(block);
        ensureCapacity((long) rows + block.rows);
        for (int row = 0; row < block.rows; row++) {
            lines.set(rows + row, block.lines.get(row));
        }
        for (int c = 0; c < numbers.length; c++) {
            if (parser.types().get(c).isNumber()) {
                numbers[c].setAll(block.numbers[c], rows, block.rows);
            }
        }
        texts.setAll(block.texts, rows, block.rows);
        rows += block.rows;
        return this;
    }

    private void requireSameColumns(TableBuilder block) {
        boolean same = block.parser == parser
                || (block.parser.names().equals(parser.names())
                        && block.parser.types().equals(parser.types()));
        if (!same || block == this) {
            throw new IllegalArgumentException(
                    "table: rows can be added from another builder of the same columns only");
        }
    }

    /** About how many bytes of the heap the rows take that were added. */
    public long bytes() {
        long bytesOfRow = Long.BYTES;
        for (int c = 0; c < numbers.length; c++) {
            CellType type = parser.types().get(c);
            bytesOfRow += type.isNumber() ? numbers[c].bytes() : type.isText() ? Integer.BYTES : 0;
        }
        return rows * bytesOfRow + texts.bytes();
    }

    /** The table of the rows added. */
    public Table build() {
        Map<String, Column> columns = new LinkedHashMap<>();
        String[] known = texts.texts();
        for (int c = 0; c < numbers.length; c++) {
            columns.put(parser.names().get(c), column(c, known));
        }
        return Table.inMemory(parser.source(), rows, columns, lines.kept(rows));
    }

    private void put(int column, String text, boolean value) {
        int code = texts.find(text);
        if (code == TextCells.NONE) {
            requireWhole(column, text);
            code = texts.add(text);
        }
        texts.set(column, rows, code, value);
    }

    private void requireWhole(int column, String text) {
        if (!WholeText.is(text)) {
            throw new DataException(
                    new Location(parser.source(), lines.get(rows), column + 1),
                    "column '" + parser.names().get(column) + "' holds " + WholeText.fault(text));
        }
    }

    private Column column(int c, String[] known) {
        String name = parser.names().get(c);
        CellType type = parser.types().get(c);
        return switch (type.content()) {
            case NUMBER, NUMBER_OR_MISSING -> numbers[c].column(name, c + 1, type, rows);
            case TEXT -> KeptColumns.texts(name, c + 1, texts.codes(c, rows), known, texts.values(c, rows));
            case SKIPPED -> Column.skipped(name, c + 1);
        };
    }

    private void ensureCapacity() {
        if (rows == capacity) {
            ensureCapacity(rows + 1L);
        }
    }

    private void ensureCapacity(long needed) {
        if (needed > ArrayLength.MOST) {
            throw new DataException(parser.source() + ": has more than " + ArrayLength.MOST
                    + " rows, the most that a table in memory can have; convert it to a table file, which holds more,"
                    + " or divide it");
        }
        if (needed > capacity) {
            long more = Math.max(needed, rows + (long) Math.min(Math.max(rows, FIRST_CAPACITY), MOST_MORE));
            reserve((int) Math.min(more, ArrayLength.MOST));
        }
    }

    private void reserve(int more) {
        capacity = more;
        lines.reserve(capacity);
        for (int c = 0; c < numbers.length; c++) {
            CellType type = parser.types().get(c);
            if (type.isNumber()) {
                numbers[c].reserve(capacity);
            } else if (type.isText()) {
                texts.reserve(c, capacity);
            }
        }
    }
}
