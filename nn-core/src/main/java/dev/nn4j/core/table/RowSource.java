// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Rows that come one at a time from a file, a database or elsewhere, so that memory does not grow with their number. All
 * that reads data reads it through this: tables in memory and in files, surveys, trainings, evaluations and predictions.
 * Faults of the data are {@link dev.nn4j.api.DataException}s at their place. Not safe for several threads.
 *
 * @since 0.1.0
 */
public interface RowSource extends Closeable {
    /** The file or other origin, as messages name it. */
    String source();

    /** The names of the columns, all different. */
    List<String> header();

    /**
     * Reads the next row that is not blank; empty at the end. That it has as many cells as the header is for the reader to
     * check, as {@link RowParser} and {@link dev.nn4j.core.schema.RowBinding} do.
     *
     * @throws IOException if the source cannot be read; the message names it
     */
    Optional<SourceRow> next() throws IOException;

    /** The same without skipping rows that are blank, for callers that answer each. */
    default Optional<SourceRow> nextOrBlank() throws IOException {
        return next();
    }

    /** How many blank rows there were so far. */
    default long blankRows() {
        return 0;
    }

    /** Whether the names stand in a line of their own, which may be a row that was taken for names, as in CSV. */
    default boolean isHeaderALine() {
        return false;
    }
}
