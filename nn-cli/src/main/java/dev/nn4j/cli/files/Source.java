// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.files;

import dev.nn4j.cli.console.Console;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Header;
import dev.nn4j.io.RowSources;
import dev.nn4j.io.SourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where rows or JSON come from: a file, stdin for {@code -}, or of rows what a {@link
 * dev.nn4j.io.RowSourceProvider} knows.
 *
 * @param argument as the user gave it
 * @param header where CSV has the names of its columns
 */
public record Source(String argument, Header header) {
    private static final String STDIN_NAME = "<stdin>";

    /** One whose first line names the columns. */
    public Source(String argument) {
        this(argument, Header.FIRST_LINE);
    }

    /** The same with names from elsewhere. */
    public Source withHeader(Header other) {
        return new Source(argument, other);
    }

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
        // no buffer: it asks how much there is, which a pipe cannot tell, and readers take blocks as it is
        return Files.newInputStream(Path.of(argument));
    }

    /** Its rows, one by one. */
    public RowSource rows(Console console) throws IOException {
        return isStandard()
                ? sources().open(request(), console.in())
                : sources().open(request());
    }

    /**
     * The same for who needs columns of these names.
     *
     * @throws dev.nn4j.api.DataException if the first line lacks one
     */
    public RowSource rows(Console console, List<String> needed) throws IOException {
        RowSource rows = rows(console);
        try {
            new HeaderCheck(rows, header).require(needed, console);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    /** Its rows as the table that an experiment learns from, in memory. */
    public Table table(Console console, Experiment experiment) throws IOException {
        try (RowSource rows = rows(console, experiment.data().columns())) {
            Table table = RowSources.read(rows, experiment::cellType);
            BlankRows.tell(rows, "are left out", console);
            return table;
        }
    }

    /** The file that holds its rows, if one does. */
    Optional<Path> fileOfRows() {
        return isStandard() ? Optional.empty() : sources().file(request());
    }

    SourceRequest request() {
        return new SourceRequest(name(), header);
    }

    static RowSources sources() {
        return RowSources.installed();
    }
}
