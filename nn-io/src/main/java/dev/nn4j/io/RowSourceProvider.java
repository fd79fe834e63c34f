// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.table.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
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

    /**
     * Whether a location is this one's, by its scheme; nothing is opened. Files are told by how they begin: see {@link
     * #recognizes(byte[])}.
     */
    boolean reads(String location);

    /**
     * Whether a file that begins so is this one's, whatever it is called.
     *
     * @param beginning its first bytes once it is unpacked, 128 at most
     */
    default boolean recognizes(byte[] beginning) {
        return false;
    }

    /**
     * Opens a source.
     *
     * @param request of one location
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
     * The files that hold all that is read, if they do: a table that was converted is used again while their bytes are the
     * same.
     */
    default List<Path> files(SourceRequest request) {
        return List.of();
    }
}
