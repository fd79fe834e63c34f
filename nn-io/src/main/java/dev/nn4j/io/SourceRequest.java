// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Which rows are wanted, for a {@link RowSourceProvider}.
 *
 * @param location as the user gave it: a file, or what else a provider knows, such as {@code jdbc:…}
 * @param header where CSV has the names of its columns; others know theirs
 * @since 0.1.0
 */
public record SourceRequest(String location, Header header) {
    /** Refuses null. */
    public SourceRequest {
        Objects.requireNonNull(location, "source: its location is null");
        Objects.requireNonNull(header, "source: whether it names its columns is null");
    }

    /** A source that names its columns. */
    public static SourceRequest of(String location) {
        return new SourceRequest(location, Header.FIRST_LINE);
    }

    /** A file that names its columns. */
    public static SourceRequest of(Path file) {
        return of(file.toString());
    }
}
