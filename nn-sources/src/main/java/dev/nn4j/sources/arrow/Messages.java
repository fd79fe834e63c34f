// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.sources.arrow;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.arrow.flatbuf.Schema;

/** A schema, and then the messages with its values, one after another. */
interface Messages extends Closeable {
    /**
     * What the columns are. Ask first, and once.
     *
     * @throws DamagedException if there is none
     */
    Schema schema() throws IOException;

    /**
     * The next message; empty at the end.
     *
     * @throws java.io.EOFException if it is cut short
     * @throws DamagedException if it is none
     */
    Optional<Framed> next() throws IOException;
}
