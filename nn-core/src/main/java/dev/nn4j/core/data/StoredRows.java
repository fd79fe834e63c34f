// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import org.jspecify.annotations.Nullable;

/**
 * Rows of a store: all in their order, or chosen ones.
 *
 * @param store where they lie
 * @param chosen the store's row for each of these; null for all
 */
record StoredRows(TableStore store, @Nullable Words chosen) {
    int rows() {
        return chosen == null ? store.rows() : Math.toIntExact(chosen.length());
    }

    /** The store's row. */
    int row(int row) {
        return chosen == null ? row : chosen.get(row);
    }

    /** Rows of these, of rows of these. */
    StoredRows select(Words rows) {
        if (chosen == null) {
            return new StoredRows(store, rows);
        }
        Words composed = store.newWords(rows.length());
        for (long i = 0; i < rows.length(); i++) {
            composed.set(i, row(rows.get(i)));
        }
        return new StoredRows(store, composed);
    }
}
