// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used: a cell that is no number, a missing column, an unseen label.
 *
 * @since 0.1.0
 */
public final class DataException extends Nn4jException {
    private static final long serialVersionUID = 1L;

    /**
     * A place in a data source.
     *
     * @param source the file as the user named it, or another name of the source
     * @param line counted from 1, the header's line included
     * @param column the field within the row, counted from 1
     */
    public record Location(String source, long line, int column) implements Serializable {
        /** As {@code FILE:LINE:COLUMN}. */
        @Override
        public String toString() {
            return source + ":" + line + ":" + column;
        }
    }

    private final @Nullable Location location;

    /** A fault without a place, of data that the caller holds in memory. */
    public DataException(String problem) {
        super(problem, null);
        this.location = null;
    }

    /** A fault at a place; the message begins with it. */
    public DataException(Location location, String problem) {
        super(location + ": " + problem, null);
        this.location = location;
    }

    /** Where the fault lies, if the data has places. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }
}
