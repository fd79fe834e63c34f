// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Things that have nothing to do with each other, made on several threads. */
public final class SharedLoop {
    private SharedLoop() {}

    /**
     * Makes so many things, each on the first thread that is free, in their order; of several that fail, the first in order counts.
     *
     * @param threads at most so many work on them
     * @param thing makes the one of an index, counted from 0
     * @return the things in order
     */
    public static <T> List<T> of(int count, int threads, IntFunction<T> thing) {
        List<T> made = new ArrayList<>(Collections.nCopies(count, null));
        FirstFault faults = new FirstFault();
        AtomicInteger next = new AtomicInteger();
        try (Workers workers = new Workers(Math.max(1, Math.min(threads, count)))) {
            workers.run(
                    (worker, all) -> {
                        int index = next.getAndIncrement();
                        while (index < Math.min(count, faults.first())) {
                            int taken = index;
                            faults.of(taken, () -> made.set(taken, thing.apply(taken)));
                            index = next.getAndIncrement();
                        }
                    },
                    true);
        }
        faults.rethrow();
        return made;
    }
}
