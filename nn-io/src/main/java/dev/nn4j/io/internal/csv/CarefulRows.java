// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.nn4j.api.DataException;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Rows as FastCSV reads them: what is no CSV or no text is found here, and named by its place. */
final class CarefulRows {
    private final Utf8Reader reader;
    private final RowCollector collector;
    private final CloseableIterator<Row> rows;

    /**
     * Reads the rows of a text, at most this many bytes of it.
     *
     * @param line at which it begins
     */
    CarefulRows(Unpacked text, String source, long mostBytes, char separator, long line) {
        this.reader = new Utf8Reader(text, new CellPlace(source, separator, line), mostBytes, line > 1);
        this.collector = new RowCollector(source, line);
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(collector, reader)
                .iterator();
    }

    /** The next row; null at the end. */
    @Nullable
    Row next() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw translated(e);
        }
    }

    /** Whether there is text that was read and not parsed. */
    boolean isAtHand() {
        return reader.isAtHand();
    }

    /** The parser wraps everything that is thrown below it; its own words are about quotes alone. */
    private RuntimeException translated(CsvParseException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        if (e.getCause() instanceof RuntimeException ours) {
            return ours;
        }
        return new DataException(
                collector.here(),
                "the quoted cell that begins here is not closed, or text follows its closing quote; a quote inside a"
                        + " quoted cell is written twice");
    }
}
