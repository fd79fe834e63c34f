// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Things that have nothing to do with each other, made on several threads. */
public final class SharedLoop {
    private SharedLoop() {}

    /**
     * Makes so many things; of several that fail, the first in order counts.
     *
     * @param threads at most so many work on them
     * @param thing makes the one of an index, counted from 0
     * @return the things in order
     */
    public static <T> List<T> of(int count, int threads, IntFunction<T> thing) {
        List<T> made = new ArrayList<>(Collections.nCopies(count, null));
        FirstFault faults = new FirstFault();
        try (Workers workers = new Workers(Math.max(1, Math.min(threads, count)))) {
            workers.run(
                    (worker, all) -> {
                        for (int i = worker; i < Math.min(count, faults.first()); i += all) {
                            int index = i;
                            faults.of(i, () -> made.set(index, thing.apply(index)));
                        }
                    },
                    true);
        }
        faults.rethrow();
        return made;
    }
}
