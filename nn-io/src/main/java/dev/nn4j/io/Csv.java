// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.DataException;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.internal.flight.RecordedRows;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads CSV into tables; {@link CsvRows} says what CSV is and reads it row by row. {@link RowSources} reads it and other
 * sources alike.
 *
 * @since 0.1.0
 */
public final class Csv {
    private Csv() {}

    /**
     * Reads a file.
     *
     * @param types how the column of a name is read
     * @throws IOException if it cannot be read; the message names the file
     * @throws dev.nn4j.api.DataException if it is no CSV, a row has more or fewer cells than the header, or a cell of a
     *     column of numbers holds none
     */
    public static Table read(Path file, Function<String, CellType> types) throws IOException {
        return read(file, types, 1);
    }

    /**
     * The same on several threads: {@code Csv.read(file, types, Execution.defaults().threads())}. The table is the same, and so
     * is the first fault.
     *
     * @param threads at most so many work; at least 1
     * @throws IllegalArgumentException for fewer
     * @since 0.1.0
     */
    public static Table read(Path file, Function<String, CellType> types, int threads) throws IOException {
        try (RowSource rows = RecordedRows.of(CsvRows.open(file))) {
            return RowSources.read(rows, types, () -> false, threads);
        }
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @param source as messages name it: {@code <stdin>}
     * @see #read(Path, Function)
     */
    public static Table read(InputStream in, String source, Function<String, CellType> types) throws IOException {
        try (RowSource rows = RecordedRows.of(CsvRows.of(in, source))) {
            return RowSources.read(rows, types);
        }
    }

    /**
     * Reads characters to their end and closes the reader.
     *
     * @param source as messages name it
     * @see #read(Path, Function)
     */
    public static Table read(Reader reader, String source, Function<String, CellType> types) throws IOException {
        try (RowSource rows = RecordedRows.of(CsvRows.of(reader, source))) {
            return RowSources.read(rows, types);
        }
    }

    /**
     * Reads CSV that is in memory, header included: {@code Csv.parse("x,y\n1,2\n", experiment::cellType)}. Messages call
     * it "csv".
     *
     * @throws dev.nn4j.api.DataException as {@link #read(Path, Function)} throws it, or if there is half of a surrogate
     *     pair
     */
    public static Table parse(String text, Function<String, CellType> types) {
        try {
            return read(new StringReader(text), "csv", types);
        } catch (IOException e) {
            throw new DataException("csv: holds half of a surrogate pair, which is no text");
        }
    }
}
