// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.table.RowParser;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import dev.nn4j.io.internal.file.Interruptible;
import dev.nn4j.io.internal.file.RegularFile;
import dev.nn4j.io.internal.table.Directory;
import dev.nn4j.io.internal.table.MappedTable;
import dev.nn4j.io.internal.table.MovingTable;
import dev.nn4j.io.internal.table.ParsedRows;
import dev.nn4j.io.internal.table.ScratchFolder;
import dev.nn4j.io.internal.table.TableOrigin;
import dev.nn4j.io.internal.table.TableWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tables that do not fit into memory: a CSV, or any other source of rows, is converted once to a compact file, whose cells
 * are mapped into memory. Such a {@link Table} trains and evaluates as any other, to the same bits, in a heap that does not
 * grow with its rows.
 *
 * <pre>{@code
 * Table table = TableFile.convert(csv, experiment::cellType, file);
 * Model model = Training.of(experiment).run(table).model();
 * }</pre>
 *
 * <p>The file takes four bytes for each cell that is read and four for each row, and four more for a number that a float
 * and few decimals do not give back, and is checked whole when it is opened.
 * It must stay as it is while the table is in use. What is noted of rows meanwhile lies beside it, in files that are
 * removed.
 *
 * @since 0.1.0
 */
public final class TableFile {
    private TableFile() {}

    /**
     * Converts a CSV file whose first line names its columns, and opens what comes out.
     *
     * @param types how the column of a name is read
     * @param file is replaced, if it is there, once the new one is complete
     * @throws CancellationException if the thread is interrupted, which it then still is; {@code file} is as it was
     * @throws IOException if a file cannot be read or written; the message names it
     * @throws dev.nn4j.api.DataException as {@link Csv#read(Path, Function)} throws it
     */
    public static Table convert(Path csv, Function<String, CellType> types, Path file) throws IOException {
        return convert(csv, Header.FIRST_LINE, TableReading.of(types), file);
    }

    /**
     * The same for a file whose first line may be a row, on several threads, or so that it can be cancelled.
     *
     * @throws CancellationException if the reading is cancelled, or the thread is interrupted; {@code file} is as it was
     * @since 0.1.0
     */
    public static Table convert(Path csv, Header header, TableReading reading, Path file) throws IOException {
        return convert(ConvertedSource.csv(csv, header), reading, file);
    }

    /**
     * Converts any source of rows; see {@link #convert(Path, Header, TableReading, Path)}.
     *
     * @param sources which open it: {@code RowSources.installed()}
     * @since 0.1.0
     */
    public static Table convert(RowSources sources, SourceRequest source, TableReading reading, Path file)
            throws IOException {
        return convert(ConvertedSource.of(sources, source), reading, file);
    }

    private static Table convert(ConvertedSource source, TableReading reading, Path file) throws IOException {
        return Interruptible.get("the conversion of " + source.name(), () -> {
            source.convert((rows, digest) -> write(rows, source.name(), digest, reading, file), reading.cancellation());
            return opened(file, reading.cancellation());
        });
    }

    /**
     * Converts the rows that are left of a source, one at a time; it is left open. The file does not know what they came
     * from, so it is opened by {@link #open(Path)}.
     *
     * <pre>{@code
     * Table table = TableFile.convert(Jdbc.rows(rows, "customer", experiment::cellType), experiment::cellType, file);
     * }</pre>
     *
     * @since 0.1.0
     */
    public static Table convert(RowSource rows, Function<String, CellType> types, Path file) throws IOException {
        return convert(rows, TableReading.of(types), file);
    }

    /**
     * The same on several threads, or so that it can be cancelled; see {@link #convert(Path, Header, TableReading, Path)}.
     *
     * @since 0.1.0
     */
    public static Table convert(RowSource rows, TableReading reading, Path file) throws IOException {
        return Interruptible.get("the conversion of " + rows.source(), () -> {
            write(rows, rows.source(), () -> "", reading, file);
            return opened(file, reading.cancellation());
        });
    }

    private static void write(
            RowSource rows, String origin, ConvertedSource.Digest digest, TableReading reading, Path file)
            throws IOException {
        RowParser parser = reading.parser(rows);
        TableBuilder columns = Table.builder(parser.source(), parser.names(), parser.types());
        AtomicFile.write(file, out -> {
            try (TableWriter table = new TableWriter(parser, out, ScratchFolder.beside(file))) {
                ParsedRows.bring(rows, columns, reading.threads(), reading.cancellation(), table);
                table.finish(new TableOrigin(origin, digest.sha256()));
            }
        });
    }

