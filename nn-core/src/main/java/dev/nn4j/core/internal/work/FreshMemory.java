// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.work;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Large arrays made on several threads. The JVM clears an array on the thread that makes it, and a page that is touched for the
 * first time costs a system more than all that a training then does with it in a step.
 */
public final class FreshMemory {
    /** Floats from which on it is worth starting threads: 4 MiB are a thousand pages. */
    private static final long WORTH_SHARING = 1L << 20;

    private FreshMemory() {}

    /**
     * Makes arrays.
     *
     * @param floats about how many they hold together
     * @param threads at most so many make them
     * @param array makes the one of an index, counted from 0
     * @return the arrays in order
     */
    public static List<float[]> of(int count, long floats, int threads, IntFunction<float[]> array) {
        return SharedLoop.of(count, floats < WORTH_SHARING ? 1 : threads, array);
    }
}
