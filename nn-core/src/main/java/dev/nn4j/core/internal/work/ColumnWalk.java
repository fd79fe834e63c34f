// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
import dev.nn4j.core.internal.blocks.RowBlocks;
import java.util.List;

/**
 * Columns that see the rows of a table, block by block: all of them on one thread, or on several, each of which has columns
 * of its own. What a column sees, and in which order, is the same, and so is the fault that is thrown.
 */
public final class ColumnWalk {
    /** Cells below which threads cost more than they bring. */
    private static final long FEW = 1 << 17;

    private final List<? extends Column> columns;
    private final FirstFault faults = new FirstFault();

    /** What sees rows. */
    public interface Column {
        /** Sees the rows {@code [from, to)}; the next ones follow. */
        void see(int from, int to);
    }

    private ColumnWalk(List<? extends Column> columns) {
        this.columns = columns;
    }

    /** Shows all rows to all columns. */
    public static void over(int rows, int threads, Cancellation cancellation, List<? extends Column> columns) {
        ColumnWalk walk = new ColumnWalk(columns);
        try (Workers workers = new Workers(sharing(rows, columns.size(), threads))) {
            workers.run((worker, all) -> walk.share(rows, cancellation, worker, all), true);
        }
        walk.faults.rethrow();
    }

    /** How many of so many threads are worth their while, for columns of so many rows. */
    public static int sharing(int rows, int columns, int threads) {
        return (long) rows * columns < FEW ? 1 : Math.max(1, Math.min(threads, columns));
    }

    private void share(int rows, Cancellation cancellation, int worker, int workers) {
        long[] place = {0};
        Cancellation.Walk walk = cancellation.newWalk();
        faults.of(
                () -> place[0],
                () -> RowBlocks.over(rows, cancellation, (from, to) -> {
                    for (int c = worker; c < columns.size(); c += workers) {
                        place[0] = (long) from * columns.size() + c;
                        if (place[0] < faults.first()) { // else what it might find is behind what was found
                            walk.step();
                            columns.get(c).see(from, to);
                        }
                    }
                }));
    }
}
