// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.table.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens rows of one kind of source: the service by which {@link RowSources}, and so the command line, learns to read it.
 * One class does it, in {@code provides} and in {@code META-INF/services}. Stateless and safe for all threads.
 *
 * @since 0.1.0
 */
public interface RowSourceProvider {
    /** What it reads, in a word for messages: {@code jdbc}. */
    String name();

    /** Whether a location is this one's, by its scheme or its ending; nothing is opened. */
    boolean reads(String location);

    /**
     * Opens a source.
     *
     * @throws IOException if it cannot be read; the message names it
     * @throws dev.nn4j.api.DataException if it is no such source
     */
    RowSource open(SourceRequest request) throws IOException;

    /**
     * Reads a stream, if this kind can be read from first to last; closing the rows closes it.
     *
     * @param request whose location names the stream in messages
     * @throws IOException if the stream cannot be read
     */
    default Optional<RowSource> open(SourceRequest request, InputStream in) throws IOException {
        return Optional.empty();
    }

    /**
     * The file that holds all that is read, if it is one: a table that was converted is used again while the file's bytes
     * are the same.
     */
    default Optional<Path> file(SourceRequest request) {
        return Optional.empty();
    }
}