    /**
     * Opens a file that was converted before.
     *
     * @throws CancellationException if the thread is interrupted, which it then still is
     * @throws IOException if it cannot be read; the message names it
     * @throws dev.nn4j.api.DataException if it is no such file, of another version, or damaged
     */
    public static Table open(Path file) throws IOException {
        return Interruptible.get("the check of " + file, () -> opened(file, Cancellation.when(() -> false)));
    }

    private static Table opened(Path file, Cancellation cancellation) throws IOException {
        MappedTable mapped = mapped(file, cancellation);
        return mapped.table(mapped.directory().origin().source());
    }

    /**
     * Opens a file that was converted before, if it was made of this very CSV, whose first line names its columns, and these
     * are to be read as they were then.
     *
     * @return empty if it is of other data, was read otherwise, or keeps only the nearest floats of numbers, as files of
     *     older versions do
     * @throws CancellationException if the thread is interrupted, which it then still is
     * @throws IOException if a file cannot be read; the message names it
     * @throws dev.nn4j.api.DataException if it is no such file, of another version, or damaged
     */
    public static Optional<Table> open(Path file, Path csv, Function<String, CellType> types) throws IOException {
        return open(file, csv, Header.FIRST_LINE, TableReading.of(types));
    }

    /**
     * The same for a file whose first line may be a row, or so that it can be cancelled: both files are read whole.
     *
     * @throws CancellationException if the reading is cancelled, or the thread is interrupted
     * @since 0.1.0
     */
    public static Optional<Table> open(Path file, Path csv, Header header, TableReading reading) throws IOException {
        return open(file, ConvertedSource.csv(csv, header), reading);
    }

    /**
     * The same for a table that any source was converted to. What is no file is never known to be the same.
     *
     * @param sources which open it: {@code RowSources.installed()}
     * @since 0.1.0
     */
    public static Optional<Table> open(Path file, RowSources sources, SourceRequest source, TableReading reading)
            throws IOException {
        return open(file, ConvertedSource.of(sources, source), reading);
    }

    private static Optional<Table> open(Path file, ConvertedSource source, TableReading reading) throws IOException {
        Cancellation cancellation = reading.cancellation();
        return Interruptible.get("the check of " + file, () -> {
            MappedTable mapped = mapped(file, cancellation);
            Directory directory = mapped.directory();
            List<CellType> wanted =
                    directory.names().stream().map(reading.types()).toList();
            Table table = mapped.table(source.name());
            boolean same = directory.isExact()
                    && wanted.equals(directory.types())
                    && !source.files().isEmpty()
                    && directory.origin().sha256().equals(source.sha256(cancellation))
                    && beginsAs(table, directory.names(), source);
            return same ? Optional.of(table) : Optional.empty();
        });
    }

    /** Whether a table's first line was read as this header would have it. */
    private static boolean beginsAs(Table table, List<String> names, ConvertedSource source) throws IOException {
        try (RowSource rows = source.open()) {
            return rows.header().equals(names)
                    && !table.columns().isEmpty()
                    && rows.next().orElseThrow().line()
                            == table.location(0, table.columns().get(0)).line();
        }
    }

    /**
     * Reads the rows that are left: into memory while they take no more than so many bytes, else into a file that is
     * removed when the table is not used any more, or the process ends.
     *
     * @param mostBytes of the heap, about
     * @param moving is told, once, the folder of that file; by any of the threads
     * @throws CancellationException if the reading is cancelled, or the thread is interrupted, which it then still is
     * @throws IOException if a file cannot be read or written; the message names it
     * @throws dev.nn4j.api.DataException as {@link Csv#read(Path, Function)} throws it
     */
    public static Table read(RowSource rows, TableReading reading, long mostBytes, Consumer<Path> moving)
            throws IOException {
        return Interruptible.get("the reading of " + rows.source(), () -> {
            try (MovingTable table = new MovingTable(reading.parser(rows), mostBytes, moving)) {
                ParsedRows.bring(rows, table.columns(), reading.threads(), reading.cancellation(), table);
                return table.table(reading.cancellation());
            }
        });
    }

    private static MappedTable mapped(Path file, Cancellation cancellation) throws IOException {
        try (FileChannel channel = RegularFile.open(file)) {
            return MappedTable.open(file.toString(), channel, ScratchFolder.beside(file), cancellation);
        }
    }
}
