// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.RowParser;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.data.TableBuilder;
import dev.nn4j.io.internal.file.DigestedStream;
import dev.nn4j.io.internal.file.RegularFile;
import dev.nn4j.io.internal.table.Directory;
import dev.nn4j.io.internal.table.MappedTable;
import dev.nn4j.io.internal.table.Origin;
import dev.nn4j.io.internal.table.Scratch;
import dev.nn4j.io.internal.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tables that do not fit into memory: a CSV is converted once to a compact file, whose cells are mapped into memory. Such
 * a {@link Table} trains and evaluates as any other, to the same bits, in a heap that does not grow with its rows.
 *
 * <pre>{@code
 * Table table = TableFile.convert(csv, experiment::cellType, file);
 * Model model = Training.of(experiment).run(table).model();
 * }</pre>
 *
 * <p>The file takes four bytes for each cell that is read and four for each row, and is checked whole when it is opened.
 * It must stay as it is while the table is in use. What is noted of rows meanwhile lies beside it, in files that are
 * removed.
 */
public final class TableFile {
    private TableFile() {}

    /**
     * Converts a CSV file and opens what comes out.
     *
     * @param types how the column of a name is read
     * @param file is replaced, if it is there, once the new one is complete
     * @throws IOException if a file cannot be read or written; the message names it
     * @throws dev.nn4j.api.DataException as {@link Csv#read(Path, Function)} throws it
     */
    public static Table convert(Path csv, Function<String, CellType> types, Path file) throws IOException {
        return convert(csv, types, file, () -> false);
    }

    /**
     * The same for who may want to stop it.
     *
     * @param cancelled is asked between rows whether to give up
     * @throws CancellationException if it said so; {@code file} is as it was
     */
    public static Table convert(Path csv, Function<String, CellType> types, Path file, BooleanSupplier cancelled)
            throws IOException {
        try (DigestedStream in = new DigestedStream(CsvRows.stream(csv), Files.size(csv));
                CsvRows rows = CsvRows.of(in, csv.toString())) {
            AtomicFile.write(file, out -> {
                try (TableWriter table = new TableWriter(parser(rows, types), out, Scratch.beside(file))) {
                    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        table.addRow(row.get().line(), row.get().cells());
                        if (cancelled.getAsBoolean()) {
                            throw new CancellationException("the conversion of " + csv + " was given up");
                        }
                    }
                    table.finish(new Origin(csv.toString(), in.sha256()));
                }
            });
        }
        return open(file);
    }

    /**
     * Opens a file that was converted before.
     *
     * @throws IOException if it cannot be read; the message names it
     * @throws dev.nn4j.api.DataException if it is no such file, of another version, or damaged
     */
    public static Table open(Path file) throws IOException {
        MappedTable mapped = mapped(file);
        return mapped.table(mapped.directory().origin().source());
    }

    /**
     * Opens a file that was converted before, if it was made of this very CSV, whose columns are to be read as they were
     * then.
     *
     * @return empty if it is of other data or was read otherwise
     * @throws IOException if a file cannot be read; the message names it
     * @throws dev.nn4j.api.DataException if it is no such file, of another version, or damaged
     */
    public static Optional<Table> open(Path file, Path csv, Function<String, CellType> types) throws IOException {
        MappedTable mapped = mapped(file);
        Directory directory = mapped.directory();
        List<CellType> wanted = directory.names().stream().map(types).toList();
        boolean same =
                wanted.equals(directory.types()) && directory.origin().sha256().equals(sha256(csv));
        return same ? Optional.of(mapped.table(csv.toString())) : Optional.empty();
    }

    /**
     * Reads the rows that are left: into memory while they take no more than so many bytes, else into a file that is
     * removed when the table is not used any more, or the process ends.
     *
     * @param mostBytes of the heap, about
     * @param moving is told, once, the folder of that file
     * @throws IOException if a file cannot be read or written; the message names it
     * @throws dev.nn4j.api.DataException as {@link Csv#read(Path, Function)} throws it
     */
    public static Table read(CsvRows rows, Function<String, CellType> types, long mostBytes, Consumer<Path> moving)
            throws IOException {
        RowParser parser = parser(rows, types);
        TableBuilder memory = Table.builder(parser.source(), parser.names(), parser.types());
        for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            memory.addRow(row.get().line(), row.get().cells());
            if (memory.bytes() > mostBytes) {
                Scratch scratch = Scratch.ofSystem();
                moving.accept(scratch.folder());
                return moved(memory.build(), rows, parser, scratch);
            }
        }
        return memory.build();
    }

    private static Table moved(Table first, CsvRows rows, RowParser parser, Scratch scratch) throws IOException {
        try (FileChannel file = scratch.open();
                OutputStream out = scratch.writing(file);
                TableWriter table = new TableWriter(parser, out, scratch)) {
            table.addRows(first);
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                table.addRow(row.get().line(), row.get().cells());
            }
            table.finish(new Origin(parser.source(), ""));
            out.flush();
            return MappedTable.open(parser.source(), file, scratch).table(parser.source());
        }
    }

    private static RowParser parser(CsvRows rows, Function<String, CellType> types) {
        return new RowParser(
                rows.source(), rows.header(), rows.header().stream().map(types).toList());
    }

    private static MappedTable mapped(Path file) throws IOException {
        try (FileChannel channel = RegularFile.open(file)) {
            return MappedTable.open(file.toString(), channel, Scratch.beside(file));
        }
    }

    private static String sha256(Path csv) throws IOException {
        try (DigestedStream in = new DigestedStream(CsvRows.stream(csv), Files.size(csv))) {
            return in.sha256();
        }
    }
}
