// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of columns as they come. Equal ones are kept once: labels are few and rows are many. */
public final class TextCells {
    /** What {@link #find} says of a text that is not there. */
    public static final int NONE = -1;
    /** Bytes that a text in the heap takes beside its characters, about. */
    private static final int TEXT_BYTES = 100;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    /** Codes. */
    private final GrowingWords[] cells;
    /** Which texts stand for values that were none. */
    private final BitSet[] valued;

    private long bytes;

    /** Of so many columns. */
    public TextCells(int columns) {
        this.cells = new GrowingWords[columns];
        Arrays.setAll(cells, column -> new GrowingWords());
        this.valued = new BitSet[columns];
        Arrays.setAll(valued, column -> new BitSet());
    }

    /** Makes room for so many in a column. */
    public void reserve(int column, int capacity) {
        cells[column].reserve(capacity);
    }

    /** The code of a text. */
    public int find(String text) {
        return codes.getOrDefault(text, NONE);
    }

    /** The code that a text is given, which is not there yet. */
    public int add(String text) {
        int code = texts.size();
        codes.put(text, code);
        texts.add(text);
        bytes += TEXT_BYTES + text.length();
        return code;
    }

    /** Sets the text of a row. */
    public void set(int column, int row, int code, boolean value) {
        cells[column].set(row, code);
        valued[column].set(row, value);
    }

    /** Sets the texts of rows, the first so many of a block; each of them that differs from others is looked up once. */
    public void setAll(TextCells block, int row, int count) {
        int[] codeOf = new int[block.texts.size()];
        for (int code = 0; code < codeOf.length; code++) {
            String text = block.texts.get(code);
            int found = find(text);
            codeOf[code] = found == NONE ? add(text) : found;
        }
        for (int column = 0; column < cells.length; column++) {
            if (cells[column].isUsed()) {
                copy(block, column, row, count, codeOf);
            }
        }
    }

    private void copy(TextCells block, int column, int row, int count, int[] codeOf) {
        GrowingWords from = block.cells[column];
        GrowingWords to = cells[column];
        for (int i = 0; i < count; i++) {
            to.set(row + i, codeOf[from.get(i)]);
        }
        BitSet values = block.valued[column];
        valued[column].clear(row, row + count);
        for (int i = values.nextSetBit(0); i >= 0 && i < count; i = values.nextSetBit(i + 1)) {
            valued[column].set(row + i);
        }
    }

    /** About how many bytes of the heap the texts take, their places in rows aside. */
    public long bytes() {
        return bytes;
    }

    /** All texts that there are, by their codes. */
    public String[] texts() {
        return texts.toArray(new String[0]);
    }

    /** The codes of the first so many of a column. */
    public KeptWords codes(int column, int rows) {
        return cells[column].kept(rows);
    }

    /** Which of the first so many of a column stand for values that were no texts. */
    public BitSet values(int column, int rows) {
        return valued[column].get(0, rows);
    }
}
