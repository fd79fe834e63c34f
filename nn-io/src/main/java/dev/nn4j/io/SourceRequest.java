// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows are wanted: of one source, or of several files as one table.
 *
 * @param locations as the user gave them: files, patterns of files as shells have them ({@code part-*.csv}), or what else a
 *     {@link RowSourceProvider} knows, such as {@code jdbc:…}; one at least. Providers are asked for one at a time
 * @param header where CSV has the names of its columns; others know theirs
 * @param query which rows of a source that holds many tables, as SQL for {@code jdbc:…}; files have none
 * @since 0.1.0
 */
public record SourceRequest(List<String> locations, Header header, Optional<String> query) {
    /** Copies the list; refuses null, and an empty list. */
    public SourceRequest {
        Objects.requireNonNull(locations, "source: its location is null");
        Objects.requireNonNull(header, "source: whether it names its columns is null");
        Objects.requireNonNull(query, "source: its query is null; say Optional.empty()");
        locations = List.copyOf(locations);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("source: there is no location; name one");
        }
    }

    /** One source without a query. */
    public SourceRequest(String location, Header header) {
        this(List.of(Objects.requireNonNull(location, "source: its location is null")), header, Optional.empty());
    }

    /** A source that names its columns. */
    public static SourceRequest of(String location) {
        return new SourceRequest(location, Header.FIRST_LINE);
    }

    /** A file that names its columns. */
    public static SourceRequest of(Path file) {
        return of(file.toString());
    }

    /** Several files, each of which names its columns, as one table. */
    public static SourceRequest of(List<Path> files) {
        return new SourceRequest(files.stream().map(Path::toString).toList(), Header.FIRST_LINE, Optional.empty());
    }

    /** The same with a query: {@code SourceRequest.of("jdbc:…").withQuery("select …")}. */
    public SourceRequest withQuery(String sql) {
        return new SourceRequest(locations, header, Optional.of(sql));
    }

    /** The location, as messages name it; of several the first, and how many more there are. */
    public String location() {
        int more = locations.size() - 1;
        return locations.get(0) + (more == 0 ? "" : " and " + more + (more == 1 ? " more" : " more files"));
    }

    /** The same of one location. */
    SourceRequest at(String location) {
        return new SourceRequest(List.of(location), header, query);
    }
}
