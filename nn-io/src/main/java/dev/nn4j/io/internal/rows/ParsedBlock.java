// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.rows;

import dev.nn4j.core.table.RowParser;
import java.util.Arrays;

/** Cells of a block that one thread parses and another one takes. */
final class ParsedBlock implements RowParser.Row, RowParser.Parsed {
    private static final int FIRST_CAPACITY = 512;

    private final boolean[] isText;
    private final boolean[] isNumber;
    private final double[][] numbers;
    private final String[][] texts;
    private long[] lines = new long[FIRST_CAPACITY];
    private int rows;

    ParsedBlock(RowParser parser) {
        int columns = parser.types().size();
        this.isText = new boolean[columns];
        this.isNumber = new boolean[columns];
        this.numbers = new double[columns][];
        this.texts = new String[columns][];
        for (int c = 0; c < columns; c++) {
            isText[c] = parser.types().get(c).isText();
            isNumber[c] = parser.types().get(c).isNumber();
            numbers[c] = new double[isNumber[c] ? FIRST_CAPACITY : 0];
            texts[c] = new String[isText[c] ? FIRST_CAPACITY : 0];
        }
    }

    @Override
    public void number(int column, double number) {
        numbers[column][rows] = number;
    }

    @Override
    public void text(int column, String text) {
        texts[column][rows] = text;
    }

    @Override
    public void ended(long line) {
        lines[rows] = line;
        rows++;
        if (rows == lines.length) {
            grow();
        }
    }

    private void grow() {
        lines = Arrays.copyOf(lines, 2 * rows);
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = isNumber[c] ? Arrays.copyOf(numbers[c], 2 * rows) : numbers[c];
            texts[c] = isText[c] ? Arrays.copyOf(texts[c], 2 * rows) : texts[c];
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public long line(int row) {
        return lines[row];
    }

    @Override
    public void give(int row, RowParser.Row into) {
        for (int c = 0; c < numbers.length; c++) {
            if (isNumber[c]) {
                into.number(c, numbers[c][row]);
            } else if (isText[c]) {
                into.text(c, texts[c][row]);
            }
        }
    }
}
