// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.rows;

import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import java.util.List;
import java.util.Optional;

/** The rows of a request, which are in memory; gives them once. */
public final class ListedRows implements RowSource {
    /** As messages name the source. */
    public static final String SOURCE = "request";

    private final List<String> header;
    private final List<SourceRow> rows;
    private int next;

    /** Rows of these columns. */
    public ListedRows(List<String> header, List<SourceRow> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** The same rows, to be given once more. */
    public ListedRows again() {
        return new ListedRows(header, rows);
    }

    /** How many there are. */
    public int count() {
        return rows.size();
    }

    /** All of them. */
    public List<SourceRow> rows() {
        return rows;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<SourceRow> next() {
        while (next < rows.size() && rows.get(next).isBlank()) {
            next++;
        }
        return nextOrBlank();
    }

    @Override
    public Optional<SourceRow> nextOrBlank() {
        return next < rows.size() ? Optional.of(rows.get(next++)) : Optional.empty();
    }

    /** The number of the row at a line, from 1 on; 0 if there is none. */
    public long numberOf(long line) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).line() == line) {
                return row + 1L;
            }
        }
        return 0;
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
