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
    private boolean lone;

    /** Writes to this stream; closing closes it. */
    public RowWriter(OutputStream out) {
        this.writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(new QuoteStrategy() {
                    /** An empty cell that is all of a row would make a blank line, which readers skip. */
                    @Override
                    public boolean quoteEmpty(int line, int field) {
                        return lone;
                    }

                    /** A reader finds out the separator from the first line, and takes a mark off its front. */
                    @Override
                    public boolean quoteValue(int line, int field, String cell) {
                        return line == 1 && (Separator.isIn(cell) || cell.charAt(0) == Utf8Reader.BYTE_ORDER_MARK);
                    }
                })
                .build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row. */
    public void write(List<String> cells) throws IOException {
        try {
            lone = cells.size() == 1;
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
