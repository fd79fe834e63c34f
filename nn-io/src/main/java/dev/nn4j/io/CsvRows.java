// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.io.internal.csv.EncodedStream;
import dev.nn4j.io.internal.csv.Row;
import dev.nn4j.io.internal.csv.RowReader;
import dev.nn4j.io.internal.file.NamedInputStream;
import dev.nn4j.io.internal.packed.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a CSV source one at a time, in memory that does not grow with their number. Not safe for several
 * threads.
 *
 * <p>The source is UTF-8 text, with or without a byte order mark, plain or packed by gzip. Cells are separated by the comma, semicolon or tab,
 * whichever its first line has most of; lines end with CR, LF or both, mixed if need be. A cell in double quotes may
 * hold separators and line ends, and a quote written twice (RFC 4180). Empty lines are skipped, and so are, where there are several
 * columns, lines of blank cells only, none of them in quotes, as spreadsheets write them. Faults are {@link
 * dev.nn4j.api.DataException}s at FILE:LINE:COLUMN, COLUMN being the cell within the row, counted from 1. A row of more
 * than 4 194 304 characters or 262 144 cells is one: a quote that is never closed does not swallow the whole file. So is a
 * row that repeats the header, as where files were joined.
 *
 * @since 0.1.0
 */
public final class CsvRows implements RowSource {
    private final String source;
    private final Header kind;
    private final RowReader reader;
    private boolean hasFilled;

    private CsvRows(String source, Header kind, RowReader reader) {
        this.source = source;
        this.kind = kind;
        this.reader = reader;
    }

    /**
     * Opens a file and reads its header. What is appended to the file afterwards is not read.
     *
     * @throws IOException if it cannot be read; the message names the file
     * @throws dev.nn4j.api.DataException if there is no header, or a column is there twice
     */
    public static CsvRows open(Path file) throws IOException {
        return open(file, Header.FIRST_LINE);
    }

    /**
     * The same for a file whose first line may be a row.
     *
     * @since 0.1.0
     */
    public static CsvRows open(Path file, Header header) throws IOException {
        InputStream in = NamedInputStream.open(file);
        return opened(in, file.toString(), Files.isRegularFile(file) ? Files.size(file) : Long.MAX_VALUE, header);
    }

    /**
     * Reads the header of a stream; closing the rows closes it.
     *
     * @param source as messages name it: {@code <stdin>}
     * @throws IOException if the stream cannot be read
     * @throws dev.nn4j.api.DataException if there is no header, or a column is there twice
     */
    public static CsvRows of(InputStream in, String source) throws IOException {
        return of(in, source, Header.FIRST_LINE);
    }

    /**
     * Reads the header of characters; closing the rows closes the reader.
     *
     * @param source as messages name it
     * @throws IOException if the reader cannot be read, or gives half of a surrogate pair
     * @throws dev.nn4j.api.DataException if there is no header, or a column is there twice
     */
    public static CsvRows of(Reader reader, String source) throws IOException {
        return of(new EncodedStream(reader), source);
    }

    /**
     * The same for a stream whose first line may be a row.
     *
     * @since 0.1.0
     */
    public static CsvRows of(InputStream in, String source, Header header) throws IOException {
        return opened(in, source, Long.MAX_VALUE, header);
    }

    static CsvRows of(Unpacked text, String source, Header header) throws IOException {
        return opened(text.bytes(), text, source, Long.MAX_VALUE, header);
    }

    private static CsvRows opened(InputStream in, String source, long bytes, Header header) throws IOException {
        try {
            return opened(in, Unpacked.of(in, source), source, bytes, header);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static CsvRows opened(InputStream in, Unpacked text, String source, long bytes, Header header)
            throws IOException {
        try {
            return new CsvRows(source, header, new RowReader(text, source, bytes, header == Header.FIRST_LINE));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> header() {
        return reader.header();
    }

    /**
     * Reads the next row; empty at the end.
     *
     * @throws IOException if the source cannot be read
     * @throws dev.nn4j.api.DataException if it is no CSV here, or no row follows the header at all
     */
    @Override
    public Optional<SourceRow> next() throws IOException {
        return reader.next().map(CsvRows::published);
    }

    /**
     * The same without skipping lines of blank cells only, for callers that answer each line. Such a row may have more or
     * fewer cells than the header.
     *
     * @since 0.1.0
     */
    @Override
    public Optional<SourceRow> nextOrBlank() throws IOException {
        return reader.nextOrBlank().map(CsvRows::published);
    }

    /**
     * The rows that lie in what is read of the source at once, some hundred as a rule. A fault behind them is thrown by the
     * next call.
     *
     * @since 0.1.0
     */
    @Override
    public List<SourceRow> nextRows() throws IOException {
        List<Row> rows = reader.nextRows();
        SourceRow[] published = new SourceRow[rows.size()];
        for (int r = 0; r < published.length; r++) {
            published[r] = published(rows.get(r));
        }
        return Collections.unmodifiableList(Arrays.asList(published));
    }

    /**
     * The same, some at a time, but without lines of blank cells only.
     *
     * @throws dev.nn4j.api.DataException also if there are no others
     * @since 0.1.0
     */
    @Override
    public List<SourceRow> nextFilledRows() throws IOException {
        if (!hasFilled) {
            hasFilled = true;
            return next().map(List::of).orElse(List.of()); // which says it if there is none
        }
        return RowSource.super.nextFilledRows();
    }

    /**
     * How many lines of blank cells only there were so far.
     *
     * @since 0.1.0
     */
    @Override
    public long blankRows() {
        return reader.blankRows();
    }

    @Override
    public boolean isHeaderALine() {
        return kind == Header.FIRST_LINE;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static SourceRow published(Row row) {
        return new SourceRow(row.line(), row.cells(), row.isBlank());
    }
}
