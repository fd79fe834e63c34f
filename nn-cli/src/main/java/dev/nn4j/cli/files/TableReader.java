// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.data.CellType;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.io.CsvRows;
import dev.nn4j.io.TableFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Reads sources into tables: into memory what is small beside the heap, the rest into a file that is mapped. */
public final class TableReader {
    /** A table in memory may take this share of the heap: it is divided, encoded and evaluated beside itself. */
    private static final int SHARE = 8;

    private final Console console;

    /** Tells on this console where tables go. */
    public TableReader(Console console) {
        this.console = console;
    }

    /** The table that an experiment learns from. */
    public Table training(Source source, Experiment experiment) throws IOException {
        try (CsvRows rows = source.rows(console)) {
            experiment.requireColumns(rows.source(), rows.header());
            return read(rows, experiment::cellType);
        }
    }

    /**
     * The same by way of a file that stays: made if it is not there or holds other data, else used as it is.
     *
     * @param cancelled whether to give up
     * @throws CancellationException if it said so
     */
    public Table training(Path data, Experiment experiment, Path cache, BooleanSupplier cancelled) throws IOException {
        if (Files.exists(data) && !Files.isRegularFile(data) && !Files.isDirectory(data)) {
            throw new FileSystemException(data.toString(), null, "must be a regular file, which can be read twice");
        }
        try (CsvRows rows = CsvRows.open(data)) {
            experiment.requireColumns(rows.source(), rows.header());
        }
        if (Files.exists(cache)) {
            Optional<Table> kept = TableFile.open(cache, data, experiment::cellType);
            if (kept.isPresent()) {
                console.detail(cache + " holds the rows of " + data);
                return kept.get();
            }
            console.tell(cache + " was made from other data, or to read other columns; it is made anew");
        } else {
            console.tell(data + " is converted to " + cache);
        }
        return TableFile.convert(data, experiment::cellType, cache, cancelled);
    }

    /** The table that an experiment validates on: what the training data lack is left alone. */
    public Table validation(Source source, Experiment experiment, Table training) throws IOException {
        return table(
                source, column -> training.columns().contains(column) ? experiment.cellType(column) : CellType.SKIPPED);
    }

    /** A source as a table. */
    public Table table(Source source, Function<String, CellType> types) throws IOException {
        try (CsvRows rows = source.rows(console)) {
            return read(rows, types);
        }
    }

    private Table read(CsvRows rows, Function<String, CellType> types) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / SHARE;
        return TableFile.read(
                rows,
                types,
                most,
                folder -> console.tell(rows.source() + " does not fit into memory; its rows go to a temporary file in "
                        + folder + ", from where they are read"));
    }
}
