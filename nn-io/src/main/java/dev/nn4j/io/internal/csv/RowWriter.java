// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows of cells: UTF-8, commas, lines that end with LF, quotes where they are needed. */
public final class RowWriter implements Closeable {
    private final OutputStream out;
    private final CsvWriter writer;
    private boolean isFirst;
    private boolean blank;

    /**
     * Writes to this stream; closing closes it.
     *
     * @param isFirst whether a reader meets the first row before all others
     */
    public RowWriter(OutputStream out, boolean isFirst) {
        this.isFirst = isFirst;
        this.out = out;
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new Quotes())
                .build(out, StandardCharsets.UTF_8);
    }

    /** Which cells are quoted beside those that hold what ends cells and rows. */
    private final class Quotes implements QuoteStrategy {
        /** Empty cells that are all of a row would make a blank line, which readers skip. */
        @Override
        public boolean quoteEmpty(int line, int field) {
            return blank && field == 0;
        }

        /**
         * A reader finds out the separator from the first line, and looks whether another kind of file begins so; blanks
         * around a cell that is not quoted, and marks before it, it takes off everywhere.
         */
        @Override
        public boolean quoteValue(int line, int field, String cell) {
            return Blanks.areAround(cell)
                    || cell.charAt(0) == Utf8Reader.BYTE_ORDER_MARK
                    || (isFirst && (Separator.isIn(cell) || ForeignFormat.isBegunBy(cell)));
        }
    }

    /** Writes a row. */
    public void write(List<String> cells) throws IOException {
        try {
            blank = isBlank(cells);
            writer.writeRecord(cells);
            isFirst = false;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Hands the stream all that was written so far. */
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) { // which the writer leaves open if its last rows are refused
            writer.close();
        }
    }
}
