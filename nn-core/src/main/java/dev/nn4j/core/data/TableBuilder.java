// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import dev.nn4j.api.DataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects rows of text cells into a {@link Table}, numbers parsed as they come. Not safe for several threads. */
public final class TableBuilder {
    private static final int FIRST_CAPACITY = 256;
    /** Bytes that a text in the heap takes beside its characters, about. */
    private static final int TEXT_BYTES = 100;

    private final RowParser parser;
    private final float[][] numbers;
    private final String[][] texts;
    /** Equal texts of a column are kept once: labels are few and rows are many. */
    private final Map<String, String> interned = new HashMap<>();

    private final RowParser.Row into = new RowParser.Row() {
        @Override
        public void number(int column, float number) {
            numbers[column][rows] = number;
        }

        @Override
        public void text(int column, String text) {
            texts[column][rows] = interned.computeIfAbsent(text, TableBuilder.this::counted);
        }
    };

    private long[] lines = new long[FIRST_CAPACITY];
    private int rows;
    private long textBytes;

    TableBuilder(String source, List<String> names, List<CellType> types) {
        this.parser = new RowParser(source, names, types);
        this.numbers = new float[names.size()][0];
        this.texts = new String[names.size()][0];
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
        lines[rows] = line;
        parser.read(line, cells, into);
        rows++;
        return this;
    }

    /** About how many bytes of the heap the rows take that were added. */
    public long bytes() {
        long kept = parser.types().stream().filter(type -> !type.isSkipped()).count();
        return rows * (Long.BYTES + kept * Integer.BYTES) + textBytes;
    }

    /** The table of the rows added. */
    public Table build() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int c = 0; c < numbers.length; c++) {
            columns.put(parser.names().get(c), column(c));
        }
        return Table.inMemory(parser.source(), columns, Arrays.copyOf(lines, rows));
    }

    private String counted(String text) {
        textBytes += TEXT_BYTES + text.length();
        return text;
    }

    private Column column(int c) {
        String name = parser.names().get(c);
        CellType type = parser.types().get(c);
        return switch (type.content()) {
            case NUMBER, NUMBER_OR_MISSING -> Column.numbers(name, c + 1, type, Arrays.copyOf(numbers[c], rows));
            case TEXT -> Column.texts(name, c + 1, Arrays.copyOf(texts[c], rows));
            case SKIPPED -> Column.skipped(name, c + 1);
        };
    }

    private void ensureCapacity() {
        if (rows == 0 || rows == lines.length) {
            int capacity = rows == 0 ? FIRST_CAPACITY : Math.multiplyExact(rows, 2);
            lines = Arrays.copyOf(lines, capacity);
            for (int c = 0; c < numbers.length; c++) {
                CellType type = parser.types().get(c);
                numbers[c] = type.isNumber() ? Arrays.copyOf(numbers[c], capacity) : numbers[c];
                texts[c] = type.isText() ? Arrays.copyOf(texts[c], capacity) : texts[c];
            }
        }
    }
}
