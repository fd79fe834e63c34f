// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.compute;

import java.util.Objects;

/**
 * How a computation is carried out; it changes speed, never a bit of any result.
 *
 * @param threads at least 1, at most {@value #MOST_THREADS}
 * @param kernels which implementation of the compute kernels
 * @since 0.1.0
 */
public record Execution(int threads, KernelChoice kernels) {
    /**
     * The most threads. Each has memory of its own, so that more would end in a lack of it rather than in speed.
     *
     * @since 0.1.0
     */
    public static final int MOST_THREADS = 1024;

    /** Refuses fewer than one thread, and more than {@link #MOST_THREADS}. */
    public Execution {
        Objects.requireNonNull(kernels, "execution: the choice of kernels is null");
        if (threads < 1) {
            throw new IllegalArgumentException("execution: threads must be at least 1, got " + threads);
        }
        if (threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "execution: threads must be at most " + MOST_THREADS + ", got " + threads);
        }
    }

    /** All cores, the fastest kernels there are. */
    public static Execution defaults() {
        return new Execution(Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS), KernelChoice.AUTO);
    }
}
