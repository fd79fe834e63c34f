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
import java.util.Optional;

/** Rows of any CSV as FastCSV finds them, and the words for what is none. */
final class ParsedText {
    private final Utf8Reader reader;
    private final RowCollector collector;
    private final CloseableIterator<Row> rows;
    private long count;

    /** From characters of which some may have been looked at. */
    ParsedText(Utf8Reader reader, RowCollector collector, char separator) {
        this.reader = reader;
        this.collector = collector;
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(collector, reader)
                .iterator();
    }

    /**
     * A row from which on rows are read.
     *
     * @param line where it stands, counted from 1
     * @param quoted whether there are an odd number of quotes before it
     */
    record Start(long line, boolean quoted) {
        /** The first one. */
        static final Start FIRST = new Start(1, false);
    }

    /**
     * The rows of a source from a row on.
     *
     * @param text begins with that row
     */
    static ParsedText from(Unpacked text, String source, long mostBytes, Start start, char separator) {
        Utf8Reader reader = new Utf8Reader(text, source, mostBytes, start);
        return new ParsedText(reader, new RowCollector(reader, source, start.line()), separator);
    }

    /** The next row that is not empty. */
    Optional<Row> next() throws IOException {
        try {
            Optional<Row> row = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
            count += row.isPresent() ? 1 : 0;
            return row;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw translated(e);
        }
    }

    /** How many rows there were so far. */
    long count() {
        return count;
    }

    void close() throws IOException {
        reader.close();
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
