// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.sink;

import java.io.IOException;
import java.util.List;

/**
 * Opens one kind of sink: the service by which {@link RowSinks}, and so the command line, learns to write there. One class does
 * it, in {@code provides} and in {@code META-INF/services}. Stateless and safe for all threads.
 *
 * @since 0.1.0
 */
public interface RowSinkProvider {
    /** Whether a location is this one's, by its scheme or its ending; nothing is opened. */
    boolean writes(String location);

    /** Whether a location has tables, one of which has to be named; true by default. One that has none is a file. */
    default boolean hasTables() {
        return true;
    }

    /**
     * Opens a sink.
     *
     * @param location as the user gave it
     * @param table of it; empty where there are none
     * @param columns names of what will be written, all different
     * @throws IOException if it cannot be reached; the message names it
     * @throws dev.nn4j.api.DataException if there is no such table, or it lacks a column
     */
    RowSink open(String location, String table, List<String> columns) throws IOException;
}
