// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.cell;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * The texts of a row's cells, each made of its bytes when it is asked for: of cells that are numbers or are not read none is
 * ever made. Immutable, and safe for all threads, as long as nobody changes the arrays. A source of texts may give its rows
 * cells such as these, and tables, trainings and predictions read their numbers without a text.
 *
 * @since 0.1.0
 */
public final class RowTexts extends AbstractList<String> {
    private final byte[] utf8;
    private final int[] bounds;
    private final int first;
    private final int size;
    private final KnownTexts known;

    /**
     * Some of the cells that lie in an array, one behind the other or with anything between them.
     *
     * @param utf8 valid UTF-8 wherever there is a cell; not copied
     * @param bounds where each cell begins and, in the next element, where it ends; not copied. The complement {@code
     *     ~begin} stands for a cell in which each double quote is written twice
     * @param first of the cells of this row, counted from 0
     * @param size how many there are
     * @param known of all rows of the source
     * @throws IndexOutOfBoundsException if there are fewer bounds
     */
    public RowTexts(byte[] utf8, int[] bounds, int first, int size, KnownTexts known) {
        Objects.checkFromIndexSize(2L * first, 2L * size, bounds.length);
        this.utf8 = utf8;
        this.bounds = bounds;
        this.first = first;
        this.size = size;
        this.known = known;
    }

    /** These texts, which must be whole: half of a surrogate pair becomes a question mark. */
    public static RowTexts of(List<String> texts, KnownTexts known) {
        byte[][] encoded = new byte[texts.size()][];
        int[] bounds = new int[2 * encoded.length];
        int count = 0;
        for (int c = 0; c < encoded.length; c++) {
            encoded[c] = texts.get(c).getBytes(StandardCharsets.UTF_8);
            bounds[2 * c] = count;
            count += encoded[c].length;
            bounds[2 * c + 1] = count;
        }
        byte[] utf8 = new byte[count];
        for (int c = 0; c < encoded.length; c++) {
            System.arraycopy(encoded[c], 0, utf8, bounds[2 * c], encoded[c].length);
        }
        return new RowTexts(utf8, bounds, 0, encoded.length, known);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int cell) {
        int from = bounds[index(cell)];
        int to = bounds[index(cell) + 1];
        return from >= 0
                ? known.text(utf8, from, to)
                : known.text(utf8, ~from, to).replace("\"\"", "\"");
    }

    /** How many bytes a cell takes, at least as many as its text has characters. */
    public int length(int cell) {
        int from = bounds[index(cell)];
        return bounds[index(cell) + 1] - (from >= 0 ? from : ~from);
    }

    /**
     * The number in a cell that is nothing but a plain one, as {@link NumberCell#valueOf} reads it of the cell's text; NaN
     * for all others, which only that can tell. Finite as a float, too.
     */
    public double plainNumber(int cell) {
        int from = bounds[index(cell)];
        return from >= 0 ? NumberBytes.of(utf8, from, bounds[index(cell) + 1]) : Double.NaN;
    }

    /**
     * The first cells of it.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public RowTexts first(int cells) {
        return new RowTexts(utf8, bounds, first, Objects.checkIndex(cells, size + 1), known);
    }

    private int index(int cell) {
        return 2 * (first + Objects.checkIndex(cell, size));
    }
}
