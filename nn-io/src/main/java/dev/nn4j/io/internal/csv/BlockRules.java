// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.csv;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Which rows of a source's blocks count, and what was found in them. For all threads. */
final class BlockRules {
    private final String source;
    private final List<String> header;
    private final boolean named;
    private final AtomicLong blank = new AtomicLong();
    private final AtomicLong full = new AtomicLong();
    private final Queue<TextCache> texts = new ConcurrentLinkedQueue<>();

    /**
     * Of rows that have a cell for each column.
     *
     * @param named whether the header is a line, which must not stand there again
     */
    BlockRules(String source, List<String> header, boolean named) {
        this.source = source;
        this.header = header;
        this.named = named;
    }

    /** Whether the row is neither blank nor, which is refused, the header once more. */
    boolean isRow(RowScanner rows) {
        if (rows.isBlank() && header.size() > 1) {
            blank.incrementAndGet();
            return false;
        }
        if (full.get() == 0) {
            full.set(1);
        }
        if (named && mayBeHeader(rows)) {
            requireNoHeader(rows.row());
        }
        return true;
    }

    /** Nearly all rows show by their first byte that they are none. */
    private boolean mayBeHeader(RowScanner rows) {
        String name = header.get(0);
        if (name.isEmpty() || name.charAt(0) >= 0x80 || rows.begin(0) == rows.end(0)) {
            return true;
        }
        byte first = rows.bytes()[rows.begin(0)];
        return first <= ' ' || first == '"' || Character.toLowerCase(first) == Character.toLowerCase(name.charAt(0));
    }

    /** Files that were joined hold their header again: read as a row, it would make texts of all columns. */
    void requireNoHeader(Row row) {
        if (named && repeatsHeader(row.cells())) {
            throw new DataException(
                    new Location(source, row.line(), 1),
                    "the header stands here again, as a row; remove this line or, if line 1 is a row as well, read the"
                            + " file without a header (--header none)");
        }
    }

    private boolean repeatsHeader(List<String> row) {
        List<String> cells = RowReader.named(row);
        if (cells.size() != header.size()) {
            return false;
        }
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).equalsIgnoreCase(header.get(c))) {
                return false;
            }
        }
        return true;
    }

    /** How many rows were blank. */
    long blankRows() {
        return blank.get();
    }

    /** Whether a row was not. */
    boolean hadRows() {
        return full.get() > 0;
    }

    /** Texts of blocks before, for one thread. */
    TextCache takeTexts() {
        TextCache some = texts.poll();
        return some == null ? new TextCache() : some;
    }

    void giveBack(TextCache some) {
        texts.add(some);
    }
}
