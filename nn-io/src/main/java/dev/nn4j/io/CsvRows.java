// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.io.internal.csv.Row;
import dev.nn4j.io.internal.csv.RowReader;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.file.NamedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a CSV source one at a time, in memory that does not grow with their number. Not safe for several
 * threads.
 *
 * <p>The source is UTF-8 text, with or without a byte order mark, plain or packed by gzip. Cells are separated by the comma, semicolon or tab,
 * whichever its first line has most of; lines end with CR, LF or both, mixed if need be. A cell in double quotes may
 * hold separators and line ends, and a quote written twice (RFC 4180). Empty lines are skipped. Faults are {@link
 * dev.nn4j.api.DataException}s at FILE:LINE:COLUMN, COLUMN being the cell within the row, counted from 1. A row of more
 * than 4 194 304 characters or 262 144 cells is one: a quote that is never closed does not swallow the whole file.
 */
public final class CsvRows implements Closeable {
    private final String source;
    private final RowReader reader;

    private CsvRows(String source, RowReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /**
     * Opens a file and reads its header. What is appended to the file afterwards is not read.
     *
     * @throws IOException if it cannot be read; the message names the file
     * @throws dev.nn4j.api.DataException if there is no header, or a column is there twice
     */
    public static CsvRows open(Path file) throws IOException {
        InputStream in = stream(file);
        return opened(in, file.toString(), Files.isRegularFile(file) ? Files.size(file) : Long.MAX_VALUE);
    }

    /** The bytes of a file, named in every fault. */
    static InputStream stream(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw FileFaults.of(file, "is a folder, not a file");
        }
        try {
            return new NamedInputStream(file, Files.newInputStream(file));
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
    }

    /**
     * Reads the header of a stream; closing the rows closes it.
     *
     * @param source as messages name it: {@code <stdin>}
     * @throws IOException if the stream cannot be read
     * @throws dev.nn4j.api.DataException if there is no header, or a column is there twice
     */
    public static CsvRows of(InputStream in, String source) throws IOException {
        return opened(in, source, Long.MAX_VALUE);
    }

    private static CsvRows opened(InputStream in, String source, long bytes) throws IOException {
        try {
            return new CsvRows(source, new RowReader(in, source, bytes));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The file or other origin, as messages name it. */
    public String source() {
        return source;
    }

    /** The names of the columns, all different. */
    public List<String> header() {
        return reader.header();
    }

    /**
     * Reads the next row; empty at the end. That it has as many cells as the header is for the caller to check, as
     * {@link dev.nn4j.core.data.RowBinding} and {@link dev.nn4j.core.data.TableBuilder} do.
     *
     * @throws IOException if the source cannot be read
     * @throws dev.nn4j.api.DataException if it is no CSV here, or no row follows the header at all
     */
    public Optional<CsvRow> next() throws IOException {
        return reader.next().map(CsvRows::published);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static CsvRow published(Row row) {
        return new CsvRow(row.line(), row.cells());
    }
}
