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

/** Writes rows of cells. */
public final class RowWriter implements Closeable {
    private final CsvWriter writer;
    private boolean blank;

    /** Writes to this stream; closing closes it. */
    public RowWriter(OutputStream out) {
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new QuoteStrategy() {
                    /** Empty cells that are all of a row would make a blank line, which readers skip. */
                    @Override
                    public boolean quoteEmpty(int line, int field) {
                        return blank && field == 0;
                    }

                    /**
                     * A reader finds out the separator from the first line, and looks whether another kind of file
                     * begins so; blanks around a cell that is not quoted, and marks before it, it takes off everywhere.
                     */
                    @Override
                    public boolean quoteValue(int line, int field, String cell) {
                        return Blanks.areAround(cell)
                                || cell.charAt(0) == Utf8Reader.BYTE_ORDER_MARK
                                || (line == 1 && (Separator.isIn(cell) || ForeignFormat.isBegunBy(cell)));
                    }
                })
                .build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row. */
    public void write(List<String> cells) throws IOException {
        try {
            blank = cells.stream().allMatch(String::isEmpty);
            writer.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
