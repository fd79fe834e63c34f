// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.ahead;

import dev.nn4j.core.table.SourceRow;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a source, and how it went on.
 *
 * @param rows in order
 * @param blankRows how many blank ones the source has passed so far
 * @param end whether no more follow
 * @param fault what became of the row behind these, if it could not be read
 */
record ReadRows(List<SourceRow> rows, long blankRows, boolean end, Optional<Throwable> fault) {
    static ReadRows none() {
        return new ReadRows(List.of(), 0, false, Optional.empty());
    }

    /** Whether these are the last that there are. */
    boolean areLast() {
        return end || fault.isPresent();
    }
}
