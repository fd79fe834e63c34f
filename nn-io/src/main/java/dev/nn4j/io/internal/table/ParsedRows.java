// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.table;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.reading.SourceBlocks;
import dev.nn4j.core.internal.work.OrderedBlocks;
import dev.nn4j.core.table.RowSource;
import dev.nn4j.core.table.SourceRow;
import dev.nn4j.core.table.TableBuilder;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a source on their way into a table, parsed by one thread or by several side by side. What comes of them, and
 * which fault is thrown, is the same.
 */
public final class ParsedRows {
    /** Rows of a block, of a source that gives them one by one. */
    private static final int MOST_ROWS = 1 << 10;

    private ParsedRows() {}

    /** Takes rows in order: the one way or the other. */
    public interface Into {
        /** Takes a row, which is not parsed yet. */
        void add(SourceRow row) throws IOException;

        /** Takes a block of rows. */
        void addAll(TableBuilder block) throws IOException;
    }

    /** Into a table in memory. */
    public static Into memory(TableBuilder table) {
        return new Into() {
            @Override
            public void add(SourceRow row) {
                table.addRow(row);
            }

            @Override
            public void addAll(TableBuilder block) {
                table.addAll(block);
            }
        };
    }

    /**
     * Brings the rows that are left of a source into a table; blank ones are left out.
     *
     * @param columns a builder of the table's columns, which stays as it is
     * @param threads at most so many parse rows
     * @throws IllegalArgumentException for fewer than one
     */
    public static void bring(RowSource rows, TableBuilder columns, int threads, Cancellation cancellation, Into into)
            throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("table: threads must be at least 1, got " + threads);
        }
        if (threads == 1) {
            bring(rows, cancellation, into);
            return;
        }
        OrderedBlocks.<List<SourceRow>, TableBuilder>over(
                SourceBlocks.filled(rows, MOST_ROWS),
                threads,
                cancellation,
                () -> block -> parsed(block, columns.newBlock(block.size())),
                into::addAll);
    }

    private static void bring(RowSource rows, Cancellation cancellation, Into into) throws IOException {
        for (List<SourceRow> some = rows.nextFilledRows(); !some.isEmpty(); some = rows.nextFilledRows()) {
            for (SourceRow row : some) {
                cancellation.check();
                into.add(row);
            }
        }
    }

    private static TableBuilder parsed(List<SourceRow> rows, TableBuilder into) {
        rows.forEach(into::addRow);
        return into;
    }
}
