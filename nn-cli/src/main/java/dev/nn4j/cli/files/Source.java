// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.data.Table;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.io.Csv;
import dev.nn4j.io.CsvRows;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where CSV or JSON comes from: a file, or stdin for {@code -}.
 *
 * @param argument as the user gave it
 */
public record Source(String argument) {
    private static final String STDIN_NAME = "<stdin>";

    /** Whether this is stdin. */
    public boolean isStandard() {
        return argument.equals("-");
    }

    /** As messages name it. */
    public String name() {
        return isStandard() ? STDIN_NAME : argument;
    }

    /** The file, if it is one. */
    public Optional<Path> file() {
        return isStandard() ? Optional.empty() : Optional.of(Path.of(argument));
    }

    /** Its bytes. */
    public InputStream open(Console console) throws IOException {
        if (isStandard()) {
            return console.in();
        }
        if (Files.isDirectory(Path.of(argument))) {
            throw new FileSystemException(argument, null, "is a folder, not a file");
        }
        return new BufferedInputStream(Files.newInputStream(Path.of(argument)));
    }

    /** Its rows, one by one. */
    public CsvRows rows(Console console) throws IOException {
        return isStandard() ? CsvRows.of(console.in(), name()) : CsvRows.open(Path.of(argument));
    }

    /** Its rows as the table that an experiment learns from, in memory. */
    public Table table(Console console, Experiment experiment) throws IOException {
        try (CsvRows rows = rows(console)) {
            experiment.requireColumns(rows.source(), rows.header());
            return Csv.read(rows, experiment::cellType);
        }
    }
}
