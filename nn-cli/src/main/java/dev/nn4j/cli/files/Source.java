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
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where rows or JSON come from: a file, stdin for {@code -}, or of rows several files, and what else a {@link
 * dev.nn4j.io.RowSourceProvider} knows.
 *
 * @param asked as the user gave it
 * @param spool keeps rows of no file for the next reading, where they are read more than once
 */
public record Source(SourceRequest asked, Optional<RowSpool> spool) {
    private static final String STDIN = "-";
    private static final String STDIN_NAME = "<stdin>";

    /** One whose first line names the columns. */
    public Source(String argument) {
        this(SourceRequest.of(argument), Optional.empty());
    }

    /** The same with names from elsewhere. */
    public Source withHeader(Header other) {
        return new Source(new SourceRequest(asked.locations(), other, asked.query()), spool);
    }

    /** The same with rows that a query gives. */
    public Source withQuery(Optional<String> query) {
        return new Source(new SourceRequest(asked.locations(), asked.header(), query), spool);
    }

    /**
     * The same for who reads it more than once. A database may answer otherwise the second time, so it is asked once, and
     * what it answered is kept until nn ends.
     */
    public Source readAgain() {
        return new Source(asked, Optional.of(new RowSpool()));
    }

    /** As the user gave it. */
    public String argument() {
        return asked.location();
    }

    /** All that the user gave. */
    List<String> arguments() {
        return asked.locations();
    }

    /** Where CSV has the names of its columns. */
    public Header header() {
        return asked.header();
    }

    /** Whether this is stdin. */
    public boolean isStandard() {
        return argument().equals(STDIN);
    }

    /** As messages name it. */
    public String name() {
        return isStandard() ? STDIN_NAME : argument();
    }

    /**
     * As a model may name it: folders are nobody's business who gets the model, nor is the address of a database, in which a
     * password may stand.
     */
    public String nameInModels() {
        if (isStandard()) {
            return "stdin";
        }
        if (argument().startsWith("jdbc:")) {
            return "a database";
        }
        try {
            Path name = Path.of(argument()).getFileName();
            return name == null ? "" : name.toString();
        } catch (InvalidPathException e) {
            return "";
        }
    }

    /** Its bytes. */
    public InputStream open(Console console) throws IOException {
        if (isStandard()) {
            return console.in();
        }
        if (Files.isDirectory(Path.of(argument()))) {
            throw new FileSystemException(argument(), null, "is a folder, not a file");
        }
        // no buffer: it asks how much there is, which a pipe cannot tell, and readers take blocks as it is
        return Files.newInputStream(Path.of(argument()));
    }

    /** Its rows, one by one. */
    public RowSource rows(Console console) throws IOException {
        if (isStandard()) {
            return sources().open(request(), console.in());
        }
        return spool.isPresent() && sources().files(request()).isEmpty()
                ? spool.get().rows(() -> sources().open(request()))
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
            new HeaderCheck(rows, header()).require(needed, console);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
        return rows;
    }

    /**
     * Its rows as the table that an experiment learns from, in memory.
     *
     * @param threads at most so many parse rows
     */
    public Table table(Console console, Experiment experiment, int threads) throws IOException {
        try (RowSource rows = rows(console, experiment.data().columns())) {
            Table table = RowSources.read(rows, experiment::cellType, () -> false, threads);
            BlankRows.tell(rows, "are left out", console);
            return table;
        }
    }

    /** The files that hold its rows, if some do. */
    List<Path> filesOfRows() throws IOException {
        return isStandard() ? List.of() : sources().files(request());
    }

    SourceRequest request() {
        return isStandard() ? new SourceRequest(STDIN_NAME, header()) : asked;
    }

    static RowSources sources() {
        return RowSources.installed();
    }
}
