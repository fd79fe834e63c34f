// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads CSV into tables; {@link CsvRows} says what CSV is and reads it row by row. */
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
        try (CsvRows rows = CsvRows.open(file)) {
            return read(rows, types);
        }
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @param source as messages name it: {@code <stdin>}
     * @see #read(Path, Function)
     */
    public static Table read(InputStream in, String source, Function<String, CellType> types) throws IOException {
        try (CsvRows rows = CsvRows.of(in, source)) {
            return read(rows, types);
        }
    }

    /**
     * Reads the rows that are left, for who wants to see the header first.
     *
     * @see #read(Path, Function)
     */
    public static Table read(CsvRows rows, Function<String, CellType> types) throws IOException {
        List<CellType> byColumn = rows.header().stream().map(types).toList();
        TableBuilder table = Table.builder(rows.source(), rows.header(), byColumn);
        for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            table.addRow(row.get().line(), row.get().cells());
        }
        return table.build();
    }
}
