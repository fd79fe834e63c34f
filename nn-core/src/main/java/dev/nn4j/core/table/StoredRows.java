// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.text.ArrayLength;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a store: all in their order, or chosen ones; and the columns that these have.
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

    /** A column of theirs, by its place in the store. */
    Column column(String name, int field, CellType type, int place) {
        return type.isSkipped() ? Column.skipped(name, field) : new Stored(name, field, type, this, place);
    }

    private static final class Stored extends Column {
        private final StoredRows rows;
        private final int place;

        Stored(String name, int field, CellType type, StoredRows rows, int place) {
            super(name, field, type);
            this.rows = rows;
            this.place = place;
        }

        @Override
        public void numbers(int row, float[] into, int at, int count) {
            rows.store().numbers(rows.row(row), place, into, at, count);
        }

        @Override
        public boolean isFollowedBy(Column other, int places) {
            return other instanceof Stored that && rows.store() == that.rows.store() && place + places == that.place;
        }

        @Override
        public float number(int row) {
            return rows.store().number(rows.row(row), place);
        }

        @Override
        public double exact(int row) {
            return rows.store().exact(rows.row(row), place);
        }

        @Override
        boolean isFiner() {
            return holdsNumbers() && rows.store().isFiner(place);
        }

        @Override
        public boolean isValue(int row) {
            return holdsTexts() && rows.store().isValue(rows.row(row), place);
        }

        @Override
        public String text(int row) {
            return rows.store().text(rows.row(row), place);
        }
    }
}
