// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.TableFile;
import dev.nn4j.io.TableReading;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Reads sources into tables: into memory what is small beside the heap, the rest into a file that is mapped. */
public final class TableReader {
    /** A table in memory may take this share of the heap: it is divided, encoded and evaluated beside itself. */
    private static final int SHARE = 8;

    private final Console console;
    private final int threads;
    private final BooleanSupplier cancelled;

    /**
     * Tells on this console where tables go.
     *
     * @param threads at most so many parse rows
     */
    public TableReader(Console console, int threads) {
        this(console, threads, () -> false);
    }

    /**
     * The same, which can be cancelled.
     *
     * @param cancelled whether to give up reading, which then ends with a {@link
     *     java.util.concurrent.CancellationException}
     */
    public TableReader(Console console, int threads, BooleanSupplier cancelled) {
        this.console = console;
        this.threads = threads;
        this.cancelled = cancelled;
    }

    /** The table that an experiment learns from. */
    public Table training(Source source, Experiment experiment) throws IOException {
        try (RowSource rows = source.rows(console, experiment.data().columns())) {
            return read(rows, experiment::cellType);
        }
    }

    /** The same by way of a file that stays: made if it is not there or holds other data, else used as it is. */
    public Table training(Source source, Experiment experiment, Path cache) throws IOException {
        List<Path> files = source.filesOfRows();
        if (files.isEmpty()) {
            throw Failure.usage("--cache: needs a file to be of, and " + source.name() + " is none; leave it out");
        }
        for (Path file : files) {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "must be a regular file, which can be read twice");
            }
        }
        String data = source.name();
        source.rows(console, experiment.data().columns()).close();
        TableReading reading = reading(experiment::cellType);
        if (Files.exists(cache)) {
            Optional<Table> kept = TableFile.open(cache, Source.sources(), source.request(), reading);
            if (kept.isPresent()) {
                console.detail(cache + " holds the rows of " + data);
                return kept.get();
            }
            console.tell(cache + " was made from other data, or to read other columns; it is converted again");
        } else {
            console.tell(data + " is converted to " + cache);
        }
        return TableFile.convert(Source.sources(), source.request(), reading, cache);
    }

    /** The table that an experiment validates on: what the training data lack is left alone. */
    public Table validation(Source source, Experiment experiment, Table training) throws IOException {
        Set<String> known = Set.copyOf(training.columns());
        return table(source, column -> known.contains(column) ? experiment.cellType(column) : CellType.SKIPPED);
    }

    /** The table that a model is measured on. */
    public Table evaluation(Source source, Schema schema, Function<String, CellType> types) throws IOException {
        try (RowSource rows = measured(source, schema)) {
            return read(rows, types);
        }
    }

    /** The rows that a model is measured on. */
    RowSource measured(Source source, Schema schema) throws IOException {
        List<String> needed = new ArrayList<>(needed(schema));
        needed.addAll(schema.targets());
        return source.rows(console, needed);
    }

    /** All rows of a source, its columns read as these types say. */
    public Table rows(Source source, Function<String, CellType> types) throws IOException {
        return table(source, types);
    }

    /** The table of which a model needs the features alone; the targets are read where they are there. */
    public Table features(Source source, Schema schema, Function<String, CellType> types) throws IOException {
        try (RowSource rows = source.rows(console, needed(schema))) {
            return read(rows, types);
        }
    }

    /** The columns that a model must find by name. */
    public static List<String> needed(Schema schema) {
        return schema.inventedNames() ? List.of() : schema.featureNames();
    }

    /** A source as a table. */
    private Table table(Source source, Function<String, CellType> types) throws IOException {
        try (RowSource rows = source.rows(console)) {
            return read(rows, types);
        }
    }

    private Table read(RowSource rows, Function<String, CellType> types) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / SHARE;
        Table table = TableFile.read(
                rows,
                reading(types),
                most,
                folder -> console.tell(rows.source() + " does not fit into memory; its rows go to a temporary file in "
                        + folder + ", from where they are read"));
        BlankRows.tell(rows, "are left out", console);
        return table;
    }

    private TableReading reading(Function<String, CellType> types) {
        return TableReading.of(types).withThreads(threads).withCancellation(cancelled);
    }
}
