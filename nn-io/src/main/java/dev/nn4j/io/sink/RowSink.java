// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.sink;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Takes rows one at a time; they are there for others once all are. Closing without {@link #commit} leaves nothing. Not safe
 * for several threads.
 *
 * @since 0.1.0
 */
public interface RowSink extends Closeable {
    /**
     * Takes a row.
     *
     * @param cells as many as there are columns; an empty one has no value
     * @throws IOException if it cannot be written; the message names the sink
     * @throws dev.nn4j.api.DataException if a cell is not what its column holds
     */
    void write(List<String> cells) throws IOException;

    /** Makes all of them to be there. */
    void commit() throws IOException;
}
