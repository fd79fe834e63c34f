// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads the rows of one source, one at a time. */
public final class RowReader implements Closeable {
    private final String source;
    private final Utf8Reader reader;
    private final RowCollector collector;
    private final CloseableIterator<Row> rows;
    private final List<String> header;
    private boolean empty = true;

    /**
     * Reads the header.
     *
     * @param source as messages name it
     * @param mostBytes how much is read of the stream
     */
    public RowReader(InputStream in, String source, long mostBytes) throws IOException {
        this.source = source;
        InputStream text = Unzipped.of(in, source);
        // what is packed says itself where it ends
        this.reader = new Utf8Reader(text, source, text instanceof GZIPInputStream ? Long.MAX_VALUE : mostBytes);
        this.collector = new RowCollector(reader, source);
        this.rows = CsvReader.builder()
                .fieldSeparator(Separator.of(reader.firstLine()))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(collector, reader)
                .iterator();
        this.header = parse().orElseThrow(() ->
                        new DataException(new Location(source, 1, 1), "is empty; the first line must name the columns"))
                .cells();
        requireDistinct(header);
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /** The next row that is not empty; empty at the end. */
    public Optional<Row> next() throws IOException {
        Optional<Row> row = parse();
        if (row.isEmpty() && empty) {
            throw new DataException(new Location(source, 2, 1), "no rows follow the header; add at least one");
        }
        empty = false;
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Optional<Row> parse() throws IOException {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw translated(e);
        }
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

    private void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < names.size(); c++) {
            if (!seen.add(names.get(c))) {
                throw new DataException(
                        new Location(source, 1, c + 1), "column '" + names.get(c) + "' is there twice; rename one");
            }
        }
    }
}
