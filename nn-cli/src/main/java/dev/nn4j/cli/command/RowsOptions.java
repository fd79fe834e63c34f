// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.cli.files.Source;
import dev.nn4j.io.Header;
import dev.nn4j.io.RowSources;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How rows are read: whether data begin with the names of their columns, and which rows of a database they are. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class RowsOptions {
    private static final String DATA = "--data";

    /** What a location begins with that holds many tables; other sources that are no files may need no query. */
    private static final String DATABASE = "jdbc:";

    @Option(
            names = "--header",
            paramLabel = "WHERE",
            defaultValue = "first",
            converter = Converter.class,
            description =
                    "Where CSV names its columns: first (line) or none, which names them c1, c2, … (default: first).")
    private Header header;

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "Of --data that is a database (jdbc:…), which rows; with order by, in the same order always.")
    private Optional<String> query;

    /** The rows of {@code --data}: of files as one table, or what a query gives. */
    public Source data(FileUses traffic, List<String> locations) {
        query.ifPresent(sql -> requireDatabase(locations));
        return traffic.readsRows(DATA, locations).withHeader(header).withQuery(query);
    }

    /**
     * The rows of another option, which are of the same kind.
     *
     * @param sql which rows of a database they are, by the option that is called so with {@code -query} behind it
     */
    public Source others(FileUses traffic, String option, String location, Optional<String> sql) {
        if (location.startsWith(DATABASE) && sql.isEmpty()) {
            throw Failure.usage(option + ": is a database, which has many tables; say which rows by " + option
                    + "-query \"select …\"");
        }
        if (sql.isPresent() && !RowSources.installed().isClaimed(location)) {
            throw Failure.usage(option + "-query: is for a database (jdbc:…), and " + location
                    + " is a file; leave it out, or give " + option + " jdbc:…");
        }
        return traffic.readsRows(option, location).withHeader(header).withQuery(sql);
    }

    /** Refuses a query of an option that is not given. */
    public static void requireAsked(String option, Optional<String> location, Optional<String> sql) {
        if (sql.isPresent() && location.isEmpty()) {
            throw Failure.usage(option + "-query: says which rows of " + option + " jdbc:…; give both or neither");
        }
    }

    /** Where {@code --data} may be left out and is: refuses what says how it is read. */
    public void requireUnused() {
        if (query.isPresent() || header != Header.FIRST_LINE) {
            throw Failure.usage((query.isPresent() ? "--query" : "--header") + ": says how --data is read, which is not"
                    + " given; give it, or leave this out");
        }
    }

    private static void requireDatabase(List<String> locations) {
        RowSources sources = RowSources.installed();
        for (String location : locations) {
            if (!sources.isClaimed(location)) {
                throw Failure.usage("--query: is for a database (jdbc:…), and " + location
                        + " is a file; leave it out, or give --data jdbc:…");
            }
        }
    }

    /** Reads {@code --header}. */
    static final class Converter implements ITypeConverter<Header> {
        @Override
        public Header convert(String value) {
            return switch (value) {
                case "first" -> Header.FIRST_LINE;
                case "none" -> Header.NONE;
                default -> throw new TypeConversionException("must be first or none, got '" + value + "'");
            };
        }
    }
}
