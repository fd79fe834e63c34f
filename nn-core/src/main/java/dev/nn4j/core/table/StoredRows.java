// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ArrayLength;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a store: all in their order, or chosen ones.
 *
 * @param store where they lie
 * @param chosen the store's row for each of these; null for all
 */
record StoredRows(TableStore store, @Nullable WordArray chosen) {
    int rows() {
        return chosen == null ? store.rows() : ArrayLength.of("selected rows of a table", chosen.length());
    }

    /** The store's row. */
    int row(int row) {
        return chosen == null ? row : chosen.get(row);
    }

    /** Rows of these, of rows of these. */
    StoredRows select(WordArray rows, Cancellation cancellation) {
        if (chosen == null) {
            return new StoredRows(store, rows);
        }
        WordArray composed = store.newWords(rows.length());
        Cancellation.Walk walk = cancellation.newWalk();
        for (long i = 0; i < rows.length(); i++) {
            walk.step();
            composed.set(i, row(rows.get(i)));
        }
        return new StoredRows(store, composed);
    }
}
