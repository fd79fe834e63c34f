// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import dev.nn4j.core.compute.Cancellation;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Rows that have nothing to do with each other, seen by several threads, each of which has a stretch of them. */
public final class SharedRows {
    private SharedRows() {}

    /**
     * Shows each row once; of several that fail, the first in order counts.
     *
     * @param columns how much there is to a row, which tells whether threads are worth their while
     * @param threads at most so many see rows
     * @param newSeer what sees the rows of one thread, in their order
     */
    public static void over(
            int rows, int columns, int threads, Cancellation cancellation, Supplier<IntConsumer> newSeer) {
        FirstFault faults = new FirstFault();
        try (Workers workers = new Workers(ColumnWalk.sharing(rows, columns, threads))) {
            workers.run(
                    (worker, all) -> {
                        int[] row = {Workers.share(rows, worker, all)};
                        int end = Workers.share(rows, worker + 1, all);
                        Cancellation.Walk walk = cancellation.newWalk();
                        faults.of(() -> row[0], () -> {
                            IntConsumer seer = newSeer.get();
                            for (; row[0] < end && row[0] < faults.first(); row[0]++) {
                                walk.step();
                                seer.accept(row[0]);
                            }
                        });
                    },
                    true);
        }
        faults.rethrow();
    }
}
